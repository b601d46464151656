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
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.UnreadableRow;
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

  @Option(names = "--accept", paramLabel = "FINDING=REASON")
  private List<String> accepted = List.of();

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "anonymous")
  private String author = "anonymous";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FINDINGS.geojson")
  private @Nullable String output;

  private List<UnreadableRow> unreadable = List.of();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile findingsFile =
        output == null
            ? null
            : OutputFile.of(session, output, file == null ? List.of() : List.of(file));
    Acceptances.Verdicts found = file == null ? ofStore() : ofFile(file);
    FindingsReport report = new FindingsReport(session);
    if (findingsFile != null) {
      report.write(found, findingsFile);
    }
    if (findingsFile == null || !findingsFile.isStandardOutput()) {
      tell(report, found);
    }
    return found.blocking() > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private void tell(FindingsReport report, Acceptances.Verdicts found) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("blocking", found.blocking());
      json.put("warnings", found.open().size() - found.blocking());
      json.put("findings", report.json(found.open()));
      json.put("accepted", report.acceptedJson(found.accepted()));
      json.put("unreadable", UnreadableRows.json(session, unreadable));
      session.printJson(json);
    } else {
      report.print(found);
      UnreadableRows.tell(session, unreadable);
    }
  }

  private Acceptances.Verdicts ofFile(Path boundaries) {
    if (code == null) {
      throw CliException.usage("check.file-needs-code");
    }
    if (theme != null || draft != null || at != null || !accepted.isEmpty()) {
      throw CliException.usage("check.file-or-store");
    }
    CoverageRules rules = ruleOptions.ofFile();
    ZoneImport.Read read =
        ZonesFile.read(
            session,
            boundaries,
            code,
            sameCode,
            reading.reading(),
            reading.datum(),
            (unit, feature) -> {});
    try (ProgressDisplay progress = checking()) {
      List<Finding> found = CoverageCheck.of(rules).check(read.plan(), progress.shares());
      return new Acceptances.Verdicts(
          FindingLists.joined(List.of(read.findings(), found)), List.of());
    }
  }

  private Acceptances.Verdicts ofStore() {
    if (code != null) {
      throw CliException.usage("check.code-needs-file");
    }
    if (!accepted.isEmpty() && draft == null) {
      throw CliException.usage("check.accept-needs-draft");
    }
    try (Store store = session.openStore()) {
      unreadable = store.rows().unreadable();
      PlanInfo info = planInfo(store);
      RuleSet rules = ruleOptions.ofTheme(store.review().rules(info.theme()));
      accept(store, info);
      Plan plan = store.plans().load(info.id(), session.quiet());
      Long draftId = info.status() == PlanInfo.Status.DRAFT ? info.id() : null;
      try (ProgressDisplay progress = checking()) {
        return new PlanCheck(store)
            .by(rules)
            .since(info.effectiveFrom())
            .check(plan, draftId, progress.shares());
      }
    }
  }

  private void accept(Store store, PlanInfo info) {
    DraftDesk desk = new DraftDesk(store);
    for (String text : accepted) {
      int equals = text.indexOf('=');
      if (equals < 1 || text.substring(equals + 1).isBlank()) {
        throw CliException.usage("check.accept-unreadable", text);
      }
      desk.accept(
          info.id(), text.substring(0, equals), text.substring(equals + 1), Actor.named(author));
    }
  }

  private ProgressDisplay checking() {
    return ProgressDisplay.ofShares(session, session.say("progress.checking"));
  }

  private PlanInfo planInfo(Store store) {
    if (draft != null) {
      return PlanChoice.known(store, draft);
    }
    return PlanChoice.inForce(store, PlanChoice.theme(store, theme), at);
  }
}
