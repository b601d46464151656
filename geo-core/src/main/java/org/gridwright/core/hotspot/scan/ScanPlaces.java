package org.gridwright.core.hotspot.scan;

import java.util.List;
import net.sf.geographiclib.Constants;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;

/**
 * Where places lie: points in a plane, or points of the WGS 84 ellipsoid in space, between which
 * distances are straight lines. A straight line of 30 km is 3 cm shorter than the geodesic, one of
 * 100 km a metre. Immutable and thread-safe.
 */
public final class ScanPlaces {

  private static final double SEMI_MAJOR_METRES = Constants.WGS84_a;
  private static final double FLATTENING = Constants.WGS84_f;

  private final double[] x;
  private final double[] y;
  private final double[] z;

  private ScanPlaces(double[] x, double[] y, double[] z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  /**
   * Places of a plane.
   *
   * @param x metres east, one for each place
   * @param y metres north
   * @throws HotspotException when there is no place, or a coordinate is not finite
   */
  public static ScanPlaces planar(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new HotspotException(Message.core("hotspot.shape", x.length, y.length));
    }
    requireSome(x.length);
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new HotspotException(Message.core("hotspot.coordinate", i + 1));
      }
    }
    return new ScanPlaces(x.clone(), y.clone(), new double[x.length]);
  }

  /**
   * Places on the ellipsoid.
   *
   * @throws HotspotException when there is none
   */
  public static ScanPlaces of(List<LatticePoint> places) {
    int n = places.size();
    requireSome(n);
    double[] x = new double[n];
    double[] y = new double[n];
    double[] z = new double[n];
    double square = FLATTENING * (2 - FLATTENING);
    for (int i = 0; i < n; i++) {
      double lon = Math.toRadians((double) places.get(i).x() / Lattice.STEPS_PER_DEGREE);
      double lat = Math.toRadians((double) places.get(i).y() / Lattice.STEPS_PER_DEGREE);
      double normal = SEMI_MAJOR_METRES / Math.sqrt(1 - square * Math.sin(lat) * Math.sin(lat));
      x[i] = normal * Math.cos(lat) * Math.cos(lon);
      y[i] = normal * Math.cos(lat) * Math.sin(lon);
      z[i] = normal * (1 - square) * Math.sin(lat);
    }
    return new ScanPlaces(x, y, z);
  }

  private static void requireSome(int places) {
    if (places == 0) {
      throw new HotspotException(Message.core("hotspot.no-places"));
    }
  }

  public int size() {
    return x.length;
  }

  /** The coordinate of a place along an axis, 0 to 2. */
  double along(int axis, int place) {
    return switch (axis) {
      case 0 -> x[place];
      case 1 -> y[place];
      default -> z[place];
    };
  }

  /** The places in another order. */
  ScanPlaces reordered(int[] order) {
    double[][] moved = new double[3][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int axis = 0; axis < 3; axis++) {
        moved[axis][i] = along(axis, order[i]);
      }
    }
    return new ScanPlaces(moved[0], moved[1], moved[2]);
  }

  /** Square of the distance between two places, in square metres. */
  double squared(int a, int b) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double dz = z[a] - z[b];
    return dx * dx + dy * dy + dz * dz;
  }
}
