package org.gridwright.data.intake;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.repair.Repaired;

/**
 * A plan that was mended: what was proposed, and what came of it.
 *
 * @param repaired the outcome of applying {@code proposal}
 */
public record Mending(Proposal proposal, Repaired repaired) {

  /**
   * Mends a plan in memory.
   *
   * @throws org.gridwright.core.repair.RepairException when a choice can not be followed
   */
  public static Mending of(Plan plan, RepairOptions options) {
    Proposal proposal = Repair.propose(plan, options);
    return new Mending(proposal, proposal.apply());
  }
}
