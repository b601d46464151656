package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;

/**
 * Which of some areas owns a point, by the rule of the one owner: the one that holds the point
 * moved east and a hair north; where none does, the first that it touches. Immutable and
 * thread-safe.
 */
public final class PointOwners {

  private final List<long[][]> rings = new ArrayList<>();
  private final List<LatticeEnvelope> boxes = new ArrayList<>();

  /**
   * @param areas in code order
   */
  public PointOwners(List<LatticeMultiPolygon> areas) {
    for (LatticeMultiPolygon area : areas) {
      List<long[]> open = new ArrayList<>();
      area.forEachRing(ring -> open.add(Rings.open(ring)));
      rings.add(open.toArray(long[][]::new));
      boxes.add(area.envelope());
    }
  }

  /** The position of the area that owns a point, or -1. */
  public int owner(int x, int y) {
    int holder = holder(x, y);
    return holder >= 0 ? holder : toucher(x, y);
  }

  /** The area that holds a point, or -1. */
  int holder(int x, int y) {
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).contains(x, y)) {
        boolean inside = false;
        for (long[] ring : rings.get(i)) {
          inside ^= Rings.holds(ring, x, y);
        }
        if (inside) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first area whose outline passes through a point, or -1. */
  int toucher(int x, int y) {
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).contains(x, y)) {
        for (long[] ring : rings.get(i)) {
          if (Rings.touches(ring, x, y)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /**
   * The owners of all points, -1 for none.
   *
   * @param others areas that own what they hold, though no point is theirs otherwise
   * @param progress asked at each point
   */
  int[] ofAll(WeightedPoints points, PointOwners others, Progress progress) {
    return IntStream.range(0, points.size())
        .parallel()
        .map(
            i -> {
              progress.checkpoint();
              int x = points.x(i);
              int y = points.y(i);
              int holder = holder(x, y);
              if (holder >= 0) {
                return holder;
              }
              int toucher = toucher(x, y);
              return toucher >= 0 && others.holder(x, y) < 0 ? toucher : -1;
            })
        .toArray();
  }
}
