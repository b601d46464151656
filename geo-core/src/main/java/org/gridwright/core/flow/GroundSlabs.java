package org.gridwright.core.flow;

import java.util.Arrays;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.measure.EqualArea;

/**
 * Measures the ground that all of some areas enclose. It is cut into slabs between the latitudes of
 * vertices, and these where edges cross, so that it consists of trapezoids between neighbouring
 * edges. What is nearly the same place may be taken in the wrong order: the trapezoid between is
 * nearly nothing then, so that nothing has to be exact. For one thread.
 *
 * <p>Coordinates are doubles: x in lattice steps from the west of the box, y in {@link
 * EqualArea#strip} from its south. Takes time in proportion to the edges in the box, times how many
 * of them a line from west to east meets.
 */
final class GroundSlabs {

  private static final int BITS = 32;

  private final LatticeEnvelope box;
  private final double south;

  /** Of each edge: x and y of its lower end, and by how much x grows with y. */
  private double[] lower = new double[3 * 64];

  /**
   * Of each edge: latitude of its lower end in steps, of its upper end, and the bit of its area.
   */
  private int[] reach = new int[3 * 64];

  private int edges;

  /**
   * @param box all ground that is asked for lies in it
   */
  GroundSlabs(LatticeEnvelope box) {
    this.box = box;
    this.south = EqualArea.strip(box.minY());
  }

  /** Adds a ring of an area; what rings enclose is read by even–odd. */
  void add(LatticeRing ring, int bit) {
    for (int i = 1; i < ring.size(); i++) {
      boolean up = ring.y(i) > ring.y(i - 1);
      int low = up ? i - 1 : i;
      int high = up ? i : i - 1;
      if (ring.y(low) < ring.y(high)
          && ring.y(high) > box.minY()
          && ring.y(low) < box.maxY()
          && Math.min(ring.x(low), ring.x(high)) <= box.maxX()) {
        add(ring, low, high, bit);
      }
    }
  }

  private void add(LatticeRing ring, int low, int high, int bit) {
    if (3 * edges == reach.length) {
      lower = Arrays.copyOf(lower, 2 * lower.length);
      reach = Arrays.copyOf(reach, 2 * reach.length);
    }
    double bottom = EqualArea.strip(ring.y(low));
    lower[3 * edges] = (double) ring.x(low) - box.minX();
    lower[3 * edges + 1] = bottom - south;
    lower[3 * edges + 2] =
        ((double) ring.x(high) - ring.x(low)) / (EqualArea.strip(ring.y(high)) - bottom);
    reach[3 * edges] = ring.y(low);
    reach[3 * edges + 1] = ring.y(high);
    reach[3 * edges + 2] = bit;
    edges++;
  }

  /**
   * Square metres that lie in areas of all bits.
   *
   * @param all the bits
   */
  double squareMetres(int all) {
    int[] latitudes = latitudes();
    long[] bySouth = bySouth();
    int[] active = new int[edges];
    int reached = 0;
    int next = 0;
    GroundSlab slab = new GroundSlab(edges, all);
    double sum = 0;
    double bottom = 0;
    for (int i = 1; i < latitudes.length; i++) {
      int latitude = latitudes[i - 1];
      reached = stillReached(active, reached, latitude);
      while (next < edges && (bySouth[next] >> BITS) <= latitude) {
        active[reached++] = (int) bySouth[next++];
      }
      double top = EqualArea.strip(latitudes[i]) - south;
      slab.clear();
      for (int k = 0; k < reached; k++) {
        slab.add(x(active[k], bottom), x(active[k], top), reach[3 * active[k] + 2]);
      }
      sum += slab.width() * (top - bottom);
      bottom = top;
    }
    return sum;
  }

  /** Moves edges that go beyond a latitude to the front; returns their number. */
  private int stillReached(int[] active, int count, int latitude) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (reach[3 * active[k] + 1] > latitude) {
        active[kept++] = active[k];
      }
    }
    return kept;
  }

  private double x(int edge, double y) {
    return lower[3 * edge] + (y - lower[3 * edge + 1]) * lower[3 * edge + 2];
  }

  /** Latitudes of the box and of all ends of edges in it, in steps, ascending and different. */
  private int[] latitudes() {
    int[] all = new int[2 * edges + 2];
    int count = 0;
    all[count++] = box.minY();
    all[count++] = box.maxY();
    for (int edge = 0; edge < edges; edge++) {
      all[count++] = Math.max(box.minY(), reach[3 * edge]);
      all[count++] = Math.min(box.maxY(), reach[3 * edge + 1]);
    }
    Arrays.sort(all);
    int kept = 1;
    for (int i = 1; i < all.length; i++) {
      if (all[i] > all[kept - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  /** Latitude of the lower end in the upper bits and the edge in the lower ones, ascending. */
  private long[] bySouth() {
    long[] order = new long[edges];
    for (int edge = 0; edge < edges; edge++) {
      order[edge] = (long) reach[3 * edge] << BITS | edge;
    }
    Arrays.sort(order);
    return order;
  }
}
