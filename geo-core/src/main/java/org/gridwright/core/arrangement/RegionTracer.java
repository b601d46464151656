package org.gridwright.core.arrangement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
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
    return shells.isEmpty() ? null : nested();
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

  private LatticeMultiPolygon nested() {
    shells.sort(Comparator.comparingLong(LatticeRing::signedArea2));
    Map<LatticeRing, List<LatticeRing>> holesOf = new HashMap<>();
    for (LatticeRing hole : holes) {
      LatticeRing shell =
          shells.stream()
              .filter(it -> shells.size() == 1 || contains(it, hole))
              .findFirst()
              .orElseThrow();
      holesOf.computeIfAbsent(shell, it -> new ArrayList<>()).add(hole);
    }
    List<LatticePolygon> polygons = new ArrayList<>();
    for (int i = shells.size() - 1; i >= 0; i--) {
      polygons.add(
          new LatticePolygon(shells.get(i), holesOf.getOrDefault(shells.get(i), List.of())));
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
