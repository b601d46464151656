package org.gridwright.core.locate;

/**
 * The plane of a row of tiles: metres of a lattice step at its middle latitude, and how far they
 * can be trusted.
 *
 * @param middle latitude in lattice steps
 * @param east metres of a step eastward there
 * @param eastSlope what {@code east} gains for each step northward
 * @param north metres of a step northward there
 * @param flatLimit as {@link Vicinity#flatLimit}, the smallest in the row
 * @param reach metres from the middle of a tile to its corners
 * @param spread no distance in the plane whose eastward scale is that of the point's own latitude
 *     differs from that of {@link Vicinity#flatSquare} by more than this share
 */
record TileRow(
    double middle,
    double east,
    double eastSlope,
    double north,
    double flatLimit,
    double reach,
    double spread) {

  /**
   * The plane of the tiles from a latitude on.
   *
   * @param shift log2 of their side in steps
   */
  static TileRow at(long south, int shift) {
    double half = (1L << shift) / 2.0;
    Vicinity vicinity = new Vicinity();
    vicinity.moveTo(0, clamped(south));
    double limit = vicinity.flatLimit;
    vicinity.moveTo(0, clamped(south + (1L << shift)));
    limit = Math.min(limit, vicinity.flatLimit);
    int middle = clamped(south + ((1L << shift) >> 1));
    vicinity.moveTo(0, middle);
    double reach = Math.hypot(half * vicinity.metresEast, half * vicinity.metresNorth);
    double angle = reach / Globe.RADIUS;
    return new TileRow(
        middle,
        vicinity.metresEast,
        vicinity.eastSlope(),
        vicinity.metresNorth,
        limit,
        reach,
        0.02 * angle + 2 * angle * angle);
  }

  /** The step nearest to one that may lie outside of the lattice. */
  static int clamped(long step) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, step));
  }
}
