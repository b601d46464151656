package org.gridwright.data.intake;

import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.repair.Repaired;
import org.gridwright.core.work.Progress;

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
   * @param drawn what was wrong with how its units were drawn in a file; the plan is without it, as
   *     reading dissolves parts into ground
   * @throws org.gridwright.core.repair.RepairException when a choice can not be followed
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Mending of(
      Plan plan, List<Finding> drawn, RepairOptions options, Progress progress) {
    Mending mending =
        of(Repair.propose(plan, options, progress.part(0, 0.5)), progress.part(0.5, 1));
    return new Mending(
        FindingLists.joined(List.of(mending.before(), drawn)),
        mending.proposal(),
        mending.repaired());
  }

  /**
   * What comes of a proposal.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Mending of(Proposal proposal, Progress progress) {
    CoverageCheck check = CoverageCheck.of(proposal.options().rules());
    return new Mending(
        check.check(proposal.before(), progress.part(0, 0.5)),
        proposal,
        proposal.apply(progress.part(0.5, 1)));
  }
}
