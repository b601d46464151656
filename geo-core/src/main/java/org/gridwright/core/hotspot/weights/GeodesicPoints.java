package org.gridwright.core.hotspot.weights;

import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.Geodesy;

/**
 * Places on the WGS 84 ellipsoid. Distances are lengths of geodesics (C. F. F. Karney, "Algorithms
 * for geodesics", 2013). Most comparisons are settled by the straight line through the earth: a
 * geodesic is no shorter, and by less than the cube of its length over 23 squares of the smallest
 * radius of curvature longer.
 */
public final class GeodesicPoints implements PlacePoints {

  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;
  private static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);

  /** The radius of curvature is nowhere less: that of the meridian at the equator. */
  private static final double LEAST_RADIUS = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED);

  /** Beyond, the bound on the length is not used, and the index of no help. */
  private static final double FAR_METRES = 300_000;

  /** Up to here the length follows from the straight line to 1e-10. */
  private static final double NEAR_METRES = 3_000;

  private static final double SLACK_METRES = 1e-7;

  private final int[] x;
  private final int[] y;
  private final double[] earth;

  private GeodesicPoints(int[] x, int[] y) {
    this.x = x;
    this.y = y;
    this.earth = new double[3 * x.length];
    for (int i = 0; i < x.length; i++) {
      double lambda = x[i] * RADIANS_PER_STEP;
      double phi = y[i] * RADIANS_PER_STEP;
      double sine = Math.sin(phi);
      double normal = SEMI_MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
      earth[3 * i] = normal * Math.cos(phi) * Math.cos(lambda);
      earth[3 * i + 1] = normal * Math.cos(phi) * Math.sin(lambda);
      earth[3 * i + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sine;
    }
  }

  /** Places in lattice steps. */
  public static GeodesicPoints of(List<LatticePoint> points) {
    return new GeodesicPoints(
        points.stream().mapToInt(LatticePoint::x).toArray(),
        points.stream().mapToInt(LatticePoint::y).toArray());
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public double metres(int i, int j) {
    double chord = chord(i, j);
    if (chord > NEAR_METRES) {
      return Geodesy.metres(x[i], y[i], x[j], y[j]);
    }
    double radius = LEAST_RADIUS * 1.0067;
    return chord * (1 + chord * chord / (24 * radius * radius));
  }

  @Override
  public boolean isWithin(int i, int j, double metres) {
    double chord = chord(i, j);
    if (chord > metres + SLACK_METRES) {
      return false;
    }
    if (metres < FAR_METRES
        && chord * (1 + chord * chord / (23 * LEAST_RADIUS * LEAST_RADIUS)) <= metres) {
      return true;
    }
    return Geodesy.metres(x[i], y[i], x[j], y[j]) <= metres + SLACK_METRES;
  }

  @Override
  public double slack(double metres) {
    return 2 * SLACK_METRES;
  }

  private double chord(int i, int j) {
    double dx = earth[3 * i] - earth[3 * j];
    double dy = earth[3 * i + 1] - earth[3 * j + 1];
    double dz = earth[3 * i + 2] - earth[3 * j + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  @Override
  public double x(int place) {
    return x[place];
  }

  @Override
  public double y(int place) {
    return y[place];
  }

  /** Steps of longitude are shortest towards the poles. */
  @Override
  public double reachX(int place, double metres) {
    double phi = Math.abs(y[place] * RADIANS_PER_STEP) + metres / LEAST_RADIUS;
    if (metres > FAR_METRES || phi > Math.toRadians(85)) {
      return Double.POSITIVE_INFINITY;
    }
    return 1.01 * metres / (LEAST_RADIUS * Math.cos(phi) * RADIANS_PER_STEP) + 1;
  }

  @Override
  public double reachY(int place, double metres) {
    return 1.01 * metres / (LEAST_RADIUS * RADIANS_PER_STEP) + 1;
  }
}
