package org.gridwright.data.intake;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.Severity;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.store.PlanStore.Published;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Publishes drafts that are seamless, or whose findings are accepted with a reason. */
public final class Publishing {

  private final Store store;

  public Publishing(Store store) {
    this.store = store;
  }

  /** What was published, and what the check found. */
  public record Outcome(Published published, List<Finding> findings) {

    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks a draft and publishes it, in one transaction.
   *
   * @param effective first day in force
   * @param accept the reason with which blocking findings are accepted; null to refuse them. Not
   *     recorded where there are none
   * @throws PublishRefusedException when there are blocking findings and no reason
   * @throws org.gridwright.data.store.StoreException when there is no such draft
   */
  public Outcome publish(long draftId, LocalDate effective, @Nullable String accept) {
    return store.transaction(
        open -> {
          Plan plan = open.plans().load(draftId);
          List<Finding> findings = CoverageCheck.standard().check(plan);
          String accepted = accepted(plan, findings, accept);
          return new Outcome(open.plans().publish(draftId, effective, accepted), findings);
        });
  }

  /**
   * The reason to record with a plan: null where nothing had to be accepted.
   *
   * @throws PublishRefusedException when there are blocking findings and no reason
   */
  static @Nullable String accepted(Plan plan, List<Finding> findings, @Nullable String accept) {
    long blocking = findings.stream().filter(it -> it.severity() == Severity.BLOCKING).count();
    if (blocking == 0) {
      return null;
    }
    if (accept == null || accept.isBlank()) {
      throw new PublishRefusedException(plan.theme().id(), blocking, findings);
    }
    return accept;
  }
}
