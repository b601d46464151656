package org.gridwright.api.cli;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.RhythmSheet;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** At which hours of which weekdays incidents are, and whether hour and weekday go together. */
final class RhythmQuestion {

  /** Above which share of moments at midnight it is said that these may have no hour. */
  private static final double MANY_AT_MIDNIGHT = 0.05;

  private static final double FEW_EXPECTED = 5;

  private final IntStream.Builder weekdays = IntStream.builder();
  private final IntStream.Builder hours = IntStream.builder();
  private long midnights;

  void run(HotspotRequest asked) throws IOException {
    HotspotSource source = new HotspotSource(asked);
    Days days = asked.store().days();
    OutputFile to = source.output(false);
    Session session = asked.session();
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-read"))) {
      Progress progress = display.shares();
      if (source.isFile()) {
        source.each(progress, incident -> take(incident.moment(), days));
      } else {
        readStore(asked, days, progress);
      }
    }
    Rhythm rhythm = Rhythm.of(weekdays.build().toArray(), hours.build().toArray());
    if (rhythm.total() == 0) {
      throw CliException.failed("hotspots.no-incidents");
    }
    source.write(RhythmSheet.of(rhythm), to);
    if (HotspotSource.isReported(to)) {
      report(asked, rhythm);
    }
  }

  private void readStore(HotspotRequest asked, Days days, Progress progress) {
    try (Store store = asked.session().openStore();
        Stream<Incident> incidents = store.incidents().stream(asked.store().query(days))) {
      incidents.forEach(
          incident -> {
            progress.checkpoint();
            take(incident.occurred(), days);
          });
    }
  }

  private void take(LocalDateTime moment, Days days) {
    if (days.holds(moment.toLocalDate())) {
      weekdays.add(moment.getDayOfWeek().ordinal());
      hours.add(moment.getHour());
      midnights += moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? 1 : 0;
    }
  }

  private void report(HotspotRequest asked, Rhythm rhythm) {
    Session session = asked.session();
    if (session.options().json()) {
      session.printJson(json(rhythm));
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
    if (midnights > MANY_AT_MIDNIGHT * rhythm.total()) {
      session.note(session.say("hotspots.rhythm-midnight", midnights, rhythm.total()));
    }
    if (rhythm.p().isPresent() && isThin(rhythm)) {
      session.note(session.say("hotspots.rhythm-thin"));
    }
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

  /** Whether more than a fifth of the cells that can have incidents expect fewer than five. */
  private static boolean isThin(Rhythm rhythm) {
    int cells = 0;
    int thin = 0;
    for (int cell = 0; cell < Rhythm.WEEKDAYS * Rhythm.HOURS; cell++) {
      double expected = rhythm.expected(cell / Rhythm.HOURS, cell % Rhythm.HOURS);
      cells += expected > 0 ? 1 : 0;
      thin += expected > 0 && expected < FEW_EXPECTED ? 1 : 0;
    }
    return 5 * thin > cells;
  }

  private Map<String, @Nullable Object> json(Rhythm rhythm) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", "rhythm");
    json.put("total", rhythm.total());
    json.put("chiSquare", rhythm.chiSquare());
    json.put("degreesOfFreedom", rhythm.degreesOfFreedom());
    json.put("p", rhythm.p().isPresent() ? rhythm.p().getAsDouble() : null);
    json.put("atMidnight", midnights);
    json.put("thin", isThin(rhythm));
    return json;
  }
}
