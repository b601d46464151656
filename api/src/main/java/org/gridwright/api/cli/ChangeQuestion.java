package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.RateChange;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.ChangeFields;
import org.gridwright.data.hotspot.ChangeFile;
import org.gridwright.data.hotspot.ChangeResult;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.plan.PlanRateChange;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the rate of each place changed from one period to another. */
final class ChangeQuestion {

  /** Whole weeks, so that weekdays meet their like. */
  private static final int WEEKS_OF_YEAR = 52;

  @Option(names = "--before-value", paramLabel = "FIELD")
  private @Nullable String beforeValue;

  @Option(names = "--before-at-risk", paramLabel = "FIELD")
  private @Nullable String beforeAtRisk;

  @Option(names = "--exposure", paramLabel = "A:B")
  private @Nullable String exposure;

  @Option(names = "--before-from", paramLabel = "DATE")
  private @Nullable LocalDate beforeFrom;

  @Option(names = "--before-to", paramLabel = "DATE")
  private @Nullable LocalDate beforeTo;

  @Option(names = "--year-before")
  private boolean yearBefore;

  void run(HotspotRequest asked) throws IOException {
    HotspotSource source = new HotspotSource(asked);
    double level = asked.level();
    OutputFile to = source.output(true);
    Session session = asked.session();
    ChangeResult result;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots"))) {
      result = source.isFile() ? ofFile(asked, display.shares()) : ofStore(asked, display.shares());
    }
    source.write(result.sheet(level), to);
    if (HotspotSource.isReported(to)) {
      report(asked, result, level);
    }
  }

  private ChangeResult ofFile(HotspotRequest asked, Progress progress) {
    if (asked.value() == null || beforeValue == null || !asked.store().days().isAny()) {
      throw CliException.usage("hotspots.change-fields");
    }
    requireNone(beforeFrom != null || beforeTo != null || yearBefore);
    if (beforeAtRisk != null && asked.atRisk() == null) {
      throw CliException.usage("hotspots.needs-at-risk", "--before-at-risk");
    }
    double[] lengths = lengths();
    Session session = asked.session();
    return ChangeFile.read(
        Objects.requireNonNull(asked.file()),
        new ChangeFields(
            asked.code(),
            beforeValue,
            asked.value(),
            beforeAtRisk == null ? asked.atRisk() : beforeAtRisk,
            asked.atRisk()),
        lengths[0],
        lengths[1],
        asked.reading().reading(),
        asked.reading().datum(),
        asked.planar(),
        note -> session.note(session.say(note)),
        progress);
  }

  private static void requireNone(boolean mixed) {
    if (mixed) {
      throw CliException.usage("hotspots.change-fields");
    }
  }

  /** The lengths of both periods, the earlier one first. */
  private double[] lengths() {
    if (exposure == null) {
      return new double[] {1, 1};
    }
    String[] parts = exposure.split(":", -1);
    try {
      double before = DecimalText.parse(parts[0].strip());
      double after = parts.length == 2 ? DecimalText.parse(parts[1].strip()) : 0;
      if (before > 0 && after > 0) {
        return new double[] {before, after};
      }
    } catch (NumberFormatException none) {
      throw CliException.usage("hotspots.exposure", exposure);
    }
    throw CliException.usage("hotspots.exposure", exposure);
  }

  private ChangeResult ofStore(HotspotRequest asked, Progress progress) {
    requireNone(beforeValue != null || beforeAtRisk != null || exposure != null);
    Days after = asked.store().days();
    if (after.first() == null || after.last() == null) {
      throw CliException.usage("hotspots.change-days");
    }
    Days before = before(after.first(), after.last());
    try (Store store = asked.session().openStore()) {
      PlanSnapshot snapshot = asked.store().snapshot(store, progress.part(0, 0.5));
      PlanRateChange question =
          new PlanRateChange(
              asked.store().depth(snapshot.theme()),
              asked.store().query(after),
              asked.store().query(before),
              asked.level());
      return question.changed(store, snapshot, progress.part(0.5, 1)).result();
    }
  }

  private Days before(LocalDate from, LocalDate to) {
    if (yearBefore
        ? beforeFrom != null || beforeTo != null
        : beforeFrom == null || beforeTo == null) {
      throw CliException.usage("hotspots.change-days");
    }
    Days before =
        yearBefore
            ? new Days(from.minusWeeks(WEEKS_OF_YEAR), to.minusWeeks(WEEKS_OF_YEAR))
            : new Days(beforeFrom, beforeTo);
    LocalDate first = Objects.requireNonNull(before.first());
    LocalDate last = Objects.requireNonNull(before.last());
    if (last.isBefore(first)) {
      throw CliException.usage("hotspots.days-reversed", first, last);
    }
    if (!last.isBefore(from)) {
      throw CliException.usage("hotspots.change-overlap", last, from);
    }
    return before;
  }

  private static void report(HotspotRequest asked, ChangeResult result, double level) {
    Session session = asked.session();
    Map<String, Integer> classes = result.classes(level);
    RateChange whole = result.whole();
    if (session.options().json()) {
      session.printJson(json(result, level, classes));
      return;
    }
    if (asked.explain()) {
      session.print(session.say("hotspots.explain.change", result.places().size(), level));
    }
    session.print(
        whole.p().isPresent()
            ? session.say(
                "hotspots.change",
                whole.before(),
                whole.after(),
                figure(whole.ratio()),
                figure(whole.lower()),
                figure(whole.upper()),
                Decimals.chance(whole.p().getAsDouble()))
            : session.say("hotspots.change-none"));
    session.printTable(
        classes.entrySet().stream()
            .map(it -> List.of(it.getKey(), String.valueOf(it.getValue())))
            .toList());
  }

  private static String figure(OptionalDouble figure) {
    return figure.isPresent() ? Decimals.of(figure.getAsDouble(), 3) : "–";
  }

  private static Map<String, @Nullable Object> json(
      ChangeResult result, double level, Map<String, Integer> classes) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", "change");
    json.put("significance", level);
    json.putAll(result.summary());
    json.put("classes", classes);
    return json;
  }
}
