package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a plan or a boundary file. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--same-code", paramLabel = "WHAT")
  private ZoneOptions.SameCode sameCode = ZoneOptions.SameCode.MERGE;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--draft", paramLabel = "PLAN")
  private @Nullable Long draft;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Mixin private final RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FINDINGS.geojson")
  private @Nullable String output;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CoverageRules rules = ruleOptions.rules();
    OutputFile findingsFile =
        output == null
            ? null
            : OutputFile.of(session, output, file == null ? List.of() : List.of(file));
    Plan plan = plan();
    List<Finding> findings;
    try (ProgressDisplay progress =
        new ProgressDisplay(session, session.say("progress.checking"), 0)) {
      findings = CoverageCheck.of(rules).check(plan);
    }
    FindingsReport report = new FindingsReport(session);
    if (findingsFile != null) {
      report.write(findings, findingsFile);
    }
    if (findingsFile == null || !findingsFile.isStandardOutput()) {
      tell(report, findings);
    }
    return FindingsReport.blocking(findings) > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private void tell(FindingsReport report, List<Finding> findings) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("blocking", FindingsReport.blocking(findings));
      json.put("warnings", findings.size() - FindingsReport.blocking(findings));
      json.put("findings", report.json(findings));
      session.printJson(json);
    } else {
      report.print(findings);
    }
  }

  private Plan plan() {
    if (file != null) {
      if (code == null) {
        throw CliException.usage("check.file-needs-code");
      }
      if (theme != null || draft != null || at != null) {
        throw CliException.usage("check.file-or-store");
      }
      return ZonesFile.read(session, file, code, sameCode, reading);
    }
    if (code != null) {
      throw CliException.usage("check.code-needs-file");
    }
    try (Store store = session.openStore()) {
      return store.plans().load(planInfo(store).id());
    }
  }

  private PlanInfo planInfo(Store store) {
    if (draft == null) {
      Theme chosen = PlanChoice.theme(store, theme);
      return PlanChoice.inForce(store, chosen, at);
    }
    return PlanChoice.known(store, draft);
  }
}
