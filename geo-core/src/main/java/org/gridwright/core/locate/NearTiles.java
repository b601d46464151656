package org.gridwright.core.locate;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * For every small square of a plan, the edges that can be the nearest ones somewhere in it: what a
 * search of the tree would come to, worked out once for all points of the square. Safe for any
 * thread.
 *
 * <p>The plan's rectangle is cut into tiles of {@code 2^shift} lattice steps. A tile is made when
 * its first point is asked for, by {@link NearTileBuilder}, and never changes; two threads may make
 * the same one. It is one array:
 *
 * <pre>
 *   tile:      said, then directories and lists
 *   said:      position of a list, ~position of a directory, or 0 for neither
 *   directory: bits, 4^bits × said
 *   list:      entries, the last one with the sign bit set
 *   entry:     run &lt;&lt; 6 | first edge of the run &lt;&lt; 3 | number of edges − 1
 * </pre>
 *
 * Column {@code i} eastward and row {@code j} northward of a directory is {@code j << bits | i}.
 * Where neither is said, the tree answers.
 */
final class NearTiles {

  /** Runs for each tile, about. */
  private static final int RUNS = 128;

  /** More runs do not fit into an entry. */
  static final int MOST_RUNS = 1 << 25;

  /** The tile without lists. */
  static final int[] NONE = {0};

  private static final int MOST_TILES = 1 << 22;

  final EdgeRuns runs;
  final int shift;
  private final Owners owners;
  private final long west;
  private final long south;
  private final int columns;
  private final int rows;
  private final AtomicReferenceArray<int[]> tiles;
  private final TileRow[] scales;

  /** Who owns a point. */
  interface Owners {
    int of(int x, int y);
  }

  /**
   * @param owners tells who owns a point, by the same ids as the runs
   */
  NearTiles(EdgeRuns runs, Owners owners) {
    this.runs = runs;
    this.owners = owners;
    int root = 4 * runs.root();
    boolean any = root >= 0 && runs.runs() <= MOST_RUNS;
    west = any ? runs.boxes[root] : 0;
    south = any ? runs.boxes[root + 1] : 0;
    long width = any ? runs.boxes[root + 2] - west : 0;
    long height = any ? runs.boxes[root + 3] - south : 0;
    shift = any ? shiftFor(width, height, Math.min(MOST_TILES, runs.runs() / RUNS + 1)) : 1;
    columns = any ? (int) (width >> shift) + 1 : 0;
    rows = any ? (int) (height >> shift) + 1 : 0;
    tiles = new AtomicReferenceArray<>(columns * rows);
    scales = new TileRow[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = TileRow.at(south + ((long) row << shift), shift);
    }
  }

  /** Log2 of the smallest side, at most 2^29, with at most so many tiles. */
  private static int shiftFor(long width, long height, int most) {
    int shift = 1;
    while (shift < 29 && ((width >> shift) + 1) * ((height >> shift) + 1) > most) {
      shift++;
    }
    return shift;
  }

  /** Number of the tile of a point; negative outside the rectangle of the edges. */
  int indexOf(int x, int y) {
    long u = x - west;
    long v = y - south;
    if (u < 0 || v < 0 || u >> shift >= columns || v >> shift >= rows) {
      return -1;
    }
    return (int) (v >> shift) * columns + (int) (u >> shift);
  }

  /** The tile of that number, made now where need be. */
  int[] make(int index, NearTileBuilder builder) {
    int[] tile = tiles.getAcquire(index);
    if (tile == null) {
      tile = builder.build(west(index % columns), south(index / columns), shift, owners);
      tiles.setRelease(index, tile);
    }
    return tile;
  }

  /** The scales in the row of tiles of a latitude in the rectangle of the edges. */
  TileRow scales(int y) {
    return scales[(int) ((y - south) >> shift)];
  }

  /** Position in a tile of the list of a point's cell; 0 where it has none. */
  int list(int[] tile, int x, int y) {
    int fine = shift;
    int said = tile[0];
    while (said < 0) {
      int bits = tile[~said];
      fine -= bits;
      int column = ((int) (x - west) >>> fine) & ((1 << bits) - 1);
      int row = ((int) (y - south) >>> fine) & ((1 << bits) - 1);
      said = tile[1 + ~said + ((row << bits) | column)];
    }
    return said;
  }

  private long west(int column) {
    return west + ((long) column << shift);
  }

  private long south(int row) {
    return south + ((long) row << shift);
  }
}
