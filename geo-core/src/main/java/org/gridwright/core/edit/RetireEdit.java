package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Removes a grid and gives its ground to its neighbours. */
final class RetireEdit {

  private RetireEdit() {}

  static PlanChange change(EditablePlan plan, Edit.Retire edit) {
    Unit unit = Units.grid(plan.plan(), edit.unit());
    if (edit.heir() instanceof Heir.Named named) {
      Unit heir = Units.grid(plan.plan(), named.unit());
      if (heir == unit) {
        throw EditRefusedException.at(unit.drawnArea(), Refusal.TOO_FEW_UNITS);
      }
      return MergeEdit.merged(plan, List.of(heir, unit), heir, false);
    }
    if (edit.heir() == Heir.Rule.NEAREST_BORDER) {
      return new Inheritance(plan, unit).change();
    }
    Patch patch = Patch.around(plan, unit.drawnArea().envelope());
    Unit heir =
        Units.longestBorder(unit.drawnArea(), patch)
            .map(code -> Units.grid(plan.plan(), code))
            .orElseThrow(
                () -> EditRefusedException.at(unit.drawnArea(), Refusal.NO_NEIGHBOUR, unit.code()));
    return MergeEdit.merged(plan, List.of(heir, unit), heir, false);
  }
}
