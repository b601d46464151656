package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * The outline of a piece of ground that is in question, and who may claim it from which side.
 *
 * @param points {@link Packed}, counter-clockwise, none repeated at the end
 * @param claims {@code claims[i]} lies beyond the edge from point i to i + 1; {@link #NOBODY} for
 *     who can not be given the ground
 */
record ClaimedRing(long[] points, int[] claims) {

  static final int NOBODY = -1;

  /** Rounding moves a point by no more than √½ of a step. */
  private static final double ROUNDED = 0.75;

  /**
   * The outline of a face.
   *
   * @param claimOf who may claim the face from the face beside it
   */
  static ClaimedRing of(Arrangement arrangement, int face, IntUnaryOperator claimOf) {
    List<Integer> halves = new ArrayList<>();
    arrangement.forEachHalf(face, halves::add);
    return new ClaimedRing(
        halves.stream()
            .mapToLong(half -> Packed.of(arrangement.x(half), arrangement.y(half)))
            .toArray(),
        halves.stream().mapToInt(half -> claimOf.applyAsInt(arrangement.face(half ^ 1))).toArray());
  }

  int size() {
    return points.length;
  }

  long point(int i) {
    return points[Math.floorMod(i, points.length)];
  }

  int claim(int i) {
    return claims[Math.floorMod(i, claims.length)];
  }

  /** Who claims it from some side, ascending. */
  int[] claimants() {
    return IntStream.of(claims).filter(it -> it != NOBODY).distinct().sorted().toArray();
  }

  /** Whether the outline turns at a point by more than rounding. */
  boolean turns(int i) {
    return Distance.pointToSegment(steps(point(i)), steps(point(i - 1)), steps(point(i + 1)))
        > ROUNDED;
  }

  /** Twice the signed area in square metres. */
  double area2() {
    LocalFrame frame = LocalFrame.at(points[0]);
    double sum = 0;
    for (int i = 1; i + 1 < points.length; i++) {
      sum +=
          frame.x(points[i]) * frame.y(points[i + 1]) - frame.x(points[i + 1]) * frame.y(points[i]);
    }
    return sum;
  }

  LatticeMultiPolygon area() {
    return area(Arrays.stream(points).boxed().toList());
  }

  /** The polygon with some corners. */
  static LatticeMultiPolygon area(List<Long> corners) {
    int[] xy = new int[2 * corners.size() + 2];
    Arrays.setAll(
        xy,
        i -> {
          long point = corners.get(i / 2 % corners.size());
          return i % 2 == 0 ? Packed.x(point) : Packed.y(point);
        });
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  private static Coordinate steps(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }
}
