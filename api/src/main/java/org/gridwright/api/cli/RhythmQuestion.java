package org.gridwright.api.cli;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.RhythmResult;
import org.gridwright.data.hotspot.RhythmSheet;
import org.gridwright.data.hotspot.plan.PlanRhythm;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** At which hours of which weekdays incidents are, and whether hour and weekday go together. */
final class RhythmQuestion {

  void run(HotspotRequest asked) throws IOException {
    HotspotSource source = new HotspotSource(asked);
    Days days = asked.store().days();
    OutputFile to = source.output(false);
    Session session = asked.session();
    RhythmResult result;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-read"))) {
      Progress progress = display.shares();
      if (source.isFile()) {
        result = ofFile(source, days, progress);
      } else {
        result = ofStore(asked, days, progress);
      }
    }
    source.write(RhythmSheet.of(result.rhythm()), to);
    if (HotspotSource.isReported(to)) {
      report(asked, result);
    }
  }

  private static RhythmResult ofFile(HotspotSource source, Days days, Progress progress) {
    RhythmResult.WeekMoments moments = new RhythmResult.WeekMoments();
    source.each(
        progress,
        incident -> {
          if (days.holds(incident.moment().toLocalDate())) {
            moments.add(incident.moment());
          }
        });
    return moments.result();
  }

  private static RhythmResult ofStore(HotspotRequest asked, Days days, Progress progress) {
    try (Store store = asked.session().openStore()) {
      return new PlanRhythm(asked.store().query(days)).result(store, progress);
    }
  }

  private static void report(HotspotRequest asked, RhythmResult result) {
    Session session = asked.session();
    Rhythm rhythm = result.rhythm();
    if (session.options().json()) {
      session.printJson(json(result));
      return;
    }
    if (asked.explain()) {
      session.print(session.say("hotspots.explain.rhythm"));
    }
    session.print(
        rhythm.p().isPresent()
            ? session.say(
                "hotspots.rhythm",
                rhythm.total(),
                Decimals.of(rhythm.chiSquare(), 2),
                rhythm.degreesOfFreedom(),
                Decimals.chance(rhythm.p().getAsDouble()))
            : session.say("hotspots.rhythm-one", rhythm.total()));
    session.printTable(table(session, rhythm));
    result.notes().stream()
        .filter(note -> !note.id().equals("one-hour"))
        .forEach(note -> session.note(session.say(note.told())));
  }

  private static List<List<String>> table(Session session, Rhythm rhythm) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(""));
    IntStream.range(0, Rhythm.HOURS).forEach(hour -> header.add(String.valueOf(hour)));
    rows.add(header);
    for (int day = 0; day < Rhythm.WEEKDAYS; day++) {
      List<String> row = new ArrayList<>();
      row.add(DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, session.locale()));
      for (int hour = 0; hour < Rhythm.HOURS; hour++) {
        row.add(String.valueOf(rhythm.count(day, hour)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, @Nullable Object> json(RhythmResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", "rhythm");
    json.putAll(result.summary());
    return json;
  }
}
