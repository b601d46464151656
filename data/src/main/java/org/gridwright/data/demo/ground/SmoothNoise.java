package org.gridwright.data.demo.ground;

/**
 * A smooth random surface: value noise on a unit lattice with quintic interpolation (Perlin, 2002).
 * Immutable.
 */
final class SmoothNoise {

  private final long seed;

  SmoothNoise(long seed) {
    this.seed = seed;
  }

  /** Height in [-1, 1]; features are about one unit wide. */
  double at(double x, double y) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    long ix = (long) fx;
    long iy = (long) fy;
    double u = ease(x - fx);
    double v = ease(y - fy);
    double south = knot(ix, iy) * (1 - u) + knot(ix + 1, iy) * u;
    double north = knot(ix, iy + 1) * (1 - u) + knot(ix + 1, iy + 1) * u;
    return south * (1 - v) + north * v;
  }

  private double knot(long ix, long iy) {
    return (Seeded.hash(ix * 0x1F123BB5L + seed, iy) >> 11) * 0x1.0p-52;
  }

  private static double ease(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
