package org.gridwright.core.measure;

import org.gridwright.core.lattice.Lattice;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Metres on the WGS 84 ellipsoid around one place. Input is in lattice steps.
 *
 * <p>Slivers are millimetres wide, so everything is measured from the centre of the piece: a
 * geodesic polygon area, summed against the equator, would lose them in rounding.
 */
public final class LocalMetric {

  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;
  private static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);

  /** Nodes of the three-point Gauss–Legendre rule on [-1, 1]; the weights are 5/9, 8/9, 5/9. */
  private static final double GAUSS_NODE = Math.sqrt(0.6);

  /** Arcs at concave corners are only as round as telling narrow from wide needs. */
  private static final int QUADRANT_SEGMENTS = 3;

  private final LocalFrame frame;

  private LocalMetric(LocalFrame frame) {
    this.frame = frame;
  }

  /** Measures around the middle of a geometry in lattice steps. */
  public static LocalMetric around(Geometry steps) {
    return new LocalMetric(LocalFrame.at(steps.getEnvelopeInternal().centre()));
  }

  /**
   * Area in square metres of a polygonal geometry whose edges are straight in longitude and
   * latitude: a shoelace sum in an equal-area cylindrical projection around the centre.
   */
  public double squareMetres(Geometry steps) {
    double sum = 0;
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      if (steps.getGeometryN(i) instanceof Polygon polygon) {
        sum += squareMetres(polygon.getExteriorRing());
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          sum -= squareMetres(polygon.getInteriorRingN(h));
        }
      }
    }
    return sum;
  }

  /**
   * Greatest width in metres of a polygonal geometry: the diameter of the largest circle inside it;
   * see {@link InscribedCircle} for how near.
   */
  public double widthMetres(Geometry steps) {
    Geometry metres = toMetres(steps);
    double widest = 0;
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      if (metres.getGeometryN(i) instanceof Polygon polygon) {
        widest = Math.max(widest, 2 * InscribedCircle.radius(polygon));
      }
    }
    return widest;
  }

  /**
   * Where a polygon is widest: the middle, in lattice steps, of the largest circle in it, which is
   * nearly as far from the outline as any place inside.
   */
  public Coordinate widestPlace(Polygon steps) {
    Coordinate metres = InscribedCircle.middle((Polygon) toMetres(steps));
    return new Coordinate(
        frame.x0() + metres.x / frame.east(), frame.y0() + metres.y / frame.north());
  }

  /** Whether no circle of a given diameter fits inside a polygonal geometry. */
  public boolean isNarrowerThan(Geometry steps, double metres) {
    return toMetres(steps).buffer(-metres / 2, QUADRANT_SEGMENTS).isEmpty();
  }

  /** A geometry in lattice steps as metres east and north of the middle; good for a few km. */
  public Geometry toMetres(Geometry steps) {
    return frame.toMetres(steps);
  }

  private double squareMetres(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double sum = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      double y1 = equalAreaNorth(points.getY(i));
      double y2 = equalAreaNorth(points.getY(i + 1));
      sum += (points.getX(i) - frame.x0()) * y2 - (points.getX(i + 1) - frame.x0()) * y1;
    }
    return Math.abs(sum) / 2 * RADIANS_PER_STEP;
  }

  /** Integral of the ellipsoid's area per radian of longitude, from the centre's latitude. */
  private double equalAreaNorth(double y) {
    double half = (y - frame.y0()) / 2;
    double middle = frame.y0() + half;
    double sum =
        (5 * areaDensity(middle - GAUSS_NODE * half)
                + 8 * areaDensity(middle)
                + 5 * areaDensity(middle + GAUSS_NODE * half))
            / 9;
    return sum * half * RADIANS_PER_STEP;
  }

  private static double areaDensity(double y) {
    double phi = y * RADIANS_PER_STEP;
    double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    return SEMI_MAJOR_METRES
        * SEMI_MAJOR_METRES
        * (1 - ECCENTRICITY_SQUARED)
        * Math.cos(phi)
        / (w * w);
  }
}
