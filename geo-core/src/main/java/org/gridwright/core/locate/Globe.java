package org.gridwright.core.locate;

import org.gridwright.core.lattice.Lattice;

/**
 * Points of the WGS 84 ellipsoid in space, so that nearness can be compared without regard to poles
 * and antimeridian. Ordinates are metres from the Earth's centre. The straight line through the
 * Earth between two points orders near points as the geodesic does.
 */
final class Globe {

  /** Equatorial radius in metres. */
  static final double RADIUS = 6_378_137;

  private static final double FLATTENING = 1 / 298.257223563;
  private static final double E2 = FLATTENING * (2 - FLATTENING);
  private static final double RADIANS_PER_STEP = Math.PI / 180 / Lattice.STEPS_PER_DEGREE;

  private Globe() {}

  static double radians(double steps) {
    return steps * RADIANS_PER_STEP;
  }

  /** Writes the place of a point, given in lattice steps, to {@code xyz[0..2]}. */
  static void place(double xSteps, double ySteps, double[] xyz) {
    double lon = radians(xSteps);
    double lat = radians(ySteps);
    double sin = Math.sin(lat);
    double n = RADIUS / Math.sqrt(1 - E2 * sin * sin);
    double across = n * Math.cos(lat);
    xyz[0] = across * Math.cos(lon);
    xyz[1] = across * Math.sin(lon);
    xyz[2] = n * (1 - E2) * sin;
  }

  /**
   * Writes the derivative of the place in space for a move of {@code dxSteps, dySteps} at a point,
   * all in lattice steps, to {@code slope[0..2]}.
   */
  static void slope(double x, double y, double dxSteps, double dySteps, double[] slope) {
    double lon = radians(x);
    double lat = radians(y);
    double sin = Math.sin(lat);
    double w = 1 - E2 * sin * sin;
    double n = RADIUS / Math.sqrt(w);
    double east = n * Math.cos(lat) * radians(dxSteps);
    double north = n * (1 - E2) / w * radians(dySteps);
    slope[0] = -east * Math.sin(lon) - north * sin * Math.cos(lon);
    slope[1] = east * Math.cos(lon) - north * sin * Math.sin(lon);
    slope[2] = north * Math.cos(lat);
  }

  /** Metres per lattice step eastward and northward at a latitude: {east, north}. */
  static double[] metresPerStep(int ySteps) {
    double lat = radians(ySteps);
    double w = 1 - E2 * Math.sin(lat) * Math.sin(lat);
    double n = RADIUS / Math.sqrt(w);
    return new double[] {
      n * Math.max(0, Math.cos(lat)) * RADIANS_PER_STEP, n * (1 - E2) / w * RADIANS_PER_STEP
    };
  }

  /**
   * How far a straight line in longitude and latitude may stray, in space, from the straight line
   * between its ends: the second derivative of the place is at most R (Δφ + Δλ)², and the distance
   * from the chord at most an eighth of that.
   */
  static double bulge(double dxSteps, double dySteps) {
    double angle = Math.abs(radians(dxSteps)) + Math.abs(radians(dySteps));
    return 1.02 * RADIUS * angle * angle / 8;
  }

  static double distance(double[] a, double[] b) {
    double dx = a[0] - b[0];
    double dy = a[1] - b[1];
    double dz = a[2] - b[2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
