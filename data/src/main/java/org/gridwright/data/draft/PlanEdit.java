package org.gridwright.data.draft;

import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.plan.PlanChange;

/**
 * An edit as a function of the plan: the same edit can be made on a plan that has moved on. Pure;
 * called more than once.
 */
@FunctionalInterface
public interface PlanEdit {

  /**
   * What the edit does to a plan.
   *
   * @throws EditRefusedException when it makes no sense there
   */
  PlanChange on(EditablePlan plan);

  /** A planner's edit. */
  static PlanEdit of(Edit edit) {
    return plan -> {
      try {
        return Editing.change(plan, edit);
      } catch (org.gridwright.core.edit.EditRefusedException refused) {
        throw new EditRefusedException(
            refused.reason().id(), refused.told(), refused.place().orElse(null));
      }
    };
  }
}
