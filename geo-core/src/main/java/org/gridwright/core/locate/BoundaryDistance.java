package org.gridwright.core.locate;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;

/**
 * The nearest place on the boundaries of grids to one point. Serves one query, on one thread.
 *
 * <p>Where the point is near (see {@link #flatLimit}), edges are first compared in the plane with
 * the point's own scale; there that comparison is right to 2.5 %, and only edges within 6 % of the
 * best are measured in space. Farther away every edge is measured in space unless a bound excludes
 * it. Equal edges give bit-equal distances, whichever grid they belong to.
 */
final class BoundaryDistance {

  private static final double FLAT_ERROR = 0.02;
  private static final double MAX_FLAT_METRES = 100_000;
  private static final double KEEP = 1.06;
  private static final int SAMPLES = 8;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double px;
  private final double py;
  private final double metresEast;
  private final double metresNorth;
  private final double flatLimit;
  private final double[] here = new double[3];
  private final double[] there = new double[3];
  private final double[] slope = new double[3];

  private double best;
  private double bestX;
  private double bestY;

  BoundaryDistance(int px, int py) {
    this.px = px;
    this.py =
        Math.max(-90.0 * Lattice.STEPS_PER_DEGREE, Math.min(90.0 * Lattice.STEPS_PER_DEGREE, py));
    double[] scale = Globe.metresPerStep((int) this.py);
    metresEast = scale[0];
    metresNorth = scale[1];
    flatLimit = flatLimit(Globe.radians(this.py));
    Globe.place(this.px, this.py, here);
  }

  /**
   * Up to this many metres the east-west scale changes by at most {@link #FLAT_ERROR}: it changes
   * by tan φ for each radian of latitude.
   */
  private static double flatLimit(double latitude) {
    double tan = Math.abs(Math.tan(latitude));
    return Math.min(MAX_FLAT_METRES, FLAT_ERROR * Globe.RADIUS / Math.max(tan, 1e-9));
  }

  double[] place() {
    return here;
  }

  /** Longitude of the nearest place in steps, after a measurement below the limit. */
  double nearestX() {
    return bestX;
  }

  /** Latitude of the nearest place in steps, after a measurement below the limit. */
  double nearestY() {
    return bestY;
  }

  /**
   * Straight distance through the Earth to the boundary of a grid in metres; infinite when it
   * exceeds the limit.
   */
  double metresTo(GridRings grid, double limit) {
    best = limit;
    bestX = Double.NaN;
    double flat = mayBeFlat(grid.envelope()) ? flatMetres(grid) : Double.POSITIVE_INFINITY;
    if (flat <= flatLimit) {
      if (flat <= KEEP * limit) {
        measureFlat(grid, KEEP * flat);
      }
    } else {
      measureFar(grid);
    }
    return Double.isNaN(bestX) ? Double.POSITIVE_INFINITY : best;
  }

  private boolean mayBeFlat(LatticeEnvelope box) {
    return px > (double) box.minX() - Lattice.MAX_SPAN
        && px < (double) box.maxX() + Lattice.MAX_SPAN;
  }

