package org.gridwright.core.measure;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

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

  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;
  private static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);
  private static final GeometryFactory FLOATING = new GeometryFactory();

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

  /** The frame at a place in lattice steps. */
  public static LocalFrame at(Coordinate origin) {
    return at(origin.x, origin.y);
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

  /** Metres from the origin to a {@link Packed} point. */
  public double metres(long point) {
    return Math.hypot(x(point), y(point));
  }

  /** Metres from the origin to the edge a–b, whose ends are {@link Packed} points. */
  public double metresToEdge(long a, long b) {
    double t = nearestAlong(a, b);
    return Math.hypot(x(a) + t * (x(b) - x(a)), y(a) + t * (y(b) - y(a)));
  }

  /** Where along the edge a–b, from 0 to 1, the place nearest to the origin lies. */
  public double nearestAlong(long a, long b) {
    double dx = x(b) - x(a);
    double dy = y(b) - y(a);
    double length = dx * dx + dy * dy;
    return length == 0 ? 0 : Math.max(0, Math.min(1, -(x(a) * dx + y(a) * dy) / length));
  }

  /** The rectangle in lattice steps around all places within a distance of the origin. */
  public Envelope within(double metres) {
    double dx = metres / east;
    double dy = metres / north;
    return new Envelope(x0 - dx, x0 + dx, y0 - dy, y0 + dy);
  }

  /** A place in lattice steps, in metres east and north of the origin. */
  public Coordinate toMetres(double x, double y) {
    return new Coordinate((x - x0) * east, (y - y0) * north);
  }

  /** A geometry in lattice steps, in metres east and north of the origin. */
  public Geometry toMetres(Geometry steps) {
    return AffineTransformation.translationInstance(-x0, -y0)
        .scale(east, north)
        .transform(FLOATING.createGeometry(steps));
  }

  /** The place in whole lattice steps that is nearest to one in metres. */
  public Coordinate toSteps(Coordinate metres) {
    return new Coordinate(Math.rint(metres.x / east + x0), Math.rint(metres.y / north + y0));
  }

  /** A geometry in metres east and north of the origin, in lattice steps, not rounded. */
  public Geometry toSteps(Geometry metres) {
    return AffineTransformation.scaleInstance(1 / east, 1 / north)
        .translate(x0, y0)
        .transform(metres);
  }
}
