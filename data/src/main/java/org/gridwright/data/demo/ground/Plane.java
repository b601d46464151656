package org.gridwright.data.demo.ground;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticePoint;

/**
 * A local plane in metres, x east and y north of the city's centre, and the lattice under it.
 * Lengths agree with the ellipsoid to about 0.5 % within 45 km of the centre.
 *
 * @param x0 lattice longitude of the origin
 * @param y0 lattice latitude of the origin
 * @param stepX metres east per lattice step
 * @param stepY metres north per lattice step
 */
public record Plane(int x0, int y0, double stepX, double stepY) {

  private static final double SEMI_MAJOR = 6_378_137.0;
  private static final double E2 = 6.69437999014e-3;

  /** A plane around a point, with the scales of WGS 84 at its latitude. */
  public static Plane around(LatticePoint centre) {
    double lat = StrictMath.toRadians(centre.lat());
    double sin = StrictMath.sin(lat);
    double w = 1 - E2 * sin * sin;
    double normal = SEMI_MAJOR / Math.sqrt(w);
    double meridian = normal * (1 - E2) / w;
    double radians = StrictMath.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);
    return new Plane(
        centre.x(), centre.y(), radians * normal * StrictMath.cos(lat), radians * meridian);
  }

  public double metresX(int x) {
    return (x - x0) * stepX;
  }

  public double metresY(int y) {
    return (y - y0) * stepY;
  }

  /** The nearest lattice longitude. */
  public int stepsX(double metres) {
    return x0 + (int) Math.floor(metres / stepX + 0.5);
  }

  /** The nearest lattice latitude. */
  public int stepsY(double metres) {
    return y0 + (int) Math.floor(metres / stepY + 0.5);
  }

  public double distance(int ax, int ay, int bx, int by) {
    double dx = (ax - bx) * stepX;
    double dy = (ay - by) * stepY;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
