package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/** Outlines that are nearly those of a picture. */
final class Sparse {

  private Sparse() {}

  /** The same shells with corners of less than 180 degrees only, begun at their last point. */
  static LatticeMultiPolygon withoutStraightCorners(LatticeMultiPolygon area) {
    return new LatticeMultiPolygon(
        area.polygons().stream()
            .map(polygon -> LatticePolygon.of(withoutStraightCorners(polygon.shell())))
            .toList());
  }

  private static LatticeRing withoutStraightCorners(LatticeRing ring) {
    int n = ring.size() - 1;
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int before = (i + n - 1) % n;
      if (Lattice.cross(
              ring.x(before), ring.y(before), ring.x(i), ring.y(i), ring.x(i + 1), ring.y(i + 1))
          != 0) {
        kept.add(i);
      }
    }
    kept.add(0, kept.get(kept.size() - 1));
    int[] xy = new int[2 * kept.size()];
    for (int k = 0; k < kept.size(); k++) {
      xy[2 * k] = ring.x(kept.get(k));
      xy[2 * k + 1] = ring.y(kept.get(k));
    }
    return LatticeRing.of(xy);
  }

  /** A and B side by side, each some cells wide and one high, their border moved east by steps. */
  static Plan moveMiddleBorder(Theme theme, int west, int south, int cell, int cells, int steps) {
    int border = west + cells * cell + steps;
    return Plan.of(
        theme,
        List.of(
            box("A", west, south, border, south + cell),
            box("B", border, south, west + 2 * cells * cell, south + cell)));
  }

  private static Unit box(String code, int minX, int minY, int maxX, int maxY) {
    LatticeRing ring = LatticeRing.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY);
    return new Unit(0, code, null, code, Map.of(), LatticeMultiPolygon.of(LatticePolygon.of(ring)));
  }
}
