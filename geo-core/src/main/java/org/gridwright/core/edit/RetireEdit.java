package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Removes a grid and gives its ground to its neighbours. */
public record RetireEdit(String unit, Heir heir) implements Edit {

  @Override
  public String kind() {
    return "retire";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  public PlanChange change(EditScope scope) {
    Unit retired = scope.grid(unit);
    if (heir == Heir.By.NEAREST_BORDER) {
      return new Inheritance(scope.editable(), retired).change();
    }
    Unit into =
        heir instanceof Heir.Named named ? scope.grid(named.unit()) : beside(scope, retired);
    if (into == retired) {
      throw EditRefusedException.at(retired.drawnArea(), Refusal.TOO_FEW_UNITS);
    }
    return MergeEdit.merged(scope.editable(), List.of(into, retired), into, false);
  }

  /** The neighbour with the longest border. */
  private static Unit beside(EditScope scope, Unit retired) {
    Patch patch = Patch.around(scope.editable(), retired.drawnArea().envelope());
    return Units.longestBorder(retired.drawnArea(), patch)
        .map(scope::grid)
        .orElseThrow(
            () ->
                EditRefusedException.at(retired.drawnArea(), Refusal.NO_NEIGHBOUR, retired.code()));
  }
}
