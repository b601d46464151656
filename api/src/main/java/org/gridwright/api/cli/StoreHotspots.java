package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.Measured;
import org.gridwright.data.hotspot.WeightsChoice;
import org.gridwright.data.hotspot.plan.BinChoice;
import org.gridwright.data.hotspot.plan.Denominator;
import org.gridwright.data.hotspot.plan.HotspotDesk;
import org.gridwright.data.hotspot.plan.HotspotQuestion;
import org.gridwright.data.hotspot.plan.HotspotResult;
import org.gridwright.data.hotspot.plan.MadePlaces;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.hotspot.plan.PlanHotspotTable;
import org.gridwright.data.hotspot.plan.TestedValue;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Hotspots of the store's incidents, by the units of a plan, where no file is named. */
final class StoreHotspots {

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--draft", paramLabel = "DRAFT")
  private @Nullable Long draft;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--category", paramLabel = "CATEGORY")
  private @Nullable String category;

  @Option(names = "--over", paramLabel = "WHAT")
  private @Nullable String over;

  /** Whether something is said that only a store's incidents have. */
  boolean isMeant() {
    return theme != null
        || level != null
        || draft != null
        || at != null
        || from != null
        || to != null
        || category != null
        || over != null;
  }

  /** Whether something is said that only a store's incidents have, their days left aside. */
  boolean isMeantBesideDays() {
    return isByUnits() || category != null || over != null;
  }

  /** Whether the units of a plan are meant. */
  boolean isByUnits() {
    return theme != null || level != null || draft != null || at != null;
  }

  /**
   * The days that are asked about.
   *
   * @throws CliException when they end before they begin
   */
  Days days() {
    if (from != null && to != null && to.isBefore(from)) {
      throw CliException.usage("hotspots.days-reversed", from, to);
    }
    return new Days(from, to);
  }

  /** The incidents of some days, and of the category asked about. */
  IncidentStore.Query query(Days days) {
    LocalDate last = days.last();
    return new IncidentStore.Query(
        days.first() == null ? null : days.first().atStartOfDay(),
        last == null ? null : last.plusDays(1).atStartOfDay(),
        category,
        null,
        null);
  }

  /** What is tested; null where nothing is said. */
  private TestedValue value(@Nullable Measured on) {
    if (on == null) {
      return over == null ? TestedValue.COUNT : TestedValue.RATE;
    }
    return switch (on) {
      case COUNT -> TestedValue.COUNT;
      case RATE -> TestedValue.RATE;
      case EB -> TestedValue.SMOOTHED;
      case EB_Z -> TestedValue.STANDARDISED;
      case EB_LOCAL -> throw CliException.usage("hotspots.store-on");
    };
  }

  static NeighbourChoice neighbours(WeightsChoice weights) {
    return switch (weights.kind()) {
      case QUEEN -> NeighbourChoice.QUEEN;
      case ROOK -> new NeighbourChoice(NeighbourChoice.Kind.ROOK, 0, 0);
      case BAND -> new NeighbourChoice(NeighbourChoice.Kind.BAND, weights.number(), 0);
      case KNN -> new NeighbourChoice(NeighbourChoice.Kind.NEAREST, 0, (int) weights.number());
      case GAUSSIAN, QUARTIC, FILE -> throw CliException.usage("hotspots.store-weights");
    };
  }

  /** What is at risk. */
  Denominator denominator() {
    return over == null ? Denominator.NONE : Denominator.named(over);
  }

  /** The depth of the level that is meant. */
  int depth(Theme chosen) {
    return PlanChoice.level(chosen, level).depth();
  }

  /** Which incidents are meant. */
  IncidentStore.Query incidents() {
    return query(days());
  }

  /**
   * The plan that is meant; where the level says cells, these laid over it.
   *
   * @throws org.gridwright.core.hotspot.HotspotException when these would be too many
   */
  PlanSnapshot snapshot(Store store, Progress progress) {
    MadePlaces made = new MadePlaces();
    PlanSnapshot plan = plan(store, made, progress.part(0, 0.5));
    if (level == null || plan.theme().level(level).isPresent()) {
      return plan;
    }
    return BinChoice.of(level)
        .map(bins -> made.bins(plan, bins, progress.part(0.5, 1)))
        .orElse(plan);
  }

  private PlanSnapshot plan(Store store, MadePlaces made, Progress progress) {
    if (draft == null) {
      return PlanChoice.snapshot(store, theme, at, progress);
    }
    if (theme != null || at != null) {
      throw CliException.usage("hotspots.draft-alone");
    }
    DraftState state = new DraftDesk(store).open(draft);
    return made.draft(state.info(), state.told(), progress);
  }

  private HotspotQuestion question(
      Theme chosen, LocalOptions options, WeightsChoice weights, @Nullable Measured on) {
    return new HotspotQuestion(
        depth(chosen),
        incidents(),
        neighbours(weights),
        denominator(),
        value(on),
        options,
        Adjustment.BH);
  }

  /**
   * Tests, writes and reports.
   *
   * @param on what is tested; null where nothing is said
   * @param file null where only the report is wanted
   */
  void run(
      Session session,
      LocalOptions options,
      WeightsChoice weights,
      @Nullable Measured on,
      @Nullable OutputFile file,
      CsvOutput csv)
      throws IOException {
    HotspotResult result;
    try (Store store = session.openStore();
        ProgressDisplay display =
            ProgressDisplay.ofShares(session, session.say("progress.hotspots"))) {
      Progress progress = display.shares();
      PlanSnapshot snapshot = snapshot(store, progress.part(0, 0.5));
      HotspotQuestion question = question(snapshot.theme(), options, weights, on);
      result =
          new HotspotDesk(store, new GridCounts(store))
              .answer(snapshot, question, progress.part(0.5, 1));
    }
    if (file != null) {
      write(session, result, file, csv);
    }
    if (file == null || !file.isStandardOutput()) {
      report(session, result);
    }
  }

  private static void write(Session session, HotspotResult result, OutputFile file, CsvOutput csv)
      throws IOException {
    if (file.format().equals("gpkg")) {
      file.requireGeoPackage();
      file.make(path -> PlanHotspotTable.writeGeoPackage(result, path, session.quiet()));
      return;
    }
    file.write(
        out -> {
          if (file.isCsv()) {
            PlanHotspotTable.write(result, out, csv);
          } else if (file.format().equals("png")) {
            PlanHotspotTable.writePicture(result, out);
          } else {
            PlanHotspotTable.writeMap(result, out);
          }
        });
  }

  private static void report(Session session, HotspotResult result) {
    Map<String, Integer> classes = result.classes();
    List<TestWarning> warnings = result.warnings().stream().sorted().toList();
    if (session.options().json()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("theme", result.snapshot().theme().id());
      told.put("plan", result.snapshot().id());
      told.put("total", result.total());
      told.put("outside", result.outside());
      told.put("tested", result.test().tested());
      told.put("classes", classes);
      told.put("warnings", warnings.stream().map(TestWarning::id).toList());
      session.printJson(told);
      return;
    }
    session.print(
        session.say(
            "hotspots.of-store",
            result.total(),
            result.outside(),
            result.test().tested(),
            result.links().links()));
    List<List<String>> counts = new ArrayList<>();
    classes.forEach((id, count) -> counts.add(List.of(id, String.valueOf(count))));
    session.printTable(counts);
    warnings.forEach(warning -> session.note(session.say(warning.told())));
  }
}
