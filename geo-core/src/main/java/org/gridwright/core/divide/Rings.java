package org.gridwright.core.divide;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;

/** Exact questions about open rings of {@link Packed} points, and segments between them. */
final class Rings {

  private Rings() {}

  /** The points of a ring without the repeated last one. */
  static long[] open(LatticeRing ring) {
    long[] points = new long[ring.size() - 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = Packed.of(ring.x(i), ring.y(i));
    }
    return points;
  }

  static int orientation(long a, long b, long p) {
    return Lattice.orientation(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(p), Packed.y(p));
  }

  private static boolean onSegment(long a, long b, long p) {
    return Lattice.onSegment(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(p), Packed.y(p));
  }

  /**
   * Whether two segments have a point in common other than an end that both have.
   *
   * @param a not equal to b
   * @param c not equal to d
   */
  static boolean conflict(long a, long b, long c, long d) {
    if (Math.max(Packed.x(a), Packed.x(b)) < Math.min(Packed.x(c), Packed.x(d))
        || Math.max(Packed.x(c), Packed.x(d)) < Math.min(Packed.x(a), Packed.x(b))
        || Math.max(Packed.y(a), Packed.y(b)) < Math.min(Packed.y(c), Packed.y(d))
        || Math.max(Packed.y(c), Packed.y(d)) < Math.min(Packed.y(a), Packed.y(b))) {
      return false;
    }
    if (a == c || a == d || b == c || b == d) {
      return (a != c && a != d && onSegment(c, d, a))
          || (b != c && b != d && onSegment(c, d, b))
          || (c != a && c != b && onSegment(a, b, c))
          || (d != a && d != b && onSegment(a, b, d))
          || (Math.min(a, b) == Math.min(c, d) && Math.max(a, b) == Math.max(c, d));
    }
    return orientation(a, b, c) * orientation(a, b, d) <= 0
        && orientation(c, d, a) * orientation(c, d, b) <= 0;
  }

  /** Whether the direction from corner i of a counter-clockwise ring to a point leads inside. */
  static boolean leadsInside(long[] ring, int i, long to) {
    long at = ring[i];
    long before = ring[i == 0 ? ring.length - 1 : i - 1];
    long after = ring[i == ring.length - 1 ? 0 : i + 1];
    return orientation(at, after, before) > 0
        ? orientation(at, to, before) > 0 && orientation(to, at, after) > 0
        : !(orientation(at, to, after) >= 0 && orientation(to, at, before) >= 0);
  }

  /**
   * Whether the point moved by (ε, ε²), east then a hair north, lies inside: the rule of the one
   * owner, so that of a partition exactly one ring holds the point.
   */
  static boolean holds(long[] ring, int x, int y) {
    boolean inside = false;
    long a = ring[ring.length - 1];
    for (long b : ring) {
      int ay = Packed.y(a);
      int by = Packed.y(b);
      if (ay <= y != by <= y) {
        long cross = Lattice.cross(Packed.x(a), ay, Packed.x(b), by, x, y);
        inside ^= by > ay ? cross > 0 : cross < 0;
      }
      a = b;
    }
    return inside;
  }

  /** Whether a point lies on a ring. */
  static boolean touches(long[] ring, int x, int y) {
    long point = Packed.of(x, y);
    long a = ring[ring.length - 1];
    for (long b : ring) {
      if (onSegment(a, b, point)) {
        return true;
      }
      a = b;
    }
    return false;
  }

  /** Twice the area in square steps, positive when counter-clockwise. */
  static long area2(long[] ring) {
    long sum = 0;
    for (int i = 2; i < ring.length; i++) {
      sum +=
          Lattice.cross(
              Packed.x(ring[0]),
              Packed.y(ring[0]),
              Packed.x(ring[i - 1]),
              Packed.y(ring[i - 1]),
              Packed.x(ring[i]),
              Packed.y(ring[i]));
    }
    return sum;
  }
}
