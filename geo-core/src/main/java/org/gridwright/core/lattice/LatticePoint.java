package org.gridwright.core.lattice;

/**
 * A point of the lattice.
 *
 * @param x longitude in lattice steps
 * @param y latitude in lattice steps
 */
public record LatticePoint(int x, int y) {

  /**
   * The lattice point nearest to a position in degrees.
   *
   * @throws LatticeException when an ordinate is not a number or out of range
   */
  public static LatticePoint ofDegrees(double lon, double lat) {
    return new LatticePoint(Lattice.longitude(lon), Lattice.latitude(lat));
  }

  /** Longitude in degrees. */
  public double lon() {
    return Lattice.degrees(x);
  }

  /** Latitude in degrees. */
  public double lat() {
    return Lattice.degrees(y);
  }
}
