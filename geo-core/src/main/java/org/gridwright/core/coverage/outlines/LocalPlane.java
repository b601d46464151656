package org.gridwright.core.coverage.outlines;

import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Metres east and north of a place, there and back. */
final class LocalPlane {

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final Coordinate middle;
  private final double east;
  private final double north;

  /**
   * @param steps the place in lattice steps
   */
  LocalPlane(Coordinate steps) {
    LocalMetric metric = LocalMetric.around(FLOATING.createPoint(steps));
    this.middle = steps;
    this.east = metric.metresPerStepEast();
    this.north = metric.metresPerStepNorth();
  }

  Geometry toMetres(Geometry steps) {
    return AffineTransformation.translationInstance(-middle.x, -middle.y)
        .scale(east, north)
        .transform(FLOATING.createGeometry(steps));
  }

  Coordinate toMetres(double x, double y) {
    return new Coordinate((x - middle.x) * east, (y - middle.y) * north);
  }

  /** The lattice point nearest to a place in metres. */
  Coordinate toSteps(Coordinate metres) {
    return new Coordinate(
        Math.rint(metres.x / east + middle.x), Math.rint(metres.y / north + middle.y));
  }

  double stepsEast(double metres) {
    return metres / east;
  }

  double stepsNorth(double metres) {
    return metres / north;
  }
}
