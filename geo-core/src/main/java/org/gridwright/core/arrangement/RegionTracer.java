package org.gridwright.core.arrangement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.NestedRings;
import org.gridwright.core.lattice.Packed;
import org.jspecify.annotations.Nullable;

/**
 * Joins half-edges around faces to rings, and rings to polygons that are valid: a ring that touches
 * itself in a point becomes two, and each hole goes to the smallest shell around it.
 */
final class RegionTracer {

  private final Arrangement arrangement;
  private final BitSet region = new BitSet();
  private final BitSet done = new BitSet();
  private final List<LatticeRing> shells = new ArrayList<>();
  private final List<LatticeRing> holes = new ArrayList<>();

  RegionTracer(Arrangement arrangement) {
    this.arrangement = arrangement;
  }

  /** The union of bounded faces; null where there are none. */
  @Nullable LatticeMultiPolygon trace(int[] faces) {
    for (int face : faces) {
      region.set(face);
    }
    for (int face : faces) {
      arrangement.forEachHalf(
          face,
          half -> {
            if (isAround(half) && !done.get(half)) {
              walk(half);
            }
          });
    }
    return shells.isEmpty() ? null : NestedRings.of(shells, holes);
  }

  /** Whether a half-edge has the region on its left and something else on its right. */
  private boolean isAround(int half) {
    return region.get(arrangement.face(half)) && !region.get(arrangement.face(half ^ 1));
  }

  private void walk(int first) {
    Loop loop = new Loop();
    int half = first;
    do {
      done.set(half);
      loop.append(arrangement.x(half), arrangement.y(half));
      half = arrangement.clockwise(half ^ 1);
      while (!isAround(half)) {
        half = arrangement.clockwise(half);
      }
    } while (half != first);
    loop.cutFrom(0);
  }

  /** The points of a walk, from which a ring is cut whenever the walk comes back to a point. */
  private final class Loop {

    private final Map<Long, Integer> positionOf = new HashMap<>();
    private int[] xy = new int[64];
    private int size;

    void append(int x, int y) {
      Integer before = positionOf.get(Packed.of(x, y));
      if (before != null) {
        push(x, y);
        size -= 2;
        cutFrom(before);
      }
      positionOf.put(Packed.of(x, y), size);
      push(x, y);
    }

    private void push(int x, int y) {
      if (size + 2 > xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      xy[size++] = x;
      xy[size++] = y;
    }

    void cutFrom(int position) {
      int[] ring = Arrays.copyOfRange(xy, position, size + 2);
      ring[ring.length - 2] = xy[position];
      ring[ring.length - 1] = xy[position + 1];
      for (int i = position; i < size; i += 2) {
        positionOf.remove(Packed.of(xy[i], xy[i + 1]));
      }
      size = position;
      LatticeRing cut = LatticeRing.of(ring);
      (cut.signedArea2() > 0 ? shells : holes).add(cut);
    }
  }
}
