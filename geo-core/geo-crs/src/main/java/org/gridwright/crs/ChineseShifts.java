package org.gridwright.crs;

/**
 * The publicly known formulas of GCJ-02 and BD-09 and their numeric inverse. Longitude first,
 * degrees.
 *
 * <p>Source: the formulas as they have circulated since 2010 in open-source libraries
 * (eviltransform, coordtransform); there is no official publication. GCJ-02 works on the Krasovsky
 * 1940 ellipsoid.
 */
final class ChineseShifts {

  private static final double SEMI_MAJOR_METRES = 6378245.0;

  @SuppressWarnings("FloatingPointLiteralPrecision") // as published
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

  private static final double BD_ANGLE = Math.PI * 3000.0 / 180.0;
  private static final double BD_LON = 0.0065;
  private static final double BD_LAT = 0.006;
  private static final double RESIDUAL_DEGREES = 1e-12;
  private static final int MAX_STEPS = 40;

  private ChineseShifts() {}

  /** A map of the plane onto itself that moves every point by a small, slowly changing amount. */
  @FunctionalInterface
  interface Shift {
    double[] apply(double lon, double lat);
  }

  /** The public rule for where GCJ-02 is shifted: a rectangle, bounds inclusive. */
  static boolean inChina(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }

  /** GCJ-02 of a WGS 84 position, without asking whether it lies in China. */
  static double[] gcj02(double lon, double lat) {
    double x = lon - 105.0;
    double y = lat - 35.0;
    double phi = Math.toRadians(lat);
    double sin = Math.sin(phi);
    double w = 1 - ECCENTRICITY_SQUARED * sin * sin;
    double root = Math.sqrt(w);
    double meridian = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * root);
    double parallel = SEMI_MAJOR_METRES / root * Math.cos(phi);
    return new double[] {
      lon + Math.toDegrees(metresEast(x, y) / parallel),
      lat + Math.toDegrees(metresNorth(x, y) / meridian)
    };
  }

  /** BD-09 of a GCJ-02 position. */
  static double[] bd09(double lon, double lat) {
    double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_ANGLE);
    double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_ANGLE);
    return new double[] {radius * Math.cos(angle) + BD_LON, radius * Math.sin(angle) + BD_LAT};
  }

  /** The position that {@code shift} moves to the given one. */
  static double[] invert(Shift shift, double lon, double lat) {
    double[] at = {lon, lat};
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] there = shift.apply(at[0], at[1]);
      double east = lon - there[0];
      double north = lat - there[1];
      at[0] += east;
      at[1] += north;
      if (Math.max(Math.abs(east), Math.abs(north)) < RESIDUAL_DEGREES) {
        break;
      }
    }
    return at;
  }

  private static double metresNorth(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + wave(6, 20, x, 2, 20)
        + wave(1, 20, y, 1.0 / 3, 40)
        + wave(1.0 / 12, 160, y, 1.0 / 30, 320);
  }

  private static double metresEast(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + wave(6, 20, x, 2, 20)
        + wave(1, 20, x, 1.0 / 3, 40)
        + wave(1.0 / 12, 150, x, 1.0 / 30, 300);
  }

  /** Two thirds of the sum of two sine waves, frequencies in half turns per degree. */
  private static double wave(double f1, double a1, double t, double f2, double a2) {
    return (a1 * Math.sin(f1 * t * Math.PI) + a2 * Math.sin(f2 * t * Math.PI)) * 2.0 / 3.0;
  }
}
