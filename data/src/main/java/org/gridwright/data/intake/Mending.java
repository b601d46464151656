package org.gridwright.data.intake;

import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.repair.Repaired;

/**
 * A plan that was mended: what was wrong, what was proposed, and what came of it.
 *
 * @param before what the check found, by the rules that the outcome is checked by
 * @param repaired the outcome of applying {@code proposal}
 */
public record Mending(List<Finding> before, Proposal proposal, Repaired repaired) {

  public Mending {
    before = List.copyOf(before);
  }

  /**
   * Mends a plan in memory.
   *
   * @throws org.gridwright.core.repair.RepairException when a choice can not be followed
   */
  public static Mending of(Plan plan, RepairOptions options) {
    return of(Repair.propose(plan, options));
  }

  /** What comes of a proposal. */
  public static Mending of(Proposal proposal) {
    CoverageCheck check = CoverageCheck.of(proposal.options().rules());
    return new Mending(check.check(proposal.before()), proposal, proposal.apply());
  }
}
