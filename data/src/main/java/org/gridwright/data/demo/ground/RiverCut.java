package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the city along the two banks of its river. Immutable. */
final class RiverCut {

  private final Terrain terrain;
  private final StreetTracer tracer;
  private final RingCutter cutter;

  RiverCut(Terrain terrain, StreetTracer tracer, RingCutter cutter) {
    this.terrain = terrain;
    this.tracer = tracer;
    this.cutter = cutter;
  }

  /** The land north of the river, the river, and the land south of it. */
  record Parts(StreetRing north, StreetRing water, StreetRing south) {}

  Parts cut() {
    RingCutter.Halves upper = along(terrain.outline(), 1);
    StreetRing north = upper.left();
    RingCutter.Halves lower = along(upper.right(), -1);
    return new Parts(north, lower.left(), lower.right());
  }

  /** Cuts along one bank, walking downstream so that north lies to the left. */
  private RingCutter.Halves along(StreetRing ring, int side) {
    List<int[]> inside = longestRunInside(ring, bank(side));
    for (int margin = 1; margin < 12; margin++) {
      List<int[]> middle = inside.subList(margin, inside.size() - margin);
      int from = nearest(ring, middle.get(0));
      int to = nearest(ring, middle.get(middle.size() - 1));
      int[] x = new int[middle.size() + 2];
      int[] y = new int[middle.size() + 2];
      x[0] = ring.x(from);
      y[0] = ring.y(from);
      for (int k = 0; k < middle.size(); k++) {
        x[k + 1] = middle.get(k)[0];
        y[k + 1] = middle.get(k)[1];
      }
      x[x.length - 1] = ring.x(to);
      y[y.length - 1] = ring.y(to);
      Optional<RingCutter.Halves> halves =
          cutter.cutAlong(ring, tracer.of(to, from, reversed(x), reversed(y), 0), Road.Kind.BANK);
      if (halves.isPresent()) {
        return halves.get();
      }
    }
    throw new IllegalStateException("the river does not cross the city");
  }

  private static int[] reversed(int[] values) {
    int[] back = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      back[i] = values[values.length - 1 - i];
    }
    return back;
  }

  /** Points along a bank at the distances of street points; side 1 is the left (north) bank. */
  private List<int[]> bank(int side) {
    double[] river = terrain.river();
    List<int[]> points = new ArrayList<>();
    double lastX = 1e18;
    double lastY = 1e18;
    SmoothNoise noise = new SmoothNoise(side + 7L);
    for (int i = 2; i + 3 < river.length; i += 2) {
      for (int part = 0; part < 200; part++) {
        double t = part / 200.0;
        double dx = tangent(river, i, 0, t);
        double dy = tangent(river, i, 1, t);
        double length = Math.sqrt(dx * dx + dy * dy);
        double bx = curve(river, i, 0, t);
        double by = curve(river, i, 1, t);
        double wide =
            side
                * terrain.riverHalfWidth()
                * (1 + 0.28 * noise.at(bx / 1900, by / 1900) + 0.08 * noise.at(bx / 500, by / 500));
        double px = bx - dy / length * wide;
        double py = by + dx / length * wide;
        double apart = terrain.density().spacing(px, py);
        if ((px - lastX) * (px - lastX) + (py - lastY) * (py - lastY) >= apart * apart) {
          points.add(new int[] {terrain.plane().stepsX(px), terrain.plane().stepsY(py)});
          lastX = px;
          lastY = py;
        }
      }
    }
    return points;
  }

  /** Catmull-Rom interpolation between point {@code i} and the next. */
  private static double curve(double[] p, int i, int axis, double t) {
    double a = p[i - 2 + axis];
    double b = p[i + axis];
    double c = p[i + 2 + axis];
    double d = p[Math.min(i + 4, p.length - 2) + axis];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private static double tangent(double[] p, int i, int axis, double t) {
    return curve(p, i, axis, t + 1e-3) - curve(p, i, axis, t - 1e-3);
  }

  private static List<int[]> longestRunInside(StreetRing ring, List<int[]> points) {
    int bestFrom = 0;
    int bestTo = 0;
    int from = -1;
    for (int i = 0; i <= points.size(); i++) {
      boolean inside = i < points.size() && ring.holds(points.get(i)[0], points.get(i)[1]);
      if (inside && from < 0) {
        from = i;
      } else if (!inside && from >= 0) {
        if (i - from > bestTo - bestFrom) {
          bestFrom = from;
          bestTo = i;
        }
        from = -1;
      }
    }
    return points.subList(bestFrom, bestTo);
  }

  private int nearest(StreetRing ring, int[] point) {
    int best = 0;
    double bestDistance = Double.MAX_VALUE;
    for (int i = 0; i < ring.size(); i++) {
      double distance = terrain.plane().distance(ring.x(i), ring.y(i), point[0], point[1]);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    return best;
  }
}
