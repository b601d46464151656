package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.repair.RepairArrangement.Part;
import org.gridwright.core.repair.RepairArrangement.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Divides ground that two units claim by one border between the two lines that were drawn.
 *
 * <p>Two outlines of one border, each simplified by itself, keep corners of it, but not the same
 * ones: a border through the corners of both is nearer to it than either line. Of all ways that
 * pass the corners of each line in their order and stay within the ground, the shortest is taken
 * (dynamic programming over how many corners of each line were passed; the turning back and forth
 * between the lines that would lengthen it is what it avoids). The line in the middle runs through
 * the middle between each corner, in that order, and the other line.
 */
final class MergedBorder {

  /** Where the border runs. */
  enum Way {
    /** Through the corners of both lines. */
    CORNERS,
    /** In the middle between both lines. */
    MIDDLE
  }

  /** More pairs of corners than these are not tried; the ground stays whole. */
  private static final long MOST_PAIRS = 20_000;

  private static final GeometryFactory STEPS = new GeometryFactory();

  /** Positions along the first unit's side of the ring, and, backwards, along the second's. */
  private final ClaimedRing ring;

  private final int first;
  private final int second;
  private final int start;
  private final int end;
  private final int[] one;
  private final int[] other;
  private final PreparedGeometry ground;

  private MergedBorder(ClaimedRing ring, int start, int end, int first, int second) {
    this.ring = ring;
    this.start = start;
    this.end = end;
    this.first = first;
    this.second = second;
    this.one = corners(start, end, first);
    int[] back = corners(end, start + ring.size(), second);
    this.other = new int[back.length];
    Arrays.setAll(other, i -> back[back.length - 1 - i]);
    this.ground = PreparedGeometryFactory.prepare(LatticeJts.toSteps(ring.area()));
  }

  /**
   * The pieces of ground between two units, each for one of them; empty where it is better left
   * whole: the units do not lie on two sides of it, or the lines have too many corners.
   */
  static List<Part> divide(ClaimedRing ring, Way way) {
    int[] claimants = ring.claimants();
    if (claimants.length != 2 || ring.area2() <= 0) {
      return List.of();
    }
    int n = ring.size();
    int from = -1;
    int to = -1;
    int runs = 0;
    for (int i = 0; i < n; i++) {
      if (ring.claim(i) == claimants[0]) {
        int before = i - 1;
        while (ring.claim(before) == ClaimedRing.NOBODY) {
          before--;
        }
        if (ring.claim(before) != claimants[0]) {
          runs++;
          from = middle(before + 1, i);
        }
        int after = i + 1;
        while (ring.claim(after) == ClaimedRing.NOBODY) {
          after++;
        }
        if (ring.claim(after) != claimants[0]) {
          to = middle(i + 1, after);
        }
      }
    }
    if (runs != 1) {
      return List.of();
    }
    int start = Math.floorMod(from, n);
    int end = start + Math.floorMod(to - from, n);
    MergedBorder border = new MergedBorder(ring, start, end, claimants[0], claimants[1]);
    return (long) border.one.length * border.other.length > MOST_PAIRS
        ? List.of()
        : border.parts(way);
  }

  private static int middle(int from, int to) {
    return Math.floorDiv(from + to, 2);
  }

