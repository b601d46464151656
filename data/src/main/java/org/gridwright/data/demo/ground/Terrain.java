package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;

/**
 * What is there before the first street: the city's outline, its river, where people live and which
 * way streets will run. Immutable.
 *
 * @param plane the plane in metres that everything is made in
 * @param outline around the whole city
 * @param river points of the river's course, x and y alternating, in metres; empty for a small town
 * @param riverHalfWidth metres from the course to either bank
 * @param centre the main centre, x and y in metres
 */
record Terrain(
    Plane plane,
    StreetRing outline,
    double[] river,
    double riverHalfWidth,
    double[] centre,
    Density density,
    Grain grain) {

  /** The fictitious city lies here, in the plains of central China. */
  static final LatticePoint CENTRE = LatticePoint.ofDegrees(112.5, 31.0);

  /** Below so many grids a town has no river. */
  static final int LEAST_WITH_RIVER = 100;

  static Terrain shape(int grids, Seeded random) {
    Plane plane = Plane.around(CENTRE);
    double area = grids * squareMetresPerGrid(grids);
    double radius = Math.sqrt(area / Math.PI);
    double half = 1.75 * radius;
    double tilt = random.between(-0.5, 0.5);
    boolean watered = grids >= LEAST_WITH_RIVER;
    double width = watered ? Math.min(420, 0.033 * radius + 60) : 0;
    double[] river = watered ? river(radius, tilt, random.fork(1)) : new double[0];
    double[] centre = {
      radius * 0.10 * random.bell(), radius * (0.16 + 0.04 * random.bell()),
    };
    List<Density.Peak> peaks = peaks(grids, radius, centre, random.fork(2));
    double rural = 0.05;
    Density density = new Density(half, peaks, rural, random.fork(3).below(1 << 30));
    double quarter = Math.max(900, Math.min(4200, radius / 3.2));
    Grain grain = new Grain(half, quarter, Grain.centres(peaks), river, random.fork(4));
    density.calibrate(1);
    StreetRing coarse = outline(plane, radius, tilt, random.fork(5), (x, y) -> radius / 100);
    density.calibrate(density.weight(plane, coarse) / grids);
    StreetRing outline = outline(plane, radius, tilt, random.fork(5), density::spacing);
    return new Terrain(plane, outline, river, width, centre, density, grain);
  }

  /** Towns are dense, cities sprawl, and the largest are dense again. */
  private static double squareMetresPerGrid(int grids) {
    double ratio = grids / 1037.0;
    return 120_000 * StrictMath.pow(ratio, ratio < 1 ? 0.2 : -0.15);
  }

  private static List<Density.Peak> peaks(
      int grids, double radius, double[] centre, Seeded random) {
    List<Density.Peak> peaks = new ArrayList<>();
    peaks.add(new Density.Peak(centre[0], centre[1], 1.0, 0.27 * radius));
    int towns = (int) Math.min(60, 2 + Math.sqrt(grids) / 6);
    for (int i = 0; i < towns; i++) {
      double angle = 2.39996 * i + random.between(-0.5, 0.5);
      double away = radius * random.between(0.35, 0.95);
      double size = random.between(0.05, 0.13) * radius / Math.sqrt(Math.sqrt(towns / 7.0));
      peaks.add(
          new Density.Peak(
              away * StrictMath.cos(angle),
              away * StrictMath.sin(angle),
              random.between(0.25, 0.75),
              size));
    }
    return peaks;
  }

  private static double[] river(double radius, double tilt, Seeded random) {
    int n = 400;
    double[] points = new double[2 * n];
    double p1 = random.between(0, 6.28);
    double p2 = random.between(0, 6.28);
    double p3 = random.between(0, 6.28);
    double cos = StrictMath.cos(tilt);
    double sin = StrictMath.sin(tilt);
    for (int i = 0; i < n; i++) {
      double t = (i / (double) (n - 1) - 0.5) * 3.4;
      double bend =
          0.13 * StrictMath.sin(2.1 * t + p1)
              + 0.055 * StrictMath.sin(5.2 * t + p2)
              + 0.018 * StrictMath.sin(11.3 * t + p3)
              - 0.10;
      double u = t * radius;
      double v = bend * radius;
      points[2 * i] = u * cos - v * sin;
      points[2 * i + 1] = u * sin + v * cos;
    }
    return points;
  }

  /** Metres between points at a place. */
  private interface Spacing {
    double at(double x, double y);
  }

  private static StreetRing outline(
      Plane plane, double radius, double tilt, Seeded random, Spacing spacing) {
    SmoothNoise noise = new SmoothNoise(random.below(1 << 30));
    double[] phase = new double[7];
    for (int k = 2; k < phase.length; k++) {
      phase[k] = random.between(0, 6.28);
    }
    int[] x = new int[1024];
    int[] y = new int[1024];
    int n = 0;
    double lastX = 1e18;
    double lastY = 1e18;
    double step = 0.0004;
    for (double angle = 0; angle < 2 * Math.PI - step; angle += step) {
      double r = radius * shape(angle, phase, noise);
      double px = 1.2 * r * StrictMath.cos(angle);
      double py = r / 1.2 * StrictMath.sin(angle);
      double qx = px * StrictMath.cos(tilt) - py * StrictMath.sin(tilt);
      double qy = px * StrictMath.sin(tilt) + py * StrictMath.cos(tilt);
      double dx = qx - lastX;
      double dy = qy - lastY;
      double apart = spacing.at(qx, qy);
      if (dx * dx + dy * dy >= apart * apart) {
        if (n == x.length) {
          x = Arrays.copyOf(x, 2 * n);
          y = Arrays.copyOf(y, 2 * n);
        }
        x[n] = plane.stepsX(qx);
        y[n] = plane.stepsY(qy);
        n++;
        lastX = qx;
        lastY = qy;
      }
    }
    return new StreetRing(Arrays.copyOf(x, n), Arrays.copyOf(y, n), new int[n], new int[n]);
  }

  private static double shape(double angle, double[] phase, SmoothNoise noise) {
    double r = 1;
    for (int k = 2; k < phase.length; k++) {
      r += 0.24 / k * StrictMath.sin(k * angle + phase[k]);
    }
    double cx = StrictMath.cos(angle);
    double cy = StrictMath.sin(angle);
    double rough = 0.5 + 0.5 * noise.at(cx * 1.7 + 80, cy * 1.7);
    r += 0.055 * noise.at(cx * 2.9, cy * 2.9);
    r += 0.040 * rough * noise.at(cx * 7.3 + 40, cy * 7.3);
    r += 0.012 * rough * noise.at(cx * 19 + 10, cy * 19 + 40);
    return r;
  }
}
