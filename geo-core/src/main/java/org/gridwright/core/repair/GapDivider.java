package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a long thin gap between three or more units across, at the places along it where one
 * neighbour ends and the next begins, so that each piece can go to a unit beside it. A cut runs
 * from such a place to the nearest point of the other side.
 */
final class GapDivider {

  private record Cut(int corner, int edge, long foot, double metres) {}

  private final double reachMetres;
  private final List<ClaimedRing> pieces = new ArrayList<>();

  private GapDivider(double reachMetres) {
    this.reachMetres = reachMetres;
  }

  /**
   * The pieces of a gap; the gap itself where it has fewer than three neighbours, or no place to be
   * cut at.
   *
   * @param reachMetres no cut is longer
   */
  static List<ClaimedRing> divide(ClaimedRing gap, double reachMetres) {
    GapDivider divider = new GapDivider(reachMetres);
    divider.divide(gap);
    return divider.pieces;
  }

  private void divide(ClaimedRing piece) {
    Cut cut = piece.claimants().length > 2 ? shortestCut(piece) : null;
    if (cut == null) {
      pieces.add(piece);
      return;
    }
    divide(part(piece, cut.corner(), cut.edge(), cut.foot(), true));
    divide(part(piece, cut.corner(), cut.edge(), cut.foot(), false));
  }

  private @Nullable Cut shortestCut(ClaimedRing piece) {
    Cut shortest = null;
    for (int i = 0; i < piece.size(); i++) {
      if (isJunction(piece, i)) {
        Cut cut = cutFrom(piece, i);
        if (cut != null && (shortest == null || cut.metres() < shortest.metres())) {
          shortest = cut;
        }
      }
    }
    return shortest;
  }

  /** Whether the neighbour changes at a corner, and the corner is no tip of the gap. */
  private static boolean isJunction(ClaimedRing piece, int i) {
    int before = piece.claim(i - 1);
    int after = piece.claim(i);
    if (before == ClaimedRing.NOBODY || after == ClaimedRing.NOBODY || before == after) {
      return false;
    }
    LocalFrame frame = LocalFrame.at(piece.point(i));
    double inX = -frame.x(piece.point(i - 1));
    double inY = -frame.y(piece.point(i - 1));
    double outX = frame.x(piece.point(i + 1));
    double outY = frame.y(piece.point(i + 1));
    double turn = Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
    return turn <= Math.PI / 2;
  }

  private @Nullable Cut cutFrom(ClaimedRing piece, int i) {
    LocalFrame frame = LocalFrame.at(piece.point(i));
    Cut best = null;
    for (int k = 0; k < piece.size(); k++) {
      if (k != i && k != Math.floorMod(i - 1, piece.size())) {
        double metres = frame.metresToEdge(piece.point(k), piece.point(k + 1));
        if (metres <= reachMetres && (best == null || metres < best.metres())) {
          best = new Cut(i, k, foot(frame, piece, k, metres), metres);
        }
      }
    }
    return best != null && isUsable(piece, best) ? best : null;
  }

  /** The nearest point of an edge; one of its ends where that is not much farther. */
  private static long foot(LocalFrame frame, ClaimedRing piece, int k, double metres) {
    long a = piece.point(k);
    long b = piece.point(k + 1);
    if (Math.min(frame.metres(a), frame.metres(b)) <= 1.2 * metres) {
      return frame.metres(a) <= frame.metres(b) ? a : b;
    }
    double t = frame.nearestAlong(a, b);
    return Packed.of(
        (int) Math.round(Packed.x(a) + t * ((double) Packed.x(b) - Packed.x(a))),
        (int) Math.round(Packed.y(a) + t * ((double) Packed.y(b) - Packed.y(a))));
  }

  private static boolean isUsable(ClaimedRing piece, Cut cut) {
    ClaimedRing first = part(piece, cut.corner(), cut.edge(), cut.foot(), true);
    ClaimedRing second = part(piece, cut.corner(), cut.edge(), cut.foot(), false);
    return first.size() > 2 && second.size() > 2 && first.area2() > 0 && second.area2() > 0;
  }

  /** One side of a cut: from the corner onward to the foot, or from the foot back to the corner. */
  private static ClaimedRing part(
      ClaimedRing piece, int corner, int edge, long foot, boolean onward) {
    int n = piece.size();
    List<Long> points = new ArrayList<>();
    List<Integer> beside = new ArrayList<>();
    int from = onward ? corner : edge + 1;
    int steps = Math.floorMod((onward ? edge : corner) - from, n);
    if (!onward && piece.point(edge + 1) != foot) {
      points.add(foot);
      beside.add(piece.claim(edge));
    }
    for (int k = 0; k <= steps; k++) {
      points.add(piece.point(from + k));
      beside.add(piece.claim(from + k));
    }
    if (onward && piece.point(edge) != foot) {
      points.add(foot);
      beside.add(ClaimedRing.NOBODY);
    } else {
      beside.set(beside.size() - 1, ClaimedRing.NOBODY);
    }
    return new ClaimedRing(
        points.stream().mapToLong(Long::longValue).toArray(),
        beside.stream().mapToInt(Integer::intValue).toArray());
  }
}
