package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.repeat.Unevenness;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.FileIncident;
import org.gridwright.data.hotspot.RepeatResult;
import org.gridwright.data.hotspot.plan.UnitIncidents;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Option;

/** The same places again: when, after how long, and how much of all incidents they have. */
final class RepeatQuestion {

  private static final List<Double> TOP = List.of(0.01, 0.05, 0.1, 0.2, 0.5);

  @Option(names = "--least", paramLabel = "N")
  private int least = 2;

  @Option(names = "--out-of", paramLabel = "N")
  private @Nullable Integer outOf;

  @Option(names = "--lorenz", paramLabel = "FILE")
  private @Nullable String lorenz;

  private final RepeatResult.DatedPlaces collected = new RepeatResult.DatedPlaces();
  private int units;

  void run(HotspotRequest asked) throws IOException {
    if (least < 1 || (outOf != null && outOf < 1)) {
      throw CliException.usage("hotspots.repeat-numbers");
    }
    HotspotSource source = new HotspotSource(asked);
    Days days = asked.store().days();
    OutputFile to = source.output(true);
    OutputFile curve = source.further(lorenz);
    Session session = asked.session();
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-read"))) {
      Progress progress = display.shares();
      if (source.isFile()) {
        source.each(progress, incident -> take(asked, incident, days));
      } else {
        readStore(asked, days, progress);
      }
    }
    if (collected.size() == 0) {
      throw CliException.failed("hotspots.no-incidents");
    }
    RepeatResult result = collected.result(least, outOf == null ? units : outOf);
    source.write(result.sheet(), to);
    source.write(result.lorenz(), curve);
    if (HotspotSource.isReported(to, curve)) {
      report(asked, result);
    }
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
      addAt(incident.point(), incident.moment().toLocalDate());
    }
  }

  private void addAt(LatticePoint at, LocalDate date) {
    collected.add(at.lon() + " " + at.lat(), date, LatticeJts.toDegrees(at));
  }

  private void readStore(HotspotRequest asked, Days days, Progress progress) {
    try (Store store = asked.session().openStore()) {
      if (asked.store().isByUnits()) {
        UnitIncidents byUnit = asked.store().units(store, progress.part(0, 0.3));
        units = byUnit.units();
        byUnit.each(
            asked.store().query(days),
            progress.part(0.3, 1),
            it -> collected.add(it.unit().code(), it.incident().occurred().toLocalDate(), null));
        return;
      }
      try (Stream<Incident> incidents = store.incidents().stream(asked.store().query(days))) {
        incidents.forEach(
            incident -> {
              progress.checkpoint();
              addAt(incident.place(), incident.occurred().toLocalDate());
            });
      }
    }
  }

  private void report(HotspotRequest asked, RepeatResult result) {
    Session session = asked.session();
    Unevenness all = result.evenness();
    long repeated = result.repeats().stream().mapToLong(it -> it.dates().size()).sum();
    if (session.options().json()) {
      session.printJson(json(result, repeated));
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
    for (double share : TOP) {
      session.print(
          session.say(
              "hotspots.repeat-top", percent(share), percent(all.topShare(share).orElseThrow())));
    }
    session.print(
        session.say("hotspots.repeat-gini", decimals(all.gini()), decimals(all.correctedGini())));
    if (outOf == null && units == 0) {
      session.note(session.say("hotspots.repeat-places"));
    }
  }

  private static String percent(double share) {
    return Decimals.plain(Math.rint(1000 * share) / 10);
  }

  private static String decimals(OptionalDouble figure) {
    return Decimals.of(figure.orElseThrow(), 3);
  }

  private Map<String, Object> json(RepeatResult result, long repeated) {
    Unevenness all = result.evenness();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", "repeat");
    json.put("incidents", all.incidents());
    json.put("places", all.places());
    json.put("least", least);
    json.put("repeatPlaces", result.repeats().size());
    json.put("repeatIncidents", repeated);
    Map<String, Object> top = new LinkedHashMap<>();
    TOP.forEach(share -> top.put(String.valueOf(share), all.topShare(share).orElseThrow()));
    json.put("topShares", top);
    json.put("gini", all.gini().orElseThrow());
    json.put("giniCorrected", all.correctedGini().orElseThrow());
    return json;
  }
}
