package org.gridwright.core.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts rings that were traced one by one together: each hole into the smallest shell around it.
 * Pure and thread-safe; the time grows with the shells times the vertices of the holes.
 */
public final class NestedRings {

  private NestedRings() {}

  /**
   * The area of rings that do not cross but may touch in points.
   *
   * @param shells counter-clockwise, at least one
   * @param holes clockwise; each lies inside a shell
   * @return polygons from the largest shell to the smallest
   */
  public static LatticeMultiPolygon of(List<LatticeRing> shells, List<LatticeRing> holes) {
    List<LatticeRing> ascending = new ArrayList<>(shells);
    ascending.sort(Comparator.comparingLong(LatticeRing::signedArea2));
    Map<LatticeRing, List<LatticeRing>> holesOf = new HashMap<>();
    for (LatticeRing hole : holes) {
      LatticeRing shell =
          ascending.stream()
              .filter(it -> ascending.size() == 1 || contains(it, hole))
              .findFirst()
              .orElseThrow();
      holesOf.computeIfAbsent(shell, it -> new ArrayList<>()).add(hole);
    }
    List<LatticePolygon> polygons = new ArrayList<>();
    for (int i = ascending.size() - 1; i >= 0; i--) {
      polygons.add(
          new LatticePolygon(ascending.get(i), holesOf.getOrDefault(ascending.get(i), List.of())));
    }
    return new LatticeMultiPolygon(polygons);
  }

  /** Whether a ring lies inside another one that it does not cross but may touch in points. */
  private static boolean contains(LatticeRing shell, LatticeRing hole) {
    if (!shell.envelope().contains(hole.envelope().minX(), hole.envelope().minY())
        || !shell.envelope().contains(hole.envelope().maxX(), hole.envelope().maxY())) {
      return false;
    }
    for (int i = 1; i < hole.size(); i++) {
      int side = sideOf(shell, hole.x(i), hole.y(i));
      if (side != 0) {
        return side > 0;
      }
    }
    return false;
  }

  /** 1 inside, 0 on the ring, -1 outside. */
  private static int sideOf(LatticeRing ring, int x, int y) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      int ax = ring.x(i - 1);
      int ay = ring.y(i - 1);
      int bx = ring.x(i);
      int by = ring.y(i);
      if (Lattice.onSegment(ax, ay, bx, by, x, y)) {
        return 0;
      }
      if (ay <= y != by <= y && Lattice.orientation(ax, ay, bx, by, x, y) > 0 == by > ay) {
        inside = !inside;
      }
    }
    return inside ? 1 : -1;
  }
}
