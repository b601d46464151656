package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.compare.CompareAnswer;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.compare.ComparisonMap;
import org.gridwright.data.compare.ComparisonTable;
import org.gridwright.data.compare.PlanComparer;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what became of the units of one plan, draft or file in another. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--from", paramLabel = "PLAN", required = true)
  private String from = "";

  @Option(names = "--to", paramLabel = "PLAN", required = true)
  private String to = "";

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--code-to", paramLabel = "FIELD")
  private @Nullable String codeTo;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--sliver-width", paramLabel = "METRES")
  private double sliverWidth = CompareOptions.DEFAULT_WIDTH_METRES;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable String output;

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CompareOptions options = CompareOptions.DEFAULT.withWidth(sliverWidth);
    ComparedSource earlier = ComparedSource.of(from);
    ComparedSource later = ComparedSource.of(to);
    OutputFile file = output == null ? null : outputFile(output, earlier, later);
    ComparedPlans compared = compared(earlier, later, options);
    if (file != null) {
      file.write(
          out -> {
            if (file.format().equals("csv")) {
              ComparisonTable.write(compared, out, written.output());
            } else {
              ComparisonMap.write(compared, ComparisonMap.Part.ALL, out);
            }
          });
    }
    if (file == null || !file.isStandardOutput()) {
      tell(compared);
    }
    return ExitStatus.DONE;
  }

  private void tell(ComparedPlans compared) {
    if (session.options().json()) {
      session.printJson(CompareAnswer.of(compared));
    } else {
      new CompareReport(session).print(compared);
    }
  }

  private OutputFile outputFile(String name, ComparedSource earlier, ComparedSource later) {
    List<Path> inputs = new ArrayList<>();
    for (ComparedSource source : List.of(earlier, later)) {
      if (source.isFile()) {
        inputs.add(source.file(session));
      }
    }
    OutputFile file = OutputFile.of(session, name, inputs);
    if (!List.of("csv", "geojson", "json").contains(file.format())) {
      throw CliException.usage("compare.which-format", name);
    }
    return file;
  }

  private ComparedPlans compared(
      ComparedSource earlier, ComparedSource later, CompareOptions options) {
    if (earlier.isFile() && later.isFile()) {
      return compared(null, ofFile(earlier, code), ofFile(later, codeOfLater()), options);
    }
    try (Store store = session.openStore()) {
      ComparedPlan before =
          earlier.isFile() ? ofFile(earlier, code) : earlier.ofStore(store, session.quiet());
      ComparedPlan after =
          later.isFile() ? ofFile(later, codeOfLater()) : later.ofStore(store, session.quiet());
      return compared(store, before, after, options);
    }
  }

  private @Nullable String codeOfLater() {
    return codeTo == null ? code : codeTo;
  }

  private ComparedPlan ofFile(ComparedSource source, @Nullable String field) {
    return source.ofFile(session, field, reading);
  }

  /** Codes of a file are taken as those of the plan that it is compared with. */
  private ComparedPlans compared(
      @Nullable Store store, ComparedPlan before, ComparedPlan after, CompareOptions options) {
    Theme theme = before.plan().theme();
    Theme other = after.plan().theme();
    boolean file =
        before.kind() == ComparedPlan.Kind.FILE || after.kind() == ComparedPlan.Kind.FILE;
    int fromDepth = depth(before, theme);
    int toDepth = depth(after, other);
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.comparing-plans"))) {
      return new PlanComparer(store)
          .compare(
              before,
              fromDepth,
              after,
              toDepth,
              options.withCodes(file || theme.id().equals(other.id())),
              display.shares());
    }
  }

  private int depth(ComparedPlan plan, Theme theme) {
    return plan.kind() == ComparedPlan.Kind.FILE ? 0 : PlanChoice.level(theme, level).depth();
  }
}
