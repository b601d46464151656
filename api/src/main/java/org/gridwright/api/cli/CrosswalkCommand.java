package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.compare.CrosswalkAnswer;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlan.Kind;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.compare.ComparisonTable;
import org.gridwright.data.compare.PlanComparer;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what the units of two themes have in common. */
@Command(name = "crosswalk")
final class CrosswalkCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--theme", paramLabel = "THEME", required = true)
  private String theme = "";

  @Option(names = "--theme-to", paramLabel = "THEME", required = true)
  private String themeTo = "";

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--level-to", paramLabel = "LEVEL")
  private @Nullable String levelTo;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--sliver-width", paramLabel = "METRES")
  private double sliverWidth = CompareOptions.DEFAULT_WIDTH_METRES;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.csv",
      required = true)
  private String output = "-";

  @Mixin private final CsvOutputOptions.Alone written = new CsvOutputOptions.Alone();

  CrosswalkCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CompareOptions options = CompareOptions.DEFAULT.withWidth(sliverWidth).withCodes(false);
    OutputFile file = OutputFile.of(session, output, List.of());
    if (!file.isStandardOutput() && !List.of("csv", "json").contains(file.format())) {
      throw CliException.usage("crosswalk.which-format", output);
    }
    try (Store store = session.openStore()) {
      Theme first = PlanChoice.theme(store, theme);
      Theme second = PlanChoice.theme(store, themeTo);
      ComparedPlans compared = compared(store, first, second, options);
      if (session.options().json() || file.format().equals("json")) {
        file.write(out -> session.writeJson(CrosswalkAnswer.of(compared), out));
      } else {
        file.write(out -> ComparisonTable.writeCrosswalk(compared, out, written.output()));
      }
      if (!file.isStandardOutput()) {
        session.note(session.say("crosswalk.done", compared.table().size(), file.name()));
      }
    }
    return ExitStatus.DONE;
  }

  private ComparedPlans compared(Store store, Theme first, Theme second, CompareOptions options) {
    int fromDepth = PlanChoice.level(first, level).depth();
    int toDepth = PlanChoice.level(second, levelTo).depth();
    ComparedPlan from = inForce(store, first);
    ComparedPlan to = inForce(store, second);
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.comparing-plans"))) {
      return new PlanComparer(store)
          .compare(from, fromDepth, to, toDepth, options, display.shares());
    }
  }

  private ComparedPlan inForce(Store store, Theme chosen) {
    PlanInfo info = PlanChoice.inForce(store, chosen, at);
    return ComparedSource.of(
        Kind.PLAN,
        info.id(),
        new StoreFacts(store).told(store.plans().load(info.id(), session.quiet())),
        session.quiet());
  }
}
