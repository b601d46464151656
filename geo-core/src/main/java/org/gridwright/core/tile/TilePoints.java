package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;

/**
 * Places, kept along a Z-shaped curve through the world of web maps, so that those of a tile lie
 * side by side (Morton, A computer oriented geodetic data base, 1966). Eight bytes each. Immutable.
 */
public final class TilePoints {

  /** None. */
  public static final TilePoints NONE = new TilePoints(new long[0]);

  private static final int CODE_BITS = 2 * Mercator.WORLD_BITS;

  /** In ascending order; a code that several places have is there several times. */
  private final long[] codes;

  private TilePoints(long[] codes) {
    this.codes = codes;
  }

  /**
   * Places beside each other that are drawn as one.
   *
   * @param cell number of the square they lie in, within their zoom
   * @param x of their middle, in 4096ths of the tile, eastward
   * @param y southward
   */
  public record Group(long cell, int x, int y, int count) {}

  /** Takes places one by one. For one thread. */
  public static final class Gathering {

    private long[] codes = new long[1024];
    private int size;

    public void add(LatticePoint place) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, 2 * size);
      }
      codes[size++] = code(place);
    }

    public TilePoints build() {
      long[] sorted = Arrays.copyOf(codes, size);
      Arrays.parallelSort(sorted);
      return new TilePoints(sorted);
    }
  }

  public int size() {
    return codes.length;
  }

  /**
   * These with some more and without some others, in time in proportion to all of them.
   *
   * @param removed of each, one place that these have; others are left out of account
   */
  public TilePoints with(List<LatticePoint> added, List<LatticePoint> removed) {
    long[] coming = added.stream().mapToLong(TilePoints::code).sorted().toArray();
    long[] going = removed.stream().mapToLong(TilePoints::code).sorted().toArray();
    long[] merged = new long[codes.length + coming.length];
    int size = 0;
    int next = 0;
    int gone = 0;
    for (int i = 0; i < codes.length || next < coming.length; ) {
      boolean known = next == coming.length || (i < codes.length && codes[i] <= coming[next]);
      long code = known ? codes[i++] : coming[next++];
      while (gone < going.length && going[gone] < code) {
        gone++;
      }
      if (gone < going.length && going[gone] == code) {
        gone++;
      } else {
        merged[size++] = code;
      }
    }
    return new TilePoints(Arrays.copyOf(merged, size));
  }

  /** How many lie in a tile; logarithmic. */
  public int count(TileAddress tile) {
    return end(tile) - begin(tile);
  }

  /**
   * Those of a tile, together where they lie in the same square.
   *
   * @param halvings how often the tile is halved until its side is that of a square, 0 to 12
   */
  public List<Group> groups(TileAddress tile, int halvings) {
    int shift = CODE_BITS - 2 * (tile.z() + halvings);
    List<Group> groups = new ArrayList<>();
    int end = end(tile);
    for (int i = begin(tile); i < end; ) {
      long cell = codes[i] >>> shift;
      long x = 0;
      long y = 0;
      int first = i;
      for (; i < end && codes[i] >>> shift == cell; i++) {
        x += gathered(codes[i]);
        y += gathered(codes[i] >>> 1);
      }
      groups.add(group(tile, cell, x, y, i - first));
    }
    return groups;
  }

  private static Group group(TileAddress tile, long cell, long x, long y, int count) {
    int shift = TileAddress.LAST_ZOOM - tile.z();
    return new Group(
        cell,
        (int) ((x / count) >> shift) - tile.x() * TileFrame.EXTENT,
        (int) ((y / count) >> shift) - tile.y() * TileFrame.EXTENT,
        count);
  }

  private int begin(TileAddress tile) {
    return firstFrom(first(tile));
  }

  private int end(TileAddress tile) {
    return firstFrom(first(tile) + (1L << (CODE_BITS - 2 * tile.z())));
  }

  /** The least code that a place of a tile can have. */
  private static long first(TileAddress tile) {
    int shift = Mercator.WORLD_BITS - tile.z();
    return code((long) tile.x() << shift, (long) tile.y() << shift);
  }

  /** The index of the first place with this code or a greater one. */
  private int firstFrom(long code) {
    int from = 0;
    int to = codes.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (codes[middle] < code) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static long code(LatticePoint place) {
    return code(Mercator.x(place.x()), Mercator.y(place.y()));
  }

  private static long code(long x, long y) {
    return spread(x) | (spread(y) << 1);
  }

  /** The bits of a number of up to 31 with a zero before each. */
  private static long spread(long bits) {
    long b = bits;
    b = (b | (b << 16)) & 0x0000FFFF0000FFFFL;
    b = (b | (b << 8)) & 0x00FF00FF00FF00FFL;
    b = (b | (b << 4)) & 0x0F0F0F0F0F0F0F0FL;
    b = (b | (b << 2)) & 0x3333333333333333L;
    return (b | (b << 1)) & 0x5555555555555555L;
  }

  /** Every second bit, the lowest first: the inverse of {@link #spread}. */
  private static long gathered(long code) {
    long b = code & 0x5555555555555555L;
    b = (b | (b >>> 1)) & 0x3333333333333333L;
    b = (b | (b >>> 2)) & 0x0F0F0F0F0F0F0F0FL;
    b = (b | (b >>> 4)) & 0x00FF00FF00FF00FFL;
    b = (b | (b >>> 8)) & 0x0000FFFF0000FFFFL;
    return (b | (b >>> 16)) & 0x00000000FFFFFFFFL;
  }
}
