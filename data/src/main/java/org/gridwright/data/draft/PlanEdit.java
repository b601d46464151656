package org.gridwright.data.draft;

import java.time.Duration;
import java.util.function.Supplier;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;

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

  /** How long an edit of a whole plan may take. */
  Duration LIMIT = Duration.ofMinutes(2);

  /** A planner's edit. What takes longer than {@link #LIMIT} is refused. */
  static PlanEdit of(Edit edit) {
    return plan ->
        refusing(
            () ->
                Editing.change(
                    plan, edit, Progress.of(Cancellation.within(LIMIT), Progress.Listener.NOBODY)));
  }

  /** What the core answers; what it refuses is refused in the words of the desk. */
  static <T> T refusing(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (EditRefusedException refused) {
      throw new ChangeRefusedException(
          refused.reason().id(), refused.told(), refused.place().orElse(null));
    } catch (DeadlineException late) {
      throw new ChangeRefusedException("edit-too-long", late.told(), null);
    }
  }
}
