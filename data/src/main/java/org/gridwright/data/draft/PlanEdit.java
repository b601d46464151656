package org.gridwright.data.draft;

import java.util.function.Supplier;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditRefusedException;
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
   * @throws ChangeRefusedException when it makes no sense there
   */
  PlanChange on(EditablePlan plan);

  /** A planner's edit. */
  static PlanEdit of(Edit edit) {
    return plan -> refusing(() -> Editing.change(plan, edit));
  }

  /** What the core answers; what it refuses is refused in the words of the desk. */
  static <T> T refusing(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (EditRefusedException refused) {
      throw new ChangeRefusedException(
          refused.reason().id(), refused.told(), refused.place().orElse(null));
    }
  }
}
