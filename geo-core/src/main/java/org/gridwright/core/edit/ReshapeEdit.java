package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Draws the border between two grids anew: the ground between the border and the line changes
 * hands. The line starts and ends on the border, or crosses the grids from outline to outline; it
 * may cross the border several times.
 */
public record ReshapeEdit(String unit, String other, List<LatticePoint> line) implements Edit {

  public ReshapeEdit {
    line = List.copyOf(line);
  }

  @Override
  public String kind() {
    return "reshape";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(line);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  public PlanChange change(EditScope scope) {
    List<Unit> both = List.of(scope.grid(unit), scope.grid(other));
    if (both.get(0) == both.get(1)) {
      throw EditRefusedException.of(Refusal.TOO_FEW_UNITS);
    }
    List<String> codes = List.of(unit, other);
    Patch patch =
        Patch.around(
            scope.editable(), Reach.aroundAreas(both.stream().map(Unit::drawnArea).toList()));
    Snap snap = Snap.around(line.get(0), scope.snapMetres());
    ReshapedBorder border = new ReshapedBorder(DividedPatch.cutBy(patch, codes, line, snap));
    if (border.changesNothing()) {
      throw EditRefusedException.at(line.get(0), Refusal.LINE_CHANGES_NOTHING, unit, other);
    }
    for (int grid = 0; grid < 2; grid++) {
      patch.put(codes.get(grid), border.area(grid, both.get(grid).drawnArea()));
    }
    patch.takeUnneeded();
    patch.takeLeftovers(codes);
    Outcome outcome = new Outcome(scope.plan());
    patch.finish(outcome);
    return outcome.change();
  }
}
