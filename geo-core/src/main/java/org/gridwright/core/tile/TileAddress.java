package org.gridwright.core.tile;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;

/**
 * A tile of the web maps' pyramid: at zoom 0 one tile is the world, and each is four of the next.
 *
 * @param z zoom, from 0 to {@link #LAST_ZOOM}
 * @param x column, counted eastward from 0
 * @param y row, counted southward from 0
 */
public record TileAddress(int z, int x, int y) implements Comparable<TileAddress> {

  /** At this zoom a 4096th of a tile is the step of the world; finer would show nothing new. */
  public static final int LAST_ZOOM = 18;

  /**
   * @throws IllegalArgumentException where the pyramid has no such tile
   */
  public TileAddress {
    if (!exists(z, x, y)) {
      throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
    }
  }

  /** Whether the pyramid has such a tile. */
  public static boolean exists(int z, int x, int y) {
    return z >= 0 && z <= LAST_ZOOM && x >= 0 && x < 1 << z && y >= 0 && y < 1 << z;
  }

  /** The tile of a zoom that holds a lattice point. */
  public static TileAddress of(int z, int longitude, int latitude) {
    int shift = Mercator.WORLD_BITS - z;
    return new TileAddress(z, Mercator.x(longitude) >> shift, Mercator.y(latitude) >> shift);
  }

  /**
   * Every lattice point that the tile or a margin of a sixteenth around it shows, and a few more.
   */
  public LatticeEnvelope surroundings() {
    return within(side() / 16 + 2);
  }

  /** Every lattice point that lies in the tile, and a few more. */
  public LatticeEnvelope ground() {
    return within(2);
  }

  private LatticeEnvelope within(double margin) {
    double side = side();
    return new LatticeEnvelope(
        longitude(x * side - margin),
        latitude((y + 1) * side + margin),
        longitude((x + 1) * side + margin),
        latitude(y * side - margin));
  }

  /**
   * Where a lattice point lies in the tile.
   *
   * @return x and y in 4096ths of the tile from its northwest corner; outside also less and more
   */
  public int[] units(int longitude, int latitude) {
    int shift = LAST_ZOOM - z;
    return new int[] {
      (Mercator.x(longitude) >> shift) - x * TileFrame.EXTENT,
      (Mercator.y(latitude) >> shift) - y * TileFrame.EXTENT
    };
  }

  /** Whether a place in the tile's {@link #units} lies in the tile itself. */
  public boolean holds(int[] units) {
    return Math.min(units[0], units[1]) >= 0 && Math.max(units[0], units[1]) < TileFrame.EXTENT;
  }

  /** Steps of the world to a side. */
  double side() {
    return Mercator.WORLD >> z;
  }

  private static int longitude(double x) {
    return Mercator.longitude(Math.max(0, Math.min(Mercator.WORLD, x)));
  }

  private static int latitude(double y) {
    if (y <= 0) {
      return 90 * Lattice.STEPS_PER_DEGREE;
    }
    if (y >= Mercator.WORLD) {
      return -90 * Lattice.STEPS_PER_DEGREE;
    }
    return Mercator.latitude(y);
  }

  /** By zoom, then row, then column. */
  @Override
  public int compareTo(TileAddress other) {
    int byZoom = Integer.compare(z, other.z);
    int byRow = byZoom != 0 ? byZoom : Integer.compare(y, other.y);
    return byRow != 0 ? byRow : Integer.compare(x, other.x);
  }

  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
