package org.gridwright.data.draft;

import java.util.List;
import java.util.function.Supplier;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Once;

/**
 * What became of a draft since one of its versions.
 *
 * @param changes each in order; those that changed no unit or void left out
 * @param then the draft's plan at that version
 */
record Since(List<PlanChange> changes, Supplier<EditablePlan> then) {

  Since {
    changes = List.copyOf(changes);
  }

  static Since nothing(Supplier<EditablePlan> now) {
    return new Since(List.of(), now);
  }

  /** Where the plan of that version has to be made by taking back what came after it. */
  static Since reversing(List<PlanChange> changes, EditablePlan now) {
    return new Since(changes, new Once<>(() -> before(changes, now)));
  }

  boolean isNothing() {
    return changes.isEmpty();
  }

  private static EditablePlan before(List<PlanChange> changes, EditablePlan now) {
    EditablePlan before = now;
    for (int i = changes.size() - 1; i >= 0; i--) {
      before = before.after(changes.get(i).reversed());
    }
    return before;
  }
}
