package org.gridwright.core.locate;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.measure.Geodesy;

/**
 * Distances on the ellipsoid from one point to places near it. Trigonometry is done once for the
 * point; sines of the small differences come from their series. For one thread; {@link #moveTo}
 * starts anew.
 *
 * <p>Two metrics: a plane one with the point's own scale, wrong by at most {@code 2.5 % · d /
 * flatLimit} of a distance d up to {@link #flatLimit}; and the chord through the Earth, right to
 * some nanometres, from which the geodesic follows by the mean curvature along it (for d ≤ 20 km
 * within a micrometre of GeographicLib, which is asked beyond).
 */
final class Vicinity {

  private static final double FLAT_ERROR = 0.02;
  private static final double MAX_FLAT_METRES = 100_000;
  private static final double MAX_ARC_METRES = 20_000;
  private static final double POLE = 90.0 * Lattice.STEPS_PER_DEGREE;

  private double x;
  private double y;
  private double sin;
  private double cos;
  private double across;
  private double up;
  private double acrossRadius;
  private double alongRadius;
  private double nearestX;
  private double nearestY;

  /** Metres per lattice step eastward at the point. */
  double metresEast;

  /** Metres per lattice step northward at the point. */
  double metresNorth;

  /**
   * Up to this many metres the east-west scale changes by at most 2 %: it changes by tan φ for each
   * radian of latitude. No two places this near differ by more than 0.03 radians of longitude.
   */
  double flatLimit;

  /** Makes a point the centre; latitudes beyond a pole are read as the pole. */
  void moveTo(int pointX, int pointY) {
    x = pointX;
    y = Math.max(-POLE, Math.min(POLE, pointY));
    double latitude = Globe.radians(y);
    sin = Math.sin(latitude);
    cos = Math.max(0, Math.cos(latitude));
    double w = 1 - Globe.E2 * sin * sin;
    acrossRadius = Globe.RADIUS / Math.sqrt(w);
    alongRadius = acrossRadius * (1 - Globe.E2) / w;
    across = acrossRadius * cos;
    up = acrossRadius * (1 - Globe.E2) * sin;
    metresEast = Globe.radians(across);
    metresNorth = Globe.radians(alongRadius);
    double steep = Math.max(Math.abs(sin), 1e-9);
    flatLimit = Math.min(MAX_FLAT_METRES, FLAT_ERROR * Globe.RADIUS * cos / steep);
  }

  /** Metres that {@link #metresEast} gains for each step that the point moves north. */
  double eastSlope() {
    return -Globe.radians(Globe.radians(alongRadius * sin));
  }

  /** Longitude of the centre in steps. */
  double x() {
    return x;
  }

  /** Latitude of the centre in steps. */
  double y() {
    return y;
  }

  /** Longitude in steps of the place found last. */
  double nearestX() {
    return nearestX;
  }

  /** Latitude in steps of the place found last. */
  double nearestY() {
    return nearestY;
  }

  /** Square of the plane distance to the closed edge from a to b, given in steps. */
  double flatSquare(int ax, int ay, int bx, int by) {
    double east = (ax - x) * metresEast;
    double north = (ay - y) * metresNorth;
    double dx = ((double) bx - ax) * metresEast;
    double dy = ((double) by - ay) * metresNorth;
    double t = Math.max(0, Math.min(1, -(east * dx + north * dy) / (dx * dx + dy * dy)));
    double ex = east + t * dx;
    double ny = north + t * dy;
    return ex * ex + ny * ny;
  }

  /**
   * Geodesic metres to the nearest place of the edge from a to b within {@link #flatLimit}, found
   * by Gauss–Newton until a move could change the distance by 5 nanometres at most; sets the
   * nearest place. Bit-equal for equal edges given in the same direction.
   */
  double metres(int ax, int ay, int bx, int by) {
    double dx = (double) bx - ax;
    double dy = (double) by - ay;
    double east = dx * metresEast;
    double north = dy * metresNorth;
    double t =
        clamp(
            ((x - ax) * metresEast * east + (y - ay) * metresNorth * north)
                / (east * east + north * north));
    double dLon = Globe.radians(dx);
    double dLat = Globe.radians(dy);
    for (int round = 0; ; round++) {
      double lon = Globe.radians(ax - x + t * dx);
      double lat = Globe.radians(ay - y + t * dy);
      double sinLon = smallSin(lon);
      double cosLon = smallCos(lon);
      double sinLat = smallSin(lat);
      double cosLat = smallCos(lat);
      double sinThere = sin * cosLat + cos * sinLat;
      double cosThere = cos * cosLat - sin * sinLat;
      double w = 1 - Globe.E2 * sinThere * sinThere;
      double n = Globe.RADIUS / Math.sqrt(w);
      double m = n * (1 - Globe.E2) / w;
      double p = n * cosThere;
      double out = p * cosLon - across;
      double side = p * sinLon;
      double rise = n * (1 - Globe.E2) * sinThere - up;
      double outward = -m * sinThere * dLat;
      double slopeOut = outward * cosLon - side * dLon;
      double slopeSide = outward * sinLon + p * cosLon * dLon;
      double slopeRise = m * cosThere * dLat;
      double norm = slopeOut * slopeOut + slopeSide * slopeSide + slopeRise * slopeRise;
      double next = clamp(t - (out * slopeOut + side * slopeSide + rise * slopeRise) / norm);
      double chord = Math.sqrt(out * out + side * side + rise * rise);
      if (round == 7 || (next - t) * (next - t) * norm <= 1e-8 * chord + 1e-15) {
        nearestX = ax + t * dx;
        nearestY = ay + t * dy;
        return arc(chord, (across + p) * lon, lat, n, m);
      }
      t = next;
    }
  }

  /**
   * The geodesic over a chord to the nearest place, by the normal curvature of its direction
   * (Euler) at mid-way.
   *
   * @param eastTwice twice the metres eastward
   * @param lat radians northward
   * @param n radius of curvature across the meridian there
   * @param m radius of curvature along the meridian there
   */
  private double arc(double chord, double eastTwice, double lat, double n, double m) {
    if (chord <= 100) {
      return chord;
    }
    if (chord > MAX_ARC_METRES) {
      double steps = Lattice.STEPS_PER_DEGREE;
      return Geodesy.metresBetween(x / steps, y / steps, nearestX / steps, nearestY / steps);
    }
    double northTwice = (alongRadius + m) * lat;
    double east2 = eastTwice * eastTwice;
    double north2 = northTwice * northTwice;
    double curvature =
        2 * (east2 / (acrossRadius + n) + north2 / (alongRadius + m)) / (east2 + north2);
    double half2 = chord * chord * curvature * curvature / 4;
    return chord * (1 + half2 / 6 + 3 * half2 * half2 / 40);
  }

  private static double smallSin(double a) {
    double a2 = a * a;
    return a * (1 - a2 / 6 * (1 - a2 / 20 * (1 - a2 / 42)));
  }

  private static double smallCos(double a) {
    double a2 = a * a;
    return 1 - a2 / 2 * (1 - a2 / 12 * (1 - a2 / 30 * (1 - a2 / 56)));
  }

  private static double clamp(double t) {
    return Math.max(0, Math.min(1, t));
  }
}
