package org.gridwright.core.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/** Plans made ring by ring, which may overlap. */
final class Overlaps {

  private Overlaps() {}

  /** Grids 1 to n, each of one ring. */
  static Plan plan(LatticeRing... rings) {
    List<Unit> units = new ArrayList<>();
    for (LatticeRing ring : rings) {
      String code = String.format("%03d", units.size());
      units.add(
          new Unit(0, code, null, code, Map.of(), LatticeMultiPolygon.of(LatticePolygon.of(ring))));
    }
    return Plan.of(Theme.of("t", "T", CodeScheme.FREE, "grid"), units);
  }

  /** Squares of 20 steps: 1 from x = 0, 2 from x = 10 over it, 3 from x = 30 beside both. */
  static Plan threeSquares() {
    return plan(square(0), square(10), square(30));
  }

  private static LatticeRing square(int x) {
    return LatticeRing.of(x, 0, x + 20, 0, x + 20, 20, x, 20, x, 0);
  }
}
