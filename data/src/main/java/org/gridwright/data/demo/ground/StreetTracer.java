package org.gridwright.data.demo.ground;

import java.util.Arrays;
import java.util.Optional;
import org.gridwright.core.lattice.Lattice;

/** Traces a street from a point of a ring along the grain of the city to another. Immutable. */
final class StreetTracer {

  private static final int MAX_POINTS = 20_000;

  /** Tangents of one street stay within this angle of its first (cosine), so it never loops. */
  private static final double LEAST_COSINE = 0.05;

  private final Plane plane;
  private final Density density;
  private final Grain grain;

  StreetTracer(Plane plane, Density density, Grain grain) {
    this.plane = plane;
    this.density = density;
    this.grain = grain;
  }

  /**
   * A curve inside a ring between two of its points.
   *
   * @param from index of the ring's point where it starts
   * @param to index of the ring's point where it ends
   * @param x longitudes of all points, both ends included
   * @param metres distance along the curve of each point
   * @param bluntness 0 where it meets the ring at right angles, up to 2
   */
  record Trace(int from, int to, int[] x, int[] y, int[] metres, double bluntness) {}

  /**
   * Whether a point is a likely corner. A property of the place alone, so that streets from both
   * sides of a road tend to meet at the same point and cross it.
   */
  static boolean corner(int x, int y) {
    return (Seeded.hash(x, y) & 7) == 0;
  }

