package org.gridwright.core.repair;

import java.util.List;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Unit;

/**
 * The ground of a unit as it was meant. What several parts of one unit cover, because a part was
 * drawn or read twice, is that unit's, and no hole in it.
 */
final class OwnGround {

  private OwnGround() {}

  /** The areas of units; those whose parts lie over each other united, the others as drawn. */
  static List<LatticeMultiPolygon> of(List<Unit> units) {
    return units.stream().map(unit -> of(unit.drawnArea())).toList();
  }

  private static LatticeMultiPolygon of(LatticeMultiPolygon drawn) {
    return drawn.polygons().size() == 1 || RingFaults.faultOf(drawn) == null
        ? drawn
        : UpperLevels.union(drawn.polygons().stream().map(LatticeMultiPolygon::of).toList());
  }
}
