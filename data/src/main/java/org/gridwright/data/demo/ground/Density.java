package org.gridwright.data.demo.ground;

import java.util.List;

/**
 * How densely the city is lived in, as a surface over the plane, and how large a grid is wanted at
 * each place. The surface is sampled once into a table; a sum along each row makes the weight of a
 * polygon an integral along its boundary (Green's theorem). Immutable.
 */
final class Density {

  /** A place where the city is dense: a centre or a town. */
  record Peak(double x, double y, double strength, double reach) {}

  private static final int CELLS = 700;

  private final double half;
  private final double cell;
  private final double[] value = new double[CELLS * CELLS];
  private final double[] sum = new double[CELLS * (CELLS + 1)];
  private double weightPerGrid = 1;

  /**
   * @param half the surface covers [-half, half] metres in both directions
   * @param rural density far from every peak, relative to a peak of strength 1
   */
  Density(double half, List<Peak> peaks, double rural, long seed) {
    this.half = half;
    this.cell = 2 * half / CELLS;
    SmoothNoise noise = new SmoothNoise(seed);
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double x = (column + 0.5) * cell - half;
        double y = (row + 0.5) * cell - half;
        double v = rural;
        for (Peak peak : peaks) {
          double dx = x - peak.x;
          double dy = y - peak.y;
          double d2 = (dx * dx + dy * dy) / (peak.reach * peak.reach);
          v += d2 > 40 ? 0 : peak.strength / (1 + d2 * (0.6 + 0.4 * d2));
        }
        v *= 1 + 0.35 * noise.at(x / (half * 0.14), y / (half * 0.14));
        value[row * CELLS + column] = v;
        sum[row * (CELLS + 1) + column + 1] = sum[row * (CELLS + 1) + column] + v * cell;
      }
    }
  }

  /** Fixes the scale: so much weight makes one grid. */
  void calibrate(double weight) {
    weightPerGrid = weight;
  }

  /** The side in metres of a grid as wanted at a place. */
  double side(double x, double y) {
    return Math.sqrt(weightPerGrid / value[clamp(y) * CELLS + clamp(x)]);
  }

  /** Distance in metres between points of a road at a place. */
  double spacing(double x, double y) {
    return Math.max(6, Math.min(40, side(x, y) / 13));
  }

  /** The part of the boundary integral that the directed segment adds. */
  double flux(double ax, double ay, double bx, double by) {
    double mx = ((ax + bx) / 2 + half) / cell;
    int row = clamp((ay + by) / 2) * (CELLS + 1);
    int column = (int) Math.max(0, Math.min(CELLS - 1, Math.floor(mx)));
    double at = sum[row + column] + (sum[row + column + 1] - sum[row + column]) * (mx - column);
    return at * (by - ay);
  }

  /** The weight inside a ring; takes time linear in its points. */
  double weight(Plane plane, StreetRing ring) {
    double weight = 0;
    for (int i = 0; i < ring.size(); i++) {
      int j = ring.next(i);
      weight +=
          flux(
              plane.metresX(ring.x(i)),
              plane.metresY(ring.y(i)),
              plane.metresX(ring.x(j)),
              plane.metresY(ring.y(j)));
    }
    return weight;
  }

  private int clamp(double metres) {
    return (int) Math.max(0, Math.min(CELLS - 1, Math.floor((metres + half) / cell)));
  }
}
