package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.redraw.BalanceBy;
import org.gridwright.data.redraw.RedrawOrder;
import org.gridwright.data.redraw.Redrawing;
import org.gridwright.data.redraw.StoreWeigher;
import org.gridwright.data.redraw.Weigher;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code divide} and {@code consolidate} both ask: which units, of what, into how many. */
final class RedrawOptions {

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--same-code", paramLabel = "WHAT")
  private ZoneOptions.SameCode sameCode = ZoneOptions.SameCode.MERGE;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--draft", paramLabel = "DRAFT")
  private @Nullable Long draft;

  @Option(names = "--unit", paramLabel = "CODE", required = true, arity = "1..*")
  private List<String> units = new ArrayList<>();

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--into", paramLabel = "N", required = true)
  private int into;

  @Option(names = "--by", paramLabel = "WHAT")
  private @Nullable BalanceBy by;

  @Option(names = "--tolerance", paramLabel = "SHARE")
  private double tolerance = 0.1;

  @Option(names = "--seed", paramLabel = "NUMBER")
  private long seed = 1;

  @Option(names = "--all")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true)
  private String output = "";

  int into() {
    return into;
  }

  double tolerance() {
    return tolerance;
  }

  long seed() {
    return seed;
  }

  boolean all() {
    return all;
  }

  ReadingOptions reading() {
    return reading;
  }

  /** Addresses; area for a file, which has none. */
  BalanceBy by() {
    if (by != null) {
      return by;
    }
    return file == null ? BalanceBy.ADDRESSES : BalanceBy.AREA;
  }

  /** Where the grids go. */
  RedrawOutput output(Session session, List<Path> otherInputs) {
    List<Path> inputs = new ArrayList<>(otherInputs);
    if (file != null) {
      inputs.add(file);
    }
    return new RedrawOutput(session, OutputFile.of(session, output, inputs));
  }

  /** The work on one plan. */
  @FunctionalInterface
  interface Work {
    void on(EditablePlan plan, Redrawing redrawing) throws IOException;
  }

  /** Reads the plan that is meant, and does the work while the store, if any, is open. */
  void run(Session session, Work work) throws IOException {
    if (file != null) {
      work.on(EditablePlan.of(fromFile(session)), new Redrawing(Weigher.ofGrids()));
      return;
    }
    if (code != null) {
      throw CliException.usage("check.code-needs-file");
    }
    try (Store store = session.openStore()) {
      PlanInfo stored =
          draft == null
              ? PlanChoice.inForce(store, PlanChoice.theme(store, theme), null)
              : PlanChoice.known(store, draft);
      Plan plan = store.plans().load(stored.id(), session.quiet());
      StoreFacts facts = new StoreFacts(store);
      EditablePlan editable =
          EditablePlan.of(plan).standingOn(() -> facts.basis(plan, stored.effectiveFrom()));
      work.on(editable, new Redrawing(new StoreWeigher(store)));
    }
  }

  /** The depth of the units named. */
  int depth(Plan plan) {
    return PlanChoice.level(plan.theme(), level).depth();
  }

  /** Codes of the units named, or of those of a finer level below them. */
  List<String> units(Plan plan, int target) {
    int depth = depth(plan);
    List<String> codes = new ArrayList<>();
    units.forEach(unit -> codes.addAll(RedrawOrder.below(plan, depth, unit, target)));
    return codes;
  }

  private Plan fromFile(Session session) {
    if (code == null) {
      throw CliException.usage("check.file-needs-code");
    }
    if (theme != null || draft != null || level != null) {
      throw CliException.usage("redraw.file-or-store");
    }
    if (by == BalanceBy.ADDRESSES || by == BalanceBy.INCIDENTS) {
      throw CliException.usage("redraw.file-by");
    }
    return ZonesFile.read(
        session, Objects.requireNonNull(file), code, sameCode, reading.reading(), reading.datum());
  }
}
