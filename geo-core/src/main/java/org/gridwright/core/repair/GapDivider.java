package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a long thin gap between three or more units across, at the places along it where one
 * neighbour ends and the next begins, so that each piece can go to a unit beside it. A cut runs
 * from such a place to the nearest point of the other side.
 */
final class GapDivider {

  private static final int NOBODY = -1;

  /** A piece of the gap, counter-clockwise; {@code beside[i]} lies along points i to i + 1. */
  private record Piece(long[] points, int[] beside) {

    int size() {
      return points.length;
    }

    long point(int i) {
      return points[Math.floorMod(i, points.length)];
    }

    int beside(int i) {
      return beside[Math.floorMod(i, beside.length)];
    }

    boolean hasManyNeighbours() {
      return IntStream.of(beside).filter(it -> it != NOBODY).distinct().count() > 2;
    }

    double area2() {
      LocalFrame frame = LocalFrame.at(points[0]);
      double sum = 0;
      for (int i = 1; i + 1 < points.length; i++) {
        sum +=
            frame.x(points[i]) * frame.y(points[i + 1])
                - frame.x(points[i + 1]) * frame.y(points[i]);
      }
      return sum;
    }
  }

  private record Cut(int corner, int edge, long foot, double metres) {}

  private final double reachMetres;
  private final List<LatticeMultiPolygon> pieces = new ArrayList<>();

  private GapDivider(double reachMetres) {
    this.reachMetres = reachMetres;
  }

  /**
   * The pieces of a gap, at least two; empty where it is better left whole: it has an island,
   * touches itself, or has fewer than three neighbours.
   *
   * @param reachMetres no cut is longer
   */
  static List<LatticeMultiPolygon> divide(Arrangement arrangement, int face, double reachMetres) {
    LatticeMultiPolygon area = arrangement.area(face).orElseThrow();
    if (area.polygons().size() > 1 || !area.polygons().get(0).holes().isEmpty()) {
      return List.of();
    }
    List<Integer> halves = new ArrayList<>();
    arrangement.forEachHalf(face, halves::add);
    Piece whole =
        new Piece(
            halves.stream()
                .mapToLong(half -> Packed.of(arrangement.x(half), arrangement.y(half)))
                .toArray(),
            halves.stream().mapToInt(half -> beside(arrangement, half)).toArray());
    GapDivider divider = new GapDivider(reachMetres);
    divider.divide(whole);
    return divider.pieces.size() > 1 ? divider.pieces : List.of();
  }

  private static int beside(Arrangement arrangement, int half) {
    int[] owners = arrangement.owners(arrangement.face(half ^ 1));
    return owners.length == 0 ? NOBODY : owners[0];
  }

  private void divide(Piece piece) {
    Cut cut = piece.hasManyNeighbours() ? shortestCut(piece) : null;
    if (cut == null) {
      pieces.add(LatticeMultiPolygon.of(LatticePolygon.of(ring(piece))));
      return;
    }
    divide(part(piece, cut.corner(), cut.edge(), cut.foot(), true));
    divide(part(piece, cut.corner(), cut.edge(), cut.foot(), false));
  }

  private @Nullable Cut shortestCut(Piece piece) {
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
  private static boolean isJunction(Piece piece, int i) {
    int before = piece.beside(i - 1);
    int after = piece.beside(i);
    if (before == NOBODY || after == NOBODY || before == after) {
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

  private @Nullable Cut cutFrom(Piece piece, int i) {
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
  private static long foot(LocalFrame frame, Piece piece, int k, double metres) {
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

  private static boolean isUsable(Piece piece, Cut cut) {
    Piece first = part(piece, cut.corner(), cut.edge(), cut.foot(), true);
    Piece second = part(piece, cut.corner(), cut.edge(), cut.foot(), false);
    return first.size() > 2 && second.size() > 2 && first.area2() > 0 && second.area2() > 0;
  }

  /** One side of a cut: from the corner onward to the foot, or from the foot back to the corner. */
  private static Piece part(Piece piece, int corner, int edge, long foot, boolean onward) {
    int n = piece.size();
    List<Long> points = new ArrayList<>();
    List<Integer> beside = new ArrayList<>();
    int from = onward ? corner : edge + 1;
    int steps = Math.floorMod((onward ? edge : corner) - from, n);
    if (!onward && piece.point(edge + 1) != foot) {
      points.add(foot);
      beside.add(piece.beside(edge));
    }
    for (int k = 0; k <= steps; k++) {
      points.add(piece.point(from + k));
      beside.add(piece.beside(from + k));
    }
    if (onward && piece.point(edge) != foot) {
      points.add(foot);
      beside.add(NOBODY);
    } else {
      beside.set(beside.size() - 1, NOBODY);
    }
    return new Piece(
        points.stream().mapToLong(Long::longValue).toArray(),
        beside.stream().mapToInt(Integer::intValue).toArray());
  }

  private static LatticeRing ring(Piece piece) {
    int[] xy = new int[2 * piece.size() + 2];
    Arrays.setAll(
        xy,
        i -> {
          long point = piece.point(i / 2);
          return i % 2 == 0 ? Packed.x(point) : Packed.y(point);
        });
    return LatticeRing.of(xy);
  }
}
