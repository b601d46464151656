package org.gridwright.core.locate;

/**
 * Metres of a lattice step in a band of latitudes, as parabolas through their values at its borders
 * and its middle: off by less than 1e-12 of them there and in the bands beside it. Immutable and
 * thread-safe.
 */
final class LatitudeBand {

  /** Log2 of a band's height in lattice steps, some 1.5 km. */
  static final int SHIFT = 17;

  private static final double HALF = 1 << (SHIFT - 1);
  private static final double ELLIPSOID_SHARE = 0.03;

  /** Latitude of the middle in lattice steps. */
  final double middle;

  /** As {@link Vicinity#flatLimit}, the smallest in the band. */
  final double flatLimit;

  private final double east0;
  private final double east1;
  private final double east2;
  private final double north0;
  private final double north1;
  private final double north2;

  /**
   * What a square metre eastward times one northward takes off a square length, and one squared.
   */
  private final double bend;

  private final double turn;

  private LatitudeBand(Vicinity low, Vicinity mid, Vicinity high) {
    middle = mid.y();
    flatLimit = Math.min(mid.flatLimit, Math.min(low.flatLimit, high.flatLimit));
    east0 = mid.metresEast;
    east1 = (high.metresEast - low.metresEast) / (2 * HALF);
    east2 = ((high.metresEast - east0) + (low.metresEast - east0)) / (2 * HALF * HALF);
    north0 = mid.metresNorth;
    north1 = (high.metresNorth - low.metresNorth) / (2 * HALF);
    north2 = ((high.metresNorth - north0) + (low.metresNorth - north0)) / (2 * HALF * HALF);
    double cos = Math.cos(Globe.radians(middle));
    double share = 1 / (12 * Globe.RADIUS * Globe.RADIUS * cos * cos);
    bend = (3 - 2 * cos * cos) * share;
    turn = (1 - cos * cos) * share;
  }

  /** The band from a latitude on. */
  static LatitudeBand from(long south) {
    Vicinity[] at = {new Vicinity(), new Vicinity(), new Vicinity()};
    for (int i = 0; i < at.length; i++) {
      at[i].moveTo(0, TileRow.clamped(south + ((long) i << (SHIFT - 1))));
    }
    return new LatitudeBand(at[0], at[1], at[2]);
  }

  /** Metres of a step eastward, some steps north of the middle. */
  double east(double dy) {
    return east0 + dy * (east1 + dy * east2);
  }

  /** Metres of a step northward, some steps north of the middle. */
  double north(double dy) {
    return north0 + dy * (north1 + dy * north2);
  }

  /** How much longer a step eastward is one step farther north, as a share. */
  double eastGain() {
    return east1 / east0;
  }

  /**
   * Length of a geodesic whose ends differ by so many metres eastward and northward, both by the
   * scale of the latitude half-way. On a sphere {@code hav σ = sin²(Δφ/2) cos²(Δλ/2) + cos²φ
   * sin²(Δλ/2)} with φ half-way; its terms of fourth order are taken off here.
   */
  double metres(double eastward, double northward) {
    double east = eastward * eastward;
    double north = northward * northward;
    return Math.sqrt(east + north - east * (north * bend + east * turn));
  }

  /**
   * By how many metres such a length of some hundred metres can differ from what {@link Vicinity}
   * says, which is right to 5 nanometres itself: what the ellipsoid adds to the terms of fourth
   * order is a share of them.
   */
  double doubt(double metres) {
    return 1.2e-8 + ELLIPSOID_SHARE * (bend + turn) * metres * metres * metres;
  }
}
