package org.gridwright.core.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.NestedRings;

/**
 * Joins arcs to rings, and rings to polygons that are valid: a ring that touches itself in a point
 * becomes two, and each hole goes to the smallest shell around it.
 */
final class RingTracer {

  private final Partition partition;
  private final List<LatticeRing> shells = new ArrayList<>();
  private final List<LatticeRing> holes = new ArrayList<>();

  RingTracer(Partition partition) {
    this.partition = partition;
  }

  /**
   * The region on the left of the given half-arcs.
   *
   * @param halves at least the half-arcs around the region
   * @param around tells whether a half-arc has the region on its left and something else on its
   *     right
   */
  LatticeMultiPolygon trace(int[] halves, IntPredicate around) {
    Set<Integer> done = new HashSet<>();
    for (int half : halves) {
      if (around.test(half) && !done.contains(half)) {
        walk(half, around, done);
      }
    }
    return NestedRings.of(shells, holes);
  }

  private void walk(int first, IntPredicate around, Set<Integer> done) {
    Loop loop = new Loop();
    int half = first;
    do {
      done.add(half);
      loop.append(half);
      half = partition.clockwise(half ^ 1);
      while (!around.test(half)) {
        half = partition.clockwise(half);
      }
    } while (half != first);
    loop.close();
  }

  /** The points of a walk, from which a ring is cut whenever the walk comes back to a node. */
  private final class Loop {

    private final Map<Long, Integer> positionOfNode = new HashMap<>();
    private final List<Long> nodes = new ArrayList<>();
    private int[] xy = new int[64];
    private int size;

    void append(int half) {
      int arc = half >> 1;
      int points = partition.arcSize(arc);
      for (int k = 0; k < points - 1; k++) {
        int i = (half & 1) == 0 ? k : points - 1 - k;
        int x = partition.arcX(arc, i);
        int y = partition.arcY(arc, i);
        if (k == 0) {
          arriveAt(x, y);
        }
        push(x, y);
      }
    }

    private void arriveAt(int x, int y) {
      long node = (long) x << 32 | (y & 0xFFFFFFFFL);
      Integer before = positionOfNode.get(node);
      if (before != null) {
        cutFrom(before);
        while (positionOfNode.containsKey(node)) {
          positionOfNode.remove(nodes.remove(nodes.size() - 1));
        }
      }
      positionOfNode.put(node, size);
      nodes.add(node);
    }

    private void push(int x, int y) {
      if (size + 2 > xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      xy[size++] = x;
      xy[size++] = y;
    }

    void close() {
      cutFrom(0);
    }

    private void cutFrom(int position) {
      int[] ring = Arrays.copyOfRange(xy, position, size + 2);
      ring[ring.length - 2] = xy[position];
      ring[ring.length - 1] = xy[position + 1];
      size = position;
      LatticeRing cut = LatticeRing.of(ring);
      (cut.signedArea2() > 0 ? shells : holes).add(cut);
    }
  }
}
