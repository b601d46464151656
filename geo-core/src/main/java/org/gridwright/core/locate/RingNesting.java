package org.gridwright.core.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Whether the inside of an area (even–odd over all its rings) lies to the left of each ring's
 * direction, as far as the vertices alone can tell; rings that cross between vertices are found
 * elsewhere.
 */
final class RingNesting {

  private RingNesting() {}

  /**
   * False where a vertex repeats, or a shell or hole is nested in a way that turns its inside to
   * the right.
   */
  static boolean leftIsInside(LatticeMultiPolygon area) {
    List<LatticeRing> rings = new ArrayList<>();
    area.forEachRing(rings::add);
    if (repeatsVertex(rings)) {
      return false;
    }
    for (LatticeRing ring : rings) {
      long area2 = ring.signedArea2();
      boolean insideOthers = rings.size() > 1 && insideOthers(ring, rings);
      if (area2 == 0 || insideOthers == area2 > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean repeatsVertex(List<LatticeRing> rings) {
    int n = 0;
    for (LatticeRing ring : rings) {
      n += ring.size() - 1;
    }
    long[] vertices = new long[n];
    int k = 0;
    for (LatticeRing ring : rings) {
      for (int i = 0; i + 1 < ring.size(); i++) {
        vertices[k++] = (long) ring.x(i) << 32 | (ring.y(i) & 0xffffffffL);
      }
    }
    Arrays.sort(vertices);
    for (int i = 1; i < n; i++) {
      if (vertices[i] == vertices[i - 1]) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // equal rings are two
  private static boolean insideOthers(LatticeRing ring, List<LatticeRing> rings) {
    boolean inside = false;
    for (LatticeRing other : rings) {
      if (other != ring) {
        inside ^= holds(other, ring.x(0), ring.y(0));
      }
    }
    return inside;
  }

  /** Whether p + (ε, ε²) lies inside the ring. */
  private static boolean holds(LatticeRing ring, int x, int y) {
    boolean inside = false;
    for (int i = 0; i + 1 < ring.size(); i++) {
      int ay = ring.y(i);
      int by = ring.y(i + 1);
      if (ay <= y != by <= y) {
        long cross = Lattice.cross(ring.x(i), ay, ring.x(i + 1), by, x, y);
        inside ^= ay < by ? cross <= 0 : cross >= 0;
      }
    }
    return inside;
  }
}
