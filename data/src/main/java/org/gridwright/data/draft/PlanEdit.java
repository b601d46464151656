package org.gridwright.data.draft;

import java.util.Optional;
import java.util.function.Supplier;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
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

  /**
   * As {@link #on(EditablePlan)}, told how far it is.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  default PlanChange on(EditablePlan plan, Progress progress) {
    progress.checkpoint();
    return on(plan);
  }

  /**
   * Around what is drawn of an edit that is {@linkplain Edit#isLocal local}; empty where what it
   * does may depend on all of the plan.
   */
  default Optional<LatticeEnvelope> reach() {
    return Optional.empty();
  }

  /** A planner's edit. */
  static PlanEdit of(Edit edit) {
    return new PlanEdit() {
      @Override
      public PlanChange on(EditablePlan plan) {
        return on(plan, Progress.NONE);
      }

      @Override
      public PlanChange on(EditablePlan plan, Progress progress) {
        return refusing(() -> Editing.change(plan, edit, progress));
      }

      @Override
      public Optional<LatticeEnvelope> reach() {
        return edit.isLocal() ? Optional.of(edit.drawn()) : Optional.empty();
      }
    };
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