  private double flatMetres(GridRings grid) {
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < grid.ringCount(); r++) {
      LatticeRing ring = grid.ring(r);
      for (int i = 1; i < ring.size(); i++) {
        least = Math.min(least, flatSquare(ring, i));
      }
    }
    return Math.sqrt(least);
  }

  private void measureFlat(GridRings grid, double keep) {
    for (int r = 0; r < grid.ringCount(); r++) {
      LatticeRing ring = grid.ring(r);
      for (int i = 1; i < ring.size(); i++) {
        if (flatSquare(ring, i) <= keep * keep) {
          boolean forward = forward(ring, i);
          int a = forward ? i - 1 : i;
          int b = forward ? i : i - 1;
          descend(ring.x(a), ring.y(a), ring.x(b), ring.y(b));
        }
      }
    }
  }

  /** Square of the distance to the edge that ends at vertex i, in the plane. */
  private double flatSquare(LatticeRing ring, int i) {
    double ax = (ring.x(i - 1) - px) * metresEast;
    double ay = (ring.y(i - 1) - py) * metresNorth;
    double bx = (ring.x(i) - px) * metresEast;
    double by = (ring.y(i) - py) * metresNorth;
    double dx = bx - ax;
    double dy = by - ay;
    double t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    double x = ax + t * dx;
    double y = ay + t * dy;
    return x * x + y * y;
  }

  private static boolean forward(LatticeRing ring, int i) {
    int byX = Integer.compare(ring.x(i - 1), ring.x(i));
    return byX < 0 || (byX == 0 && ring.y(i - 1) < ring.y(i));
  }

  /** Gauss–Newton along an edge that is near compared with the Earth's curvature. */
  private void descend(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double along =
        (px - ax) * dx * metresEast * metresEast + (py - ay) * dy * metresNorth * metresNorth;
    double length2 = dx * dx * metresEast * metresEast + dy * dy * metresNorth * metresNorth;
    double t = clamp(along / length2);
    for (int round = 0; round < 8; round++) {
      Globe.place(ax + t * dx, ay + t * dy, there);
      Globe.slope(ax + t * dx, ay + t * dy, dx, dy, slope);
      double towards = 0;
      double norm = 0;
      for (int axis = 0; axis < 3; axis++) {
        towards += (here[axis] - there[axis]) * slope[axis];
        norm += slope[axis] * slope[axis];
      }
      double next = clamp(t + towards / norm);
      double moved = Math.abs(next - t) * Math.sqrt(norm);
      t = next;
      if (moved < 1e-7) {
        break;
      }
    }
    keep(t, ax, ay, dx, dy);
  }

  private void measureFar(GridRings grid) {
    for (int r = 0; r < grid.ringCount(); r++) {
      LatticeRing ring = grid.ring(r);
      for (int i = 1; i < ring.size(); i++) {
        boolean forward = forward(ring, i);
        int a = forward ? i - 1 : i;
        int b = forward ? i : i - 1;
        search(ring.x(a), ring.y(a), ring.x(b), ring.y(b));
      }
    }
  }

  /** Samples an edge anywhere on Earth, then narrows the best bracket by golden section. */
  private void search(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double reach =
        1.02 * Globe.RADIUS * (Math.abs(Globe.radians(dx)) + Math.abs(Globe.radians(dy))) / 2;
    if (metresAt(0.5, ax, ay, dx, dy) - reach > best) {
      return;
    }
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= SAMPLES; k++) {
      double metres = metresAt(k / (double) SAMPLES, ax, ay, dx, dy);
      if (metres < least) {
        least = metres;
        nearest = k;
      }
    }
    double low = Math.max(0, nearest - 1) / (double) SAMPLES;
    double high = Math.min(SAMPLES, nearest + 1) / (double) SAMPLES;
    while ((high - low) * reach > 1e-4) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (metresAt(left, ax, ay, dx, dy) <= metresAt(right, ax, ay, dx, dy)) {
        high = right;
      } else {
        low = left;
      }
    }
    keep(nearest / (double) SAMPLES, ax, ay, dx, dy);
    keep((low + high) / 2, ax, ay, dx, dy);
  }

  private void keep(double t, double ax, double ay, double dx, double dy) {
    double metres = metresAt(t, ax, ay, dx, dy);
    if (metres < best || (metres == best && Double.isNaN(bestX))) {
      best = metres;
      bestX = ax + t * dx;
      bestY = ay + t * dy;
    }
  }

  private double metresAt(double t, double ax, double ay, double dx, double dy) {
    Globe.place(ax + t * dx, ay + t * dy, there);
    return Globe.distance(here, there);
  }

  private static double clamp(double t) {
    return Math.max(0, Math.min(1, t));
  }
}
