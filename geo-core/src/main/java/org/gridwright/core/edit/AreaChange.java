package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * By how much the ground of a grid became larger or smaller, in square metres to the hundredth.
 *
 * @param before 0 for a grid that is new
 * @param after 0 for one that is gone
 */
public record AreaChange(String code, double before, double after) {

  /** Of the grids whose ground is of another size after a change, in the order of the change. */
  public static List<AreaChange> of(PlanChange change, int gridDepth) {
    List<AreaChange> changes = new ArrayList<>();
    for (UnitChange unit : change.units()) {
      if (unit.depth() == gridDepth) {
        LatticeMultiPolygon was = unit.before() == null ? null : unit.before().area();
        LatticeMultiPolygon is = unit.after() == null ? null : unit.after().area();
        AreaChange each = new AreaChange(unit.code(), size(was), size(is));
        if (each.before != each.after) {
          changes.add(each);
        }
      }
    }
    return changes;
  }

  /** By how much, whichever way. */
  public double size() {
    return Math.abs(after - before);
  }

  private static double size(@Nullable LatticeMultiPolygon area) {
    return area == null ? 0 : Math.round(GroundSize.equalAreaSquareMetres(area) * 100) / 100.0;
  }
}
