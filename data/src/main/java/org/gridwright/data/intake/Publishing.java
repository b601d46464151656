package org.gridwright.data.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;

/**
 * Decides whether a plan that comes from a file may be published: by the rules of its theme that
 * can block, and by what was accepted in the theme before.
 *
 * @param findings everything found by those rules, accepted or not
 * @param exceptions what has to be accepted now
 */
record Publishing(List<Finding> findings, List<AcceptedFinding> exceptions) {

  Publishing {
    findings = List.copyOf(findings);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Checks a plan.
   *
   * @param drawn what is wrong with how its units were drawn in the file
   * @param asked how it is to be published
   * @throws PublishRefusedException when there are blocking findings and no reason
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  static Publishing of(
      Store store,
      Plan plan,
      List<Finding> drawn,
      ZoneOptions.Publish asked,
      Actor author,
      Progress progress) {
    String theme = plan.theme().id();
    CoverageCheck check = CoverageCheck.of(new PlanCheck(store).rules(theme).blockingOnly());
    List<Finding> findings = FindingLists.joined(List.of(drawn, check.check(plan, progress)));
    List<Finding> open =
        Acceptances.apply(findings, store.review().accepted(theme, null)).open().stream()
            .filter(finding -> finding.severity() == Severity.BLOCKING)
            .toList();
    String reason = asked.accept();
    if (!open.isEmpty() && (reason == null || reason.isBlank())) {
      throw new PublishRefusedException(theme, open.size(), findings);
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Publishing(
        findings,
        open.stream()
            .map(finding -> AcceptedFinding.of(finding, String.valueOf(reason), author.name(), now))
            .toList());
  }
}