  /** The street that leaves the ring's point inwards, up to where it meets the ring again. */
  Optional<Trace> trace(StreetRing ring, RingIndex index, int from) {
    double[] inward = inward(ring, from);
    double px = plane.metresX(ring.x(from));
    double py = plane.metresY(ring.y(from));
    double[] d = new double[2];
    double h = density.spacing(px, py);
    grain.follow(px + inward[0] * h, py + inward[1] * h, inward[0], inward[1], d);
    double firstX = d[0];
    double firstY = d[1];
    double bluntness = 1 - Math.abs(d[0] * inward[0] + d[1] * inward[1]);
    int[] x = new int[64];
    int[] y = new int[64];
    x[0] = ring.x(from);
    y[0] = ring.y(from);
    for (int n = 1; n < MAX_POINTS; n++) {
      if (n == x.length) {
        x = Arrays.copyOf(x, 2 * n);
        y = Arrays.copyOf(y, 2 * n);
      }
      h = density.spacing(px, py);
      px += d[0] * h;
      py += d[1] * h;
      x[n] = plane.stepsX(px);
      y[n] = plane.stepsY(py);
      if (n == 1 && !entersAt(ring, from, x[1], y[1])) {
        return Optional.empty();
      }
      int hit = index.hit(x[n - 1], y[n - 1], x[n], y[n], n == 1, false);
      if (hit != RingIndex.NONE) {
        return n < 4 ? Optional.empty() : finish(ring, from, hit, x, y, n, d, bluntness);
      }
      double oldX = d[0];
      double oldY = d[1];
      grain.follow(px, py, oldX, oldY, d);
      double sumX = 0.45 * oldX + 0.55 * d[0];
      double sumY = 0.45 * oldY + 0.55 * d[1];
      double length = Math.sqrt(sumX * sumX + sumY * sumY);
      d[0] = sumX / length;
      d[1] = sumY / length;
      if (d[0] * firstX + d[1] * firstY < LEAST_COSINE) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Ends the street at a point of the ring near the edge that it hit, and bends it there. */
  private Optional<Trace> finish(
      StreetRing ring, int from, int hit, int[] x, int[] y, int n, double[] d, double bluntness) {
    int to = arrival(ring, hit, x[n], y[n]);
    double[] inward = inward(ring, to);
    double blunt = bluntness + 1 - Math.abs(d[0] * inward[0] + d[1] * inward[1]);
    double spacing = density.spacing(plane.metresX(x[n]), plane.metresY(y[n]));
    int kept = n;
    while (kept > 1
        && plane.distance(x[kept - 1], y[kept - 1], ring.x(to), ring.y(to)) < 0.6 * spacing) {
      kept--;
    }
    if (to == from || kept < 3) {
      return Optional.empty();
    }
    long offX = (long) ring.x(to) - x[n];
    long offY = (long) ring.y(to) - y[n];
    int bend = Math.min(kept - 1, 9);
    for (int k = kept - bend; k < kept; k++) {
      double t = (k - (kept - bend) + 1) / (double) (bend + 1);
      double share = t * t * (3 - 2 * t);
      x[k] += (int) Math.floor(share * offX + 0.5);
      y[k] += (int) Math.floor(share * offY + 0.5);
    }
    x[kept] = ring.x(to);
    y[kept] = ring.y(to);
    return Optional.of(of(from, to, Arrays.copyOf(x, kept + 1), Arrays.copyOf(y, kept + 1), blunt));
  }

  /** The likely corner nearest to where the street arrives, or simply the nearest point. */
  private int arrival(StreetRing ring, int hit, int x, int y) {
    double reach = 0.28 * density.side(plane.metresX(x), plane.metresY(y));
    int steps = (int) (reach / density.spacing(plane.metresX(x), plane.metresY(y))) + 1;
    int best = hit;
    double bestDistance = Double.MAX_VALUE;
    for (int k = -steps; k <= steps + 1; k++) {
      int i = Math.floorMod(hit + k, ring.size());
      double distance = plane.distance(ring.x(i), ring.y(i), x, y);
      if (!corner(ring.x(i), ring.y(i))) {
        distance += reach;
      }
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    return best;
  }

  /** A straight street between two points of a ring. */
  Optional<Trace> straight(StreetRing ring, int from, int to) {
    double ax = plane.metresX(ring.x(from));
    double ay = plane.metresY(ring.y(from));
    double bx = plane.metresX(ring.x(to));
    double by = plane.metresY(ring.y(to));
    double length = plane.distance(ring.x(from), ring.y(from), ring.x(to), ring.y(to));
    int pieces = (int) Math.max(1, length / density.spacing((ax + bx) / 2, (ay + by) / 2));
    if (from == to) {
      return Optional.empty();
    }
    int[] x = new int[pieces + 1];
    int[] y = new int[pieces + 1];
    for (int k = 0; k <= pieces; k++) {
      x[k] = plane.stepsX(ax + (bx - ax) * k / pieces);
      y[k] = plane.stepsY(ay + (by - ay) * k / pieces);
    }
    x[pieces] = ring.x(to);
    y[pieces] = ring.y(to);
    return Optional.of(of(from, to, x, y, 0));
  }

  /** A curve through given points, with distances along it. */
  Trace of(int from, int to, int[] x, int[] y, double bluntness) {
    int[] metres = new int[x.length];
    double sum = 0;
    for (int k = 1; k < x.length; k++) {
      sum += plane.distance(x[k - 1], y[k - 1], x[k], y[k]);
      metres[k] = (int) sum;
    }
    return new Trace(from, to, x, y, metres, bluntness);
  }

  /** Whether a curve is simple and runs strictly inside the ring between its ends. Exact. */
  boolean clear(StreetRing ring, RingIndex index, Trace trace) {
    int last = trace.x.length - 1;
    if (!(advances(trace, trace.x[1], trace.y[1]) || advances(trace, trace.x[last], trace.y[last]))
        || !entersAt(ring, trace.from, trace.x[1], trace.y[1])
        || !entersAt(ring, trace.to, trace.x[last - 1], trace.y[last - 1])) {
      return false;
    }
    for (int k = 1; k <= last; k++) {
      int hit =
          index.hit(trace.x[k - 1], trace.y[k - 1], trace.x[k], trace.y[k], k == 1, k == last);
      if (hit != RingIndex.NONE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether every step leads on in the direction from the start to (x, y), which rules out loops.
   */
  private static boolean advances(Trace trace, int x, int y) {
    long dx = (long) x - trace.x[0];
    long dy = (long) y - trace.y[0];
    for (int k = 1; k < trace.x.length; k++) {
      if (dx * (trace.x[k] - trace.x[k - 1]) + dy * (trace.y[k] - trace.y[k - 1]) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the way from a point of the ring to (x, y) starts inside the ring. */
  private static boolean entersAt(StreetRing ring, int i, int x, int y) {
    int before = i == 0 ? ring.size() - 1 : i - 1;
    int after = ring.next(i);
    int px = ring.x(before);
    int py = ring.y(before);
    int qx = ring.x(after);
    int qy = ring.y(after);
    boolean leftOfIn = Lattice.orientation(px, py, ring.x(i), ring.y(i), x, y) > 0;
    boolean leftOfOut = Lattice.orientation(ring.x(i), ring.y(i), qx, qy, x, y) > 0;
    boolean convex = Lattice.orientation(px, py, ring.x(i), ring.y(i), qx, qy) > 0;
    return convex ? leftOfIn && leftOfOut : leftOfIn || leftOfOut;
  }

  /** The unit vector that points into the ring at a point, from its neighbours two points away. */
  private double[] inward(StreetRing ring, int i) {
    int a = Math.floorMod(i - 2, ring.size());
    int b = Math.floorMod(i + 2, ring.size());
    double dx = plane.metresX(ring.x(b)) - plane.metresX(ring.x(a));
    double dy = plane.metresY(ring.y(b)) - plane.metresY(ring.y(a));
    double length = Math.sqrt(dx * dx + dy * dy) + 1e-12;
    return new double[] {-dy / length, dx / length};
  }
}
