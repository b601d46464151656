package org.gridwright.core.coverage;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Point in polygon by even–odd crossing, half-open: of two areas that share an edge, exactly one
 * contains a point on it. Orientation is decided in extended precision.
 */
final class HalfOpenContains {

  private HalfOpenContains() {}

  /** Whether a polygonal geometry contains the point, taken a hair to the east and north. */
  static boolean test(Geometry polygonal, double x, double y) {
    boolean inside = false;
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      if (polygonal.getGeometryN(i) instanceof Polygon polygon
          && polygon.getEnvelopeInternal().covers(x, y)) {
        inside ^= crossesOdd(polygon.getExteriorRing(), x, y);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          inside ^= crossesOdd(polygon.getInteriorRingN(h), x, y);
        }
      }
    }
    return inside;
  }

  private static boolean crossesOdd(LinearRing ring, double x, double y) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean odd = false;
    for (int i = 0; i + 1 < points.size(); i++) {
      double y1 = points.getY(i);
      double y2 = points.getY(i + 1);
      if (y1 <= y != y2 <= y) {
        int low = y1 <= y2 ? i : i + 1;
        int high = y1 <= y2 ? i + 1 : i;
        int side =
            CGAlgorithmsDD.orientationIndex(
                points.getX(low), points.getY(low), points.getX(high), points.getY(high), x, y);
        odd ^= side > 0;
      }
    }
    return odd;
  }
}
