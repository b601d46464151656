package org.gridwright.core.arrangement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.Packed;

/**
 * Where the borders of open ground run in the arrangement of a {@linkplain EdgeMatching#part part}:
 * each from the point where it leaves the units that were left out to the point where it comes back
 * to them. Two arrangements of the same part, before and after an edit, whose borders join the same
 * points have the same open ground: what lies beyond did not change, so that each walk around open
 * ground goes on there as it did. (A walk could still turn from the outer border of one face into
 * that of another by winding around ground that was left out; but it changes only within the
 * rectangles of the edited units, and all units that reach into them are in the part.)
 */
public final class Rims {

  private Rims() {}

  /**
   * The runs of half-edges with open ground on their left between units that were left out: the
   * four points at their ends, as {@link Packed}. Walks without such units are not in it.
   */
  public static Set<List<Long>> of(Arrangement arrangement) {
    Set<List<Long>> runs = new HashSet<>();
    for (int edge = 0; edge < arrangement.edgeCount(); edge++) {
      for (int half = 2 * edge; half <= 2 * edge + 1; half++) {
        if (startsRun(arrangement, half)) {
          runs.add(run(arrangement, half));
        }
      }
    }
    return runs;
  }

  /** The half-edges with open ground on their left and a unit of the part on their right. */
  public static Set<List<Long>> edges(Arrangement arrangement) {
    Set<List<Long>> edges = new HashSet<>();
    for (int half = 0; half < 2 * arrangement.edgeCount(); half++) {
      if (arrangement.isOpen(arrangement.face(half)) && !arrangement.isBeyond(half >> 1)) {
        edges.add(List.of(start(arrangement, half), start(arrangement, half ^ 1)));
      }
    }
    return edges;
  }

  private static boolean startsRun(Arrangement arrangement, int half) {
    return arrangement.isOpen(arrangement.face(half))
        && arrangement.isBeyond(half >> 1)
        && !arrangement.isBeyond(arrangement.next(half) >> 1);
  }

  private static List<Long> run(Arrangement arrangement, int beyond) {
    int half = arrangement.next(beyond);
    while (!arrangement.isBeyond(half >> 1)) {
      half = arrangement.next(half);
    }
    return List.of(
        start(arrangement, beyond),
        start(arrangement, beyond ^ 1),
        start(arrangement, half),
        start(arrangement, half ^ 1));
  }

  private static long start(Arrangement arrangement, int half) {
    return Packed.of(arrangement.x(half), arrangement.y(half));
  }
}
