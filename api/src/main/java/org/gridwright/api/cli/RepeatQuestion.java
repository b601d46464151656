package org.gridwright.api.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.repeat.Unevenness;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.FileIncident;
import org.gridwright.data.hotspot.RepeatResult;
import org.gridwright.data.hotspot.plan.PlanRepeat;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Option;

/** The same places again: when, after how long, and how much of all incidents they have. */
final class RepeatQuestion {

  @Option(names = "--least", paramLabel = "N")
  private int least = 2;

  @Option(names = "--out-of", paramLabel = "N")
  private @Nullable Integer outOf;

  @Option(names = "--lorenz", paramLabel = "FILE")
  private @Nullable String lorenz;

  private final RepeatResult.DatedPlaces collected = new RepeatResult.DatedPlaces();

  void run(HotspotRequest asked) throws IOException {
    if (least < 1 || (outOf != null && outOf < 1)) {
      throw CliException.usage("hotspots.repeat-numbers");
    }
    HotspotSource source = new HotspotSource(asked);
    Days days = asked.store().days();
    OutputFile to = source.output(true);
    OutputFile curve = source.further(lorenz);
    Session session = asked.session();
    RepeatResult result;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-read"))) {
      Progress progress = display.shares();
      if (source.isFile()) {
        source.each(progress, incident -> take(asked, incident, days));
        result = collected.result(least, places());
      } else {
        result = ofStore(asked, days, progress);
      }
    }
    source.write(result.sheet(), to);
    source.write(result.lorenz(), curve);
    if (HotspotSource.isReported(to, curve)) {
      report(asked, result);
    }
  }

  /** How many places there are; 0 where that is not said. */
  private int places() {
    return outOf == null ? 0 : outOf;
  }

  private void take(HotspotRequest asked, FileIncident incident, Days days) {
    if (!days.holds(incident.moment().toLocalDate())) {
      return;
    }
    if (asked.code() != null) {
      collected.add(incident.code(), incident.moment().toLocalDate(), null);
    } else if (asked.planar()) {
      Coordinate at = incident.metres();
      collected.add(at.x + " " + at.y, incident.moment().toLocalDate(), null);
    } else {
      collected.add(incident.point(), incident.moment().toLocalDate());
    }
  }

  private RepeatResult ofStore(HotspotRequest asked, Days days, Progress progress) {
    StoreHotspots meant = asked.store();
    try (Store store = asked.session().openStore()) {
      if (!meant.isByUnits()) {
        return new PlanRepeat(OptionalInt.empty(), meant.query(days), least, places())
            .ofPoints(store, progress);
      }
      PlanSnapshot snapshot = meant.snapshot(store, progress.part(0, 0.3));
      OptionalInt depth = OptionalInt.of(meant.depth(snapshot.theme()));
      return new PlanRepeat(depth, meant.query(days), least, places())
          .ofUnits(store, snapshot, progress.part(0.3, 1))
          .result();
    }
  }

  private void report(HotspotRequest asked, RepeatResult result) {
    Session session = asked.session();
    Unevenness all = result.evenness();
    long repeated = result.repeats().stream().mapToLong(it -> it.dates().size()).sum();
    if (session.options().json()) {
      session.printJson(json(result));
      return;
    }
    if (asked.explain()) {
      session.print(session.say("hotspots.explain.repeat"));
    }
    session.print(
        session.say(
            "hotspots.repeat",
            all.incidents(),
            all.places(),
            result.repeats().size(),
            least,
            repeated));
    for (double share : RepeatResult.TOP) {
      session.print(
          session.say(
              "hotspots.repeat-top", percent(share), percent(all.topShare(share).orElseThrow())));
    }
    session.print(
        session.say("hotspots.repeat-gini", decimals(all.gini()), decimals(all.correctedGini())));
    RepeatResult.notes(outOf != null || asked.store().isByUnits())
        .forEach(note -> session.note(session.say(note.told())));
  }

  private static String percent(double share) {
    return Decimals.plain(Math.rint(1000 * share) / 10);
  }

  private static String decimals(OptionalDouble figure) {
    return Decimals.of(figure.orElseThrow(), 3);
  }

  private Map<String, @Nullable Object> json(RepeatResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", "repeat");
    json.put("least", least);
    json.putAll(result.summary());
    return json;
  }
}
