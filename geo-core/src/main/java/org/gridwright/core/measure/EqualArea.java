package org.gridwright.core.measure;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas as sums over edges, in Lambert's cylindrical equal-area projection of the WGS 84 ellipsoid
 * (J. P. Snyder, Map Projections: A Working Manual, 1987, section 10), in which every edge is taken
 * as straight. The two sides of an edge get exactly opposite amounts, so that pieces add up to the
 * whole. Some ten times as fast as {@link Geodesy}, from which it differs by about 1e-5 where edges
 * are a kilometre long, and less where they are shorter. Pure and thread-safe.
 */
public final class EqualArea {

  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;
  private static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);
  private static final double FACTOR =
      SEMI_MAJOR_METRES * SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / 2 * RADIANS_PER_STEP;

  /** Enough of the series of atanh(z)/z for 1e-16, as z is at most the eccentricity. */
  private static final int SERIES_TERMS = 6;

  private EqualArea() {}

  /**
   * Square metres between an edge and the equator, positive where it runs east in the northern
   * hemisphere; a counter-clockwise walk around an area sums up to less than nothing.
   */
  public static double under(int x1, int y1, int x2, int y2) {
    return ((double) x2 - x1) * (strip(y1) + strip(y2)) / 2;
  }

  /** Area in square metres, holes subtracted, whatever the direction of the rings. */
  public static double squareMetres(LatticeMultiPolygon area) {
    double sum = 0;
    for (LatticePolygon polygon : area.polygons()) {
      sum += squareMetres(polygon.shell());
      for (LatticeRing hole : polygon.holes()) {
        sum -= squareMetres(hole);
      }
    }
    return sum;
  }

  /**
   * Area in square metres of polygons whose coordinates are lattice steps or lie between them;
   * anything but polygons counts for nothing.
   */
  public static double squareMetresOfSteps(Geometry steps) {
    double sum = 0;
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      if (steps.getGeometryN(i) instanceof Polygon polygon) {
        sum += squareMetres(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= squareMetres(polygon.getInteriorRingN(hole));
        }
      }
    }
    return sum;
  }

  private static double squareMetres(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      double strips = strip(points.getY(i)) + strip(points.getY(i - 1));
      sum += (points.getX(i) - points.getX(i - 1)) * strips / 2;
    }
    return Math.abs(sum);
  }

  private static double squareMetres(LatticeRing ring) {
    double sum = 0;
    double before = strip(ring.y(0));
    for (int i = 1; i < ring.size(); i++) {
      double strip = strip(ring.y(i));
      sum += ((double) ring.x(i) - ring.x(i - 1)) * (before + strip) / 2;
      before = strip;
    }
    return Math.abs(sum);
  }

  /**
   * Square metres from the equator to a latitude, one lattice step wide: with a longitude in steps
   * beside it, a plane in which areas are square metres.
   */
  public static double strip(double y) {
    double sine = Math.sin(y * RADIANS_PER_STEP);
    double square = ECCENTRICITY_SQUARED * sine * sine;
    double series = 0;
    for (int k = SERIES_TERMS; k > 0; k--) {
      series = (series + 1.0 / (2 * k + 1)) * square;
    }
    return FACTOR * sine * (1 / (1 - square) + 1 + series);
  }
}
