package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.List;

/**
 * Which way streets run at each place: a cross field, which names an angle up to quarter turns.
 * Quarters have a grain of their own, streets near a centre run around it and towards it, and
 * streets near the river follow its banks. The idea of growing streets along such a field is that
 * of Chen et al., "Interactive procedural street modeling" (2008). Immutable.
 */
final class Grain {

  private static final int CELLS = 360;

  /** Streets run around a centre up to about so many metres from it. */
  private static final double LARGEST_RINGS = 1800;

  private final double half;
  private final double cell;
  private final double[] cos4 = new double[(CELLS + 1) * (CELLS + 1)];
  private final double[] sin4 = new double[(CELLS + 1) * (CELLS + 1)];
  private final SmoothNoise wobble;

  private record Quarter(double x, double y, double cos4, double sin4) {}

  /**
   * @param half the field covers [-half, half] metres in both directions
   * @param quarterSize typical width of a quarter of one grain in metres
   * @param centres places with ring and radial streets
   * @param river points along the river, x and y alternating; empty where there is none
   */
  Grain(
      double half, double quarterSize, List<Density.Peak> centres, double[] river, Seeded random) {
    this.half = half;
    this.cell = 2 * half / CELLS;
    this.wobble = new SmoothNoise(random.fork(1).below(1 << 30));
    SmoothNoise bend = new SmoothNoise(random.fork(2).below(1 << 30));
    int side = (int) Math.max(2, Math.ceil(2 * half / quarterSize));
    Quarter[] quarters = quarters(side, quarterSize, half, random.fork(3));
    for (int row = 0; row <= CELLS; row++) {
      for (int column = 0; column <= CELLS; column++) {
        double x = column * cell - half;
        double y = row * cell - half;
        double wx = x + quarterSize * 0.3 * bend.at(x / quarterSize, y / quarterSize);
        double wy = y + quarterSize * 0.3 * bend.at(y / quarterSize + 50, x / quarterSize);
        double[] sum = quarterGrain(quarters, side, quarterSize, wx, wy);
        addCentres(sum, centres, x, y);
        addRiver(sum, river, x, y, quarterSize);
        cos4[row * (CELLS + 1) + column] = sum[0];
        sin4[row * (CELLS + 1) + column] = sum[1];
      }
    }
  }

  private static Quarter[] quarters(int side, double size, double half, Seeded random) {
    Quarter[] quarters = new Quarter[side * side];
    for (int i = 0; i < quarters.length; i++) {
      double x = (i % side + random.between(0.1, 0.9)) * size - half;
      double y = (Math.floorDiv(i, side) + random.between(0.1, 0.9)) * size - half;
      double angle =
          random.chance(0.5) ? 0.1 * random.bell() : random.between(-Math.PI / 4, Math.PI / 4);
      quarters[i] = new Quarter(x, y, StrictMath.cos(4 * angle), StrictMath.sin(4 * angle));
    }
    return quarters;
  }

  private static double[] quarterGrain(
      Quarter[] quarters, int side, double size, double x, double y) {
    double[] sum = new double[2];
    int c = (int) Math.floor(x / size + side / 2.0);
    int r = (int) Math.floor(y / size + side / 2.0);
    for (int row = Math.max(0, r - 2); row <= Math.min(side - 1, r + 2); row++) {
      for (int column = Math.max(0, c - 2); column <= Math.min(side - 1, c + 2); column++) {
        Quarter quarter = quarters[row * side + column];
        double dx = (x - quarter.x) / size;
        double dy = (y - quarter.y) / size;
        double weight = StrictMath.exp(-14 * (dx * dx + dy * dy));
        sum[0] += weight * quarter.cos4;
        sum[1] += weight * quarter.sin4;
      }
    }
    double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1]) + 1e-12;
    sum[0] /= length;
    sum[1] /= length;
    return sum;
  }

  private static void addCentres(double[] sum, List<Density.Peak> centres, double x, double y) {
    for (Density.Peak centre : centres) {
      double dx = x - centre.x();
      double dy = y - centre.y();
      double reach = Math.min(LARGEST_RINGS, 0.8 * centre.reach());
      double d2 = (dx * dx + dy * dy) / (reach * reach);
      if (d2 < 9) {
        add(sum, dx, dy, 2.2 * StrictMath.exp(-1.2 * d2));
      }
    }
  }

  private static void addRiver(double[] sum, double[] river, double x, double y, double size) {
    double best = Double.MAX_VALUE;
    int at = 0;
    for (int i = 2; i < river.length; i += 2) {
      double dx = x - river[i];
      double dy = y - river[i + 1];
      double d2 = dx * dx + dy * dy;
      if (d2 < best) {
        best = d2;
        at = i;
      }
    }
    if (at > 0) {
      double weight = 4 * StrictMath.exp(-best / (0.16 * size * size));
      add(sum, river[at] - river[at - 2], river[at + 1] - river[at - 1], weight);
    }
  }

  /** Adds the direction (dx, dy), up to quarter turns, with a weight. */
  private static void add(double[] sum, double dx, double dy, double weight) {
    double re = dx * dx - dy * dy;
    double im = 2 * dx * dy;
    double re4 = re * re - im * im;
    double im4 = 2 * re * im;
    double length = Math.sqrt(re4 * re4 + im4 * im4);
    if (length > 1e-9) {
      sum[0] += weight * re4 / length;
      sum[1] += weight * im4 / length;
    }
  }

  /**
   * The street direction at a place that is nearest to the direction (dx, dy), as a unit vector in
   * {@code out}.
   */
  void follow(double x, double y, double dx, double dy, double[] out) {
    double fx = Math.max(0, Math.min(CELLS - 1e-6, (x + half) / cell));
    double fy = Math.max(0, Math.min(CELLS - 1e-6, (y + half) / cell));
    int at = ((int) fy) * (CELLS + 1) + (int) fx;
    double u = fx - (int) fx;
    double v = fy - (int) fy;
    double c = mix(cos4, at, u, v);
    double s = mix(sin4, at, u, v);
    double angle =
        ExactTrig.atan2(s, c) / 4
            + 0.10 * wobble.at(x / 420, y / 420)
            + 0.05 * wobble.at(x / 130 + 9, y / 130);
    double cos = ExactTrig.cos(angle);
    double sin = ExactTrig.sin(angle);
    double ahead = cos * dx + sin * dy;
    double aside = cos * dy - sin * dx;
    if (Math.abs(ahead) >= Math.abs(aside)) {
      double sign = ahead < 0 ? -1 : 1;
      out[0] = sign * cos;
      out[1] = sign * sin;
    } else {
      double sign = aside < 0 ? -1 : 1;
      out[0] = -sign * sin;
      out[1] = sign * cos;
    }
  }

  private static double mix(double[] table, int at, double u, double v) {
    return (table[at] * (1 - u) + table[at + 1] * u) * (1 - v)
        + (table[at + CELLS + 1] * (1 - u) + table[at + CELLS + 2] * u) * v;
  }

  /** Centres among peaks: those strong enough to bend the streets around them. */
  static List<Density.Peak> centres(List<Density.Peak> peaks) {
    List<Density.Peak> centres = new ArrayList<>();
    for (Density.Peak peak : peaks) {
      if (peak.strength() >= 0.5) {
        centres.add(peak);
      }
    }
    return centres;
  }
}