  /** Positions strictly between two, at which a unit's side turns, ascending. */
  private int[] corners(int from, int to, int claimant) {
    int[] found = new int[Math.max(0, to - from)];
    int count = 0;
    for (int i = from + 1; i < to; i++) {
      if (ring.claim(i) == claimant && ring.claim(i - 1) == claimant && ring.turns(i)) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private List<Part> parts(Way way) {
    List<int[]> passed = shortest();
    if (passed.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    boolean usable =
        way == Way.CORNERS ? addThroughCorners(passed, parts) : addInTheMiddle(passed, parts);
    return usable ? parts : List.of();
  }

  /**
   * The corners in the order in which the shortest way passes them: side (0 or 1) and number. Empty
   * where no way stays within the ground, or there are none.
   */
  private List<int[]> shortest() {
    int n = one.length;
    int m = other.length;
    double[][][] length = new double[2][n + 1][m + 1];
    boolean[][][] fromOther = new boolean[2][n + 1][m + 1];
    for (double[][] side : length) {
      for (double[] row : side) {
        Arrays.fill(row, Double.POSITIVE_INFINITY);
      }
    }
    length[0][0][0] = 0;
    length[1][0][0] = 0;
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        for (int side = 0; side < 2; side++) {
          if (side == 0 ? i == 0 : j == 0) {
            continue;
          }
          int a = side == 0 ? i - 1 : i;
          int b = side == 0 ? j : j - 1;
          int here = side == 0 ? one[i - 1] : other[j - 1];
          double along = length[side][a][b] + metres(at(side, a, b), here);
          double across = length[1 - side][a][b] + metres(at(1 - side, a, b), here);
          boolean cross =
              across < along && (isStart(1 - side, a, b) || sees(at(1 - side, a, b), here));
          length[side][i][j] = cross ? across : along;
          fromOther[side][i][j] = cross;
        }
      }
    }
    double[] whole = {
      length[0][n][m] + metres(at(0, n, m), end), length[1][n][m] + metres(at(1, n, m), end)
    };
    int side = whole[0] <= whole[1] ? 0 : 1;
    if (Double.isInfinite(whole[side])) {
      return List.of();
    }
    return walkBack(side, fromOther);
  }

  private List<int[]> walkBack(int lastSide, boolean[][][] fromOther) {
    List<int[]> passed = new ArrayList<>();
    int side = lastSide;
    int i = one.length;
    int j = other.length;
    while (i > 0 || j > 0) {
      if (side == 0 ? i == 0 : j == 0) {
        side = 1 - side; // both begin at the start
      }
      boolean across = fromOther[side][i][j];
      passed.add(new int[] {side, side == 0 ? --i : --j});
      side = across ? 1 - side : side;
    }
    Collections.reverse(passed);
    return passed;
  }

  private boolean isStart(int side, int i, int j) {
    return side == 0 ? i == 0 : j == 0;
  }

  /** Position of the corner passed last on a side; the start where none was. */
  private int at(int side, int i, int j) {
    return isStart(side, i, j) ? start : side == 0 ? one[i - 1] : other[j - 1];
  }

  private boolean sees(int from, int to) {
    Coordinate[] ends = {steps(ring.point(from)), steps(ring.point(to))};
    return ground.covers(STEPS.createLineString(ends));
  }

  /** Length in steps, those of longitude shortened as at the ground. */
  private double metres(int from, int to) {
    double shorter = Math.cos(Math.toRadians(Packed.y(ring.point(0)) / 1e7));
    return Math.hypot(
        shorter * ((double) Packed.x(ring.point(from)) - Packed.x(ring.point(to))),
        (double) Packed.y(ring.point(from)) - Packed.y(ring.point(to)));
  }

  /** Adds the pieces on both sides; says whether all are usable. */
  private boolean addThroughCorners(List<int[]> passed, List<Part> parts) {
    return addSide(passed, 0, parts) && addSide(passed, 1, parts);
  }

  /** The pieces between one unit's side and the corners of the other that the border passes. */
  private boolean addSide(List<int[]> passed, int side, List<Part> parts) {
    int last = start;
    List<Integer> across = new ArrayList<>();
    for (int k = 0; k <= passed.size(); k++) {
      boolean isEnd = k == passed.size();
      if (!isEnd && passed.get(k)[0] != side) {
        across.add(other(side)[passed.get(k)[1]]);
        continue;
      }
      int next = isEnd ? end : own(side)[passed.get(k)[1]];
      if (!across.isEmpty()) {
        List<Long> corners = new ArrayList<>(path(side, last, next));
        List<Long> back = new ArrayList<>();
        for (int c = 0; c < across.size(); c++) {
          back.addAll(
              c == 0
                  ? List.of(ring.point(across.get(0)))
                  : path(1 - side, across.get(c - 1), across.get(c))
                      .subList(1, path(1 - side, across.get(c - 1), across.get(c)).size()));
        }
        Collections.reverse(back);
        corners.addAll(back);
        if (!add(corners, side, parts)) {
          return false;
        }
      }
      across.clear();
      last = next;
    }
    return true;
  }

  /** Adds the piece of each unit; says whether both are usable. */
  private boolean addInTheMiddle(List<int[]> passed, List<Part> parts) {
    List<Long> line = new ArrayList<>();
    int[] done = new int[2];
    for (int[] step : passed) {
      int[] beside = other(step[0]);
      int next = done[1 - step[0]];
      long corner = ring.point(own(step[0])[step[1]]);
      long from = ring.point(next == 0 ? start : beside[next - 1]);
      long to = ring.point(next == beside.length ? end : beside[next]);
      line.add(middle(corner, from, to));
      done[step[0]] = step[1] + 1;
    }
    for (int side = 0; side < 2; side++) {
      List<Long> corners = new ArrayList<>(path(side, start, end));
      List<Long> back = new ArrayList<>(line);
      Collections.reverse(back);
      corners.addAll(back);
      if (!add(corners, side, parts)) {
        return false;
      }
    }
    return true;
  }

  /** The middle between a corner and the nearest point of an edge of the other line. */
  private static long middle(long corner, long from, long to) {
    LocalFrame frame = LocalFrame.at(corner);
    double t = frame.nearestAlong(from, to);
    double x = frame.x(from) + t * (frame.x(to) - frame.x(from));
    double y = frame.y(from) + t * (frame.y(to) - frame.y(from));
    return frame.point(x / 2, y / 2);
  }

  private boolean add(List<Long> corners, int side, List<Part> parts) {
    List<Long> distinct = new ArrayList<>();
    for (long corner : corners) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1) != corner) {
        distinct.add(corner);
      }
    }
    if (distinct.size() > 1 && distinct.get(0).equals(distinct.get(distinct.size() - 1))) {
      distinct.remove(distinct.size() - 1);
    }
    if (distinct.size() < 3) {
      return false;
    }
    LatticeMultiPolygon area = ClaimedRing.area(distinct);
    Geometry steps = LatticeJts.toSteps(area);
    if (!steps.isValid() || steps.getArea() == 0) {
      return false;
    }
    parts.add(new Part(Role.PIECE, area, side == 0 ? first : second));
    return true;
  }

  private int[] own(int side) {
    return side == 0 ? one : other;
  }

  private int[] other(int side) {
    return side == 0 ? other : one;
  }

  /** The points of the ring along a side, both ends among them, from start to end of the border. */
  private List<Long> path(int side, int from, int to) {
    List<Long> points = new ArrayList<>();
    if (side == 0) {
      for (int i = from; i <= to; i++) {
        points.add(ring.point(i));
      }
    } else {
      int begin = from == start ? start + ring.size() : from;
      for (int i = begin; i >= to; i--) {
        points.add(ring.point(i));
      }
    }
    return points;
  }

  private static Coordinate steps(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }
}
