package org.gridwright.core.measure;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;

/**
 * Metres east and north of an origin: the plane that touches the WGS 84 ellipsoid there, scaled
 * eastward by the radius of curvature in the prime vertical and northward by that in the meridian.
 * 30 km north or south of the origin, widths are off by less than 1 % below 60 degrees of latitude.
 * Immutable and thread-safe.
 *
 * @param x0 longitude of the origin in lattice steps
 * @param y0 latitude of the origin in lattice steps
 * @param east metres of a step along the parallel of the origin
 * @param north metres of a step along its meridian
 */
public record LocalFrame(double x0, double y0, double east, double north) {

  static final double SEMI_MAJOR_METRES = 6378137.0;
  static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;
  static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);

  /**
   * The frame at a place.
   *
   * @param x longitude in lattice steps, whole or not
   * @param y latitude in lattice steps
   */
  public static LocalFrame at(double x, double y) {
    double phi = y * RADIANS_PER_STEP;
    double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double root = Math.sqrt(w);
    return new LocalFrame(
        x,
        y,
        SEMI_MAJOR_METRES * Math.cos(phi) / root * RADIANS_PER_STEP,
        SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * root) * RADIANS_PER_STEP);
  }

  public static LocalFrame at(LatticePoint origin) {
    return at(origin.x(), origin.y());
  }

  /** The frame at a {@link Packed} point. */
  public static LocalFrame at(long origin) {
    return at(Packed.x(origin), Packed.y(origin));
  }

  /** The frame in the middle of a rectangle. */
  public static LocalFrame around(LatticeEnvelope box) {
    return at(((double) box.minX() + box.maxX()) / 2, ((double) box.minY() + box.maxY()) / 2);
  }

  /** The same plane and scale, with another origin. */
  public LocalFrame movedTo(double x, double y) {
    return new LocalFrame(x, y, east, north);
  }

  /** Metres east of the origin of a {@link Packed} point. */
  public double x(long point) {
    return (Packed.x(point) - x0) * east;
  }

  /** Metres north of the origin of a {@link Packed} point. */
  public double y(long point) {
    return (Packed.y(point) - y0) * north;
  }

  /** The {@link Packed} point nearest to a place in metres east and north of the origin. */
  public long point(double x, double y) {
    return Packed.of((int) Math.round(x0 + x / east), (int) Math.round(y0 + y / north));
  }

  /** Metres between two {@link Packed} points. */
  public double metres(long a, long b) {
    return Math.hypot(x(a) - x(b), y(a) - y(b));
  }
}
