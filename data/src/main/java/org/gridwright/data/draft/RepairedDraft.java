package org.gridwright.data.draft;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.Repaired;
import org.gridwright.data.message.DataMessages;

/**
 * A draft that was repaired.
 *
 * @param proposal what was to be done
 * @param outcome the plan that came of it, as the repair has checked it
 * @param edited the revision that was made
 */
public record RepairedDraft(Proposal proposal, Repaired outcome, Edited edited) {

  /**
   * What a repair changes.
   *
   * @throws ChangeRefusedException when that is nothing
   */
  static PlanChange change(Plan before, Plan after) {
    PlanChange change = PlanChange.between(before, after);
    if (change.isEmpty()) {
      throw new ChangeRefusedException(
          "nothing-to-repair", DataMessages.of("draft.nothing-to-repair"), null);
    }
    return change;
  }
}
