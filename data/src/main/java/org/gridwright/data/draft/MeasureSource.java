package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.UnitChange;

/** Where it is known how much grids have of something. */
interface MeasureSource {

  /** Another where grids may have more or less though their plan is the same. */
  String version();

  /** What all grids of a plan have. */
  GridAmounts of(EditablePlan plan);

  /** The same of a later plan, from what the grids of an earlier one have. */
  GridAmounts after(EditablePlan before, GridAmounts amounts, EditablePlan now);

  /** The grids that two plans do not have in common. */
  static List<UnitChange> changes(EditablePlan before, EditablePlan now) {
    int depth = now.plan().theme().gridLevel().depth();
    return PlanChange.between(before.plan(), now.plan()).units().stream()
        .filter(change -> change.depth() == depth)
        .toList();
  }
}
