package org.gridwright.core.tile;

/**
 * The numbers of tiles in PMTiles archives: zoom after zoom, within a zoom along a Hilbert curve,
 * so that tiles beside each other on the map mostly are so in the file (PMTiles specification 3).
 */
public final class HilbertOrder {

  private HilbertOrder() {}

  /** The number of a tile, from 0. */
  public static long id(TileAddress tile) {
    long first = ((1L << (2 * tile.z())) - 1) / 3;
    long along = 0;
    int x = tile.x();
    int y = tile.y();
    for (int side = (1 << tile.z()) >> 1; side > 0; side >>= 1) {
      int right = (x & side) > 0 ? 1 : 0;
      int low = (y & side) > 0 ? 1 : 0;
      along += (long) side * side * ((3 * right) ^ low);
      if (low == 0) {
        if (right == 1) {
          x = side - 1 - (x & (side - 1));
          y = side - 1 - (y & (side - 1));
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return first + along;
  }
}
