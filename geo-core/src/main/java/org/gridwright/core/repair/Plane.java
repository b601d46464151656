package org.gridwright.core.repair;

import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Metres east and north of one lattice point; good for the surroundings of a snapping distance. */
final class Plane {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final long origin;
  private final double east;
  private final double north;

  Plane(long origin) {
    this.origin = origin;
    LocalMetric metric =
        LocalMetric.around(FACTORY.createPoint(new Coordinate(Packed.x(origin), Packed.y(origin))));
    this.east = metric.metresPerStepEast();
    this.north = metric.metresPerStepNorth();
  }

  double x(long point) {
    return ((double) Packed.x(point) - Packed.x(origin)) * east;
  }

  double y(long point) {
    return ((double) Packed.y(point) - Packed.y(origin)) * north;
  }

  /** Distance of a point from the origin. */
  double metres(long point) {
    return Math.hypot(x(point), y(point));
  }

  /** Where along a–b, from 0 to 1, the point nearest to the origin lies. */
  double nearestAlong(long a, long b) {
    double dx = x(b) - x(a);
    double dy = y(b) - y(a);
    double length = dx * dx + dy * dy;
    return length == 0 ? 0 : Math.max(0, Math.min(1, -(x(a) * dx + y(a) * dy) / length));
  }

  /** Distance of the origin from the segment a–b. */
  double metres(long a, long b) {
    double t = nearestAlong(a, b);
    return Math.hypot(x(a) + t * (x(b) - x(a)), y(a) + t * (y(b) - y(a)));
  }

  /** The rectangle in lattice steps that holds all within a distance of the origin. */
  Envelope around(double metres) {
    double dx = metres / east;
    double dy = metres / north;
    return new Envelope(
        Packed.x(origin) - dx, Packed.x(origin) + dx, Packed.y(origin) - dy, Packed.y(origin) + dy);
  }
}
