package org.gridwright.core.tile;

import org.gridwright.core.lattice.Lattice;

/**
 * The square world of web maps (Web Mercator on the sphere, EPSG:3857) in whole numbers: {@link
 * #WORLD} steps to a side, x eastward from 180° west, y southward from 85.0511° north. A step is
 * 3.7 cm at the equator. All methods are pure and thread-safe.
 */
final class Mercator {

  /** The side of the world is two to this power. */
  static final int WORLD_BITS = 30;

  /** Steps in a side of the world. */
  static final int WORLD = 1 << WORLD_BITS;

  /** Of latitudes beyond this one the world has only its rim. */
  private static final int LAST_LATITUDE = 850_511_287;

  private static final int KNOT_BITS = 16;
  private static final int HALF_TURN = 180 * Lattice.STEPS_PER_DEGREE;

  /** At each knot the world's y, and how it grows in a knot's distance. */
  private static final double[] KNOTS = knots();

  private Mercator() {}

  /** The step nearest to a longitude, to within a millionth of a step. */
  static int x(int longitude) {
    double x = ((double) longitude + HALF_TURN) * (WORLD / (2.0 * HALF_TURN));
    return (int) Math.min(WORLD - 1, x + 0.5);
  }

  /**
   * The step nearest to a latitude, to within a hundredth of a step: between knots 0.0066° apart
   * the projection is a cubic with its values and slopes.
   */
  static int y(int latitude) {
    if (latitude > LAST_LATITUDE || latitude < -LAST_LATITUDE) {
      return latitude > 0 ? 0 : WORLD - 1;
    }
    int from = latitude + LAST_LATITUDE;
    int knot = from >>> KNOT_BITS;
    double t = (from & ((1 << KNOT_BITS) - 1)) * (1.0 / (1 << KNOT_BITS));
    double a = KNOTS[2 * knot];
    double slope = KNOTS[2 * knot + 1];
    double rise = KNOTS[2 * knot + 2] - a;
    double end = KNOTS[2 * knot + 3];
    double y = a + t * (slope + t * (3 * rise - 2 * slope - end + t * (slope + end - 2 * rise)));
    return (int) Math.max(0, Math.min(WORLD - 1, Math.floor(y + 0.5)));
  }

  /** The lattice longitude nearest to a place of the world, in steps that need not be whole. */
  static int longitude(double x) {
    return (int) Math.floor(x * (2.0 * HALF_TURN / WORLD) - HALF_TURN + 0.5);
  }

  /** The lattice latitude nearest to a place of the world, in steps that need not be whole. */
  static int latitude(double y) {
    double radians = StrictMath.atan(StrictMath.sinh(Math.PI * (1 - 2 * y / WORLD)));
    return (int) Math.floor(radians * (180 / Math.PI) * Lattice.STEPS_PER_DEGREE + 0.5);
  }

  private static double[] knots() {
    int count = ((2 * LAST_LATITUDE) >>> KNOT_BITS) + 2;
    double[] knots = new double[2 * count];
    double radians = Math.PI / HALF_TURN;
    for (int i = 0; i < count; i++) {
      double angle = (((long) i << KNOT_BITS) - LAST_LATITUDE) * radians;
      double sine = StrictMath.sin(angle);
      double turned = StrictMath.log((1 + sine) / (1 - sine)) / 2;
      knots[2 * i] = (0.5 - turned / (2 * Math.PI)) * WORLD;
      knots[2 * i + 1] =
          -radians * (1 << KNOT_BITS) / StrictMath.cos(angle) / (2 * Math.PI) * WORLD;
    }
    return knots;
  }
}
