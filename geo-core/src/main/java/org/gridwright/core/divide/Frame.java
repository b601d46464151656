package org.gridwright.core.divide;

import org.gridwright.core.arrangement.Packed;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Metres east and north of the middle of a piece of ground; good for some 30 km. Immutable.
 *
 * @param x0 longitude of the middle in lattice steps
 * @param y0 latitude of the middle in lattice steps
 * @param east metres of a step along the parallel
 * @param north metres of a step along the meridian
 */
record Frame(double x0, double y0, double east, double north) {

  static Frame around(LatticeEnvelope box) {
    Coordinate middle =
        new Coordinate(
            ((double) box.minX() + box.maxX()) / 2, ((double) box.minY() + box.maxY()) / 2);
    LocalMetric metric = LocalMetric.around(new GeometryFactory().createPoint(middle));
    return new Frame(middle.x, middle.y, metric.metresPerStepEast(), metric.metresPerStepNorth());
  }

  double x(long point) {
    return (Packed.x(point) - x0) * east;
  }

  double y(long point) {
    return (Packed.y(point) - y0) * north;
  }

  double metres(long a, long b) {
    return Math.hypot(x(a) - x(b), y(a) - y(b));
  }

  /**
   * The lattice point nearest to a place between two others, 0 at the first and 1 at the second.
   */
  static long between(long a, long b, double share) {
    return Packed.of(
        (int) Math.round(Packed.x(a) + share * ((double) Packed.x(b) - Packed.x(a))),
        (int) Math.round(Packed.y(a) + share * ((double) Packed.y(b) - Packed.y(a))));
  }
}
