package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Grids in order of nearness to a point anywhere on Earth. A packed tree of boxes in space around
 * the boundaries of grids; immutable, 48 bytes a grid and a little more.
 */
final class GlobeIndex implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int FAN = 8;

  private final int[] items;
  private final int[] levelStart;
  private final double[] boxes;

  /** Builds the tree in O(n log n) plus one pass over all vertices. */
  GlobeIndex(GridRings[] grids) {
    items = sortedAlongCurve(grids);
    levelStart = levelStarts(items.length);
    boxes = new double[6 * levelStart[levelStart.length - 1]];
    for (int i = 0; i < items.length; i++) {
      emptyBox(i);
      addGrid(i, grids[items[i]]);
    }
    for (int level = 1; level + 1 < levelStart.length; level++) {
      for (int node = levelStart[level]; node < levelStart[level + 1]; node++) {
        emptyBox(node);
        int first = levelStart[level - 1] + (node - levelStart[level]) * FAN;
        for (int child = first; child < Math.min(first + FAN, levelStart[level]); child++) {
          addBox(node, child);
        }
      }
    }
  }

  /**
   * Visits grids in the order of a lower bound of their distance until that bound exceeds {@code
   * limit}, which may shrink while grids are visited.
   */
  void visitNearest(double[] place, DoubleSupplier limit, IntConsumer visitor) {
    if (items.length == 0) {
      return;
    }
    PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingDouble(Entry::bound));
    int root = boxes.length / 6 - 1;
    queue.add(new Entry(root, levelStart.length - 2, 0));
    for (Entry next = queue.poll();
        next != null && next.bound <= limit.getAsDouble();
        next = queue.poll()) {
      if (next.level == 0) {
        visitor.accept(items[next.node]);
        continue;
      }
      int first = levelStart[next.level - 1] + (next.node - levelStart[next.level]) * FAN;
      for (int child = first; child < Math.min(first + FAN, levelStart[next.level]); child++) {
        double bound = distance(child, place);
        if (bound <= limit.getAsDouble()) {
          queue.add(new Entry(child, next.level - 1, bound));
        }
      }
    }
  }

  private record Entry(int node, int level, double bound) {}

  /** Positions of the levels in the boxes, leaves first; the last entry is the total. */
  private static int[] levelStarts(int n) {
    int[] starts = new int[16];
    int levels = 1;
    for (int size = n; ; size = (size + FAN - 1) / FAN) {
      starts[levels] = starts[levels - 1] + size;
      levels++;
      if (size <= 1) {
        return Arrays.copyOf(starts, levels);
      }
    }
  }

  /** Grid indices along a Z-order curve through the centres of their rectangles. */
  private static int[] sortedAlongCurve(GridRings[] grids) {
    Integer[] order = new Integer[grids.length];
    long[] key = new long[grids.length];
    for (int i = 0; i < grids.length; i++) {
      LatticeEnvelope box = grids[i].envelope();
      long x = ((long) box.minX() + box.maxX()) / 2 - Integer.MIN_VALUE;
      long y = ((long) box.minY() + box.maxY()) / 2 - Integer.MIN_VALUE;
      key[i] = spread(x >>> 1) << 1 | spread(y >>> 1);
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingLong(i -> key[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Puts a zero between any two of the low 31 bits. */
  private static long spread(long v) {
    v = (v | v << 16) & 0x0000FFFF0000FFFFL;
    v = (v | v << 8) & 0x00FF00FF00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | v << 2) & 0x3333333333333333L;
    return (v | v << 1) & 0x5555555555555555L;
  }

  private void emptyBox(int node) {
    Arrays.fill(boxes, 6 * node, 6 * node + 3, Double.POSITIVE_INFINITY);
    Arrays.fill(boxes, 6 * node + 3, 6 * node + 6, Double.NEGATIVE_INFINITY);
  }

  private void addGrid(int node, GridRings grid) {
    double[] xyz = new double[3];
    for (int r = 0; r < grid.ringCount(); r++) {
      LatticeRing ring = grid.ring(r);
      for (int i = 1; i < ring.size(); i++) {
        double slack =
            1e-6
                + Globe.bulge(
                    (double) ring.x(i) - ring.x(i - 1), (double) ring.y(i) - ring.y(i - 1));
        Globe.place(ring.x(i - 1), ring.y(i - 1), xyz);
        addPlace(node, xyz, slack);
        Globe.place(ring.x(i), ring.y(i), xyz);
        addPlace(node, xyz, slack);
      }
    }
  }

  private void addPlace(int node, double[] xyz, double slack) {
    for (int axis = 0; axis < 3; axis++) {
      boxes[6 * node + axis] = Math.min(boxes[6 * node + axis], xyz[axis] - slack);
      boxes[6 * node + 3 + axis] = Math.max(boxes[6 * node + 3 + axis], xyz[axis] + slack);
    }
  }

  private void addBox(int node, int child) {
    for (int axis = 0; axis < 3; axis++) {
      boxes[6 * node + axis] = Math.min(boxes[6 * node + axis], boxes[6 * child + axis]);
      boxes[6 * node + 3 + axis] =
          Math.max(boxes[6 * node + 3 + axis], boxes[6 * child + 3 + axis]);
    }
  }

  private double distance(int node, double[] xyz) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double below = boxes[6 * node + axis] - xyz[axis];
      double above = xyz[axis] - boxes[6 * node + 3 + axis];
      double out = Math.max(0, Math.max(below, above));
      sum += out * out;
    }
    return Math.sqrt(sum);
  }
}
