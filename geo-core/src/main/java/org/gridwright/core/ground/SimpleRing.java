package org.gridwright.core.ground;

import java.util.Arrays;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * A quick and exact test for the usual area: one ring that neither crosses nor touches itself. Such
 * an area is valid; any other one needs a closer look. Sweeps along the longer side of the ring's
 * rectangle: O(n log n) and the pairs of edges that overlap in that direction.
 */
public final class SimpleRing {

  private final LatticeRing ring;
  private final int edges;

  private SimpleRing(LatticeRing ring) {
    this.ring = ring;
    this.edges = ring.size() - 1;
  }

  /** Whether an area is a single simple ring, and therefore valid. */
  public static boolean isOnly(LatticeMultiPolygon area) {
    return area.polygons().size() == 1
        && area.polygons().get(0).holes().isEmpty()
        && new SimpleRing(area.polygons().get(0).shell()).isSimple();
  }

  private boolean isSimple() {
    boolean wide =
        (long) ring.envelope().maxX() - ring.envelope().minX()
            >= (long) ring.envelope().maxY() - ring.envelope().minY();
    long[] order = new long[edges];
    for (int i = 0; i < edges; i++) {
      order[i] = (long) low(i, wide) << 32 | i;
    }
    Arrays.sort(order);
    for (int i = 0; i < edges; i++) {
      int e = (int) order[i];
      int reach = high(e, wide);
      for (int j = i + 1; j < edges && order[j] >> 32 <= reach; j++) {
        int f = (int) order[j];
        if (low(f, !wide) <= high(e, !wide) && low(e, !wide) <= high(f, !wide) && conflict(e, f)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean conflict(int e, int f) {
    if (f == (e + 1) % edges) {
      return foldsBack(e, f);
    }
    if (e == (f + 1) % edges) {
      return foldsBack(f, e);
    }
    return side(e, f) * side(e, f + 1) <= 0 && side(f, e) * side(f, e + 1) <= 0;
  }

  /** Whether the next edge runs back along an edge. */
  private boolean foldsBack(int e, int next) {
    long dot =
        ((long) ring.x(e + 1) - ring.x(e)) * ((long) ring.x(next + 1) - ring.x(next))
            + ((long) ring.y(e + 1) - ring.y(e)) * ((long) ring.y(next + 1) - ring.y(next));
    return dot < 0 && side(e, next + 1) == 0;
  }

  private int side(int edge, int point) {
    return Lattice.orientation(
        ring.x(edge),
        ring.y(edge),
        ring.x(edge + 1),
        ring.y(edge + 1),
        ring.x(point),
        ring.y(point));
  }

  private int low(int edge, boolean alongX) {
    return alongX
        ? Math.min(ring.x(edge), ring.x(edge + 1))
        : Math.min(ring.y(edge), ring.y(edge + 1));
  }

  private int high(int edge, boolean alongX) {
    return alongX
        ? Math.max(ring.x(edge), ring.x(edge + 1))
        : Math.max(ring.y(edge), ring.y(edge + 1));
  }
}
