package org.gridwright.core.lattice;

import org.gridwright.core.message.Message;

/**
 * Conversion between degrees and lattice steps, and the exact predicates on the lattice.
 *
 * <p>One step is 1e-7 degree of WGS 84. Longitudes lie in [-1 800 000 000, 1 800 000 000] and
 * latitudes in [-900 000 000, 900 000 000]. All methods are pure and thread-safe.
 */
public final class Lattice {

  /** Lattice steps in one degree. */
  public static final int STEPS_PER_DEGREE = 10_000_000;

  /** Two points of one theme differ by less than this many steps (90 degrees) in each direction. */
  public static final int MAX_SPAN = 90 * STEPS_PER_DEGREE;

  private Lattice() {}

  /**
   * The lattice longitude nearest to {@code degrees}; ties go east.
   *
   * @param degrees longitude in degrees, in [-180, 180]
   * @throws LatticeException when the value is not a number or lies outside that range
   */
  public static int longitude(double degrees) {
    return nearest(degrees, 180, "longitude");
  }

  /**
   * The lattice latitude nearest to {@code degrees}; ties go north.
   *
   * @param degrees latitude in degrees, in [-90, 90]
   * @throws LatticeException when the value is not a number or lies outside that range
   */
  public static int latitude(double degrees) {
    return nearest(degrees, 90, "latitude");
  }

  /**
   * Degrees of a lattice ordinate: the double nearest to its decimal value, so that printing and
   * reading it is exact.
   */
  public static double degrees(int steps) {
    return steps / (double) STEPS_PER_DEGREE;
  }

  /**
   * On which side of the directed line a→b the point p lies: 1 left, 0 on it, -1 right. Exact as
   * long as the three points are less than {@link #MAX_SPAN} apart.
   */
  public static int orientation(int ax, int ay, int bx, int by, int px, int py) {
    return Long.signum(cross(ax, ay, bx, by, px, py));
  }

  /**
   * Twice the signed area of the triangle a, b, p in square steps, positive when counter-clockwise.
   * Exact under the same condition as {@link #orientation}.
   */
  public static long cross(int ax, int ay, int bx, int by, int px, int py) {
    return ((long) bx - ax) * ((long) py - ay) - ((long) by - ay) * ((long) px - ax);
  }

  /**
   * Whether p lies on the closed segment a–b. Exact under the same condition as {@link
   * #orientation}.
   */
  public static boolean onSegment(int ax, int ay, int bx, int by, int px, int py) {
    return px >= Math.min(ax, bx)
        && px <= Math.max(ax, bx)
        && py >= Math.min(ay, by)
        && py <= Math.max(ay, by)
        && cross(ax, ay, bx, by, px, py) == 0;
  }

  private static int nearest(double degrees, int limit, String what) {
    if (!(Math.abs(degrees) <= limit)) {
      throw new LatticeException(Message.core("lattice." + what + "-range", degrees));
    }
    return (int) Math.floor(degrees * STEPS_PER_DEGREE + 0.5);
  }
}
