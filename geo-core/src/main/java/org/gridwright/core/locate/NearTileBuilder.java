package org.gridwright.core.locate;

import java.util.Arrays;

/**
 * Makes the tiles of {@link NearTiles}, each from the tree at once, then quarter by quarter from
 * what the square around has left: whole runs while there are many, then their edges. For one
 * thread.
 *
 * <p>Something is left out of a square where a rival, another edge, is nearer to every point of it.
 * The distance to a convex thing, be it an edge or a rectangle of the tree, is a convex function of
 * the point. So it is at least its tangent at the square's middle; and the rival's distance less
 * that tangent, being convex too, is largest in a corner. Four comparisons prove that it cannot
 * win. The rival has to count whoever the owner is: a square that no edge touches has one owner; in
 * any other a rival of one grid alone has a second one beside it, which counts for that grid.
 *
 * <p>All this in the plane of the tile's row; its error (twice that of {@link Vicinity}, once for
 * the way of a point from the middle) is granted to everything three times.
 */
final class NearTileBuilder {

  /** Plans with fewer runs fit the caches, and can have shorter lists. */
  private static final int SMALL_PLAN = 50_000;

  /** Longer lists are not kept: the tree does as well. */
  private static final int LONGEST = 4000;

  /** Levels of a directory. */
  private static final int BITS = 3;

  private static final int MOST_LEVELS = 7;
  private static final double TURN = 3.6e9;

  private final EdgeRuns runs;
  private final SquareRivals square;

  /** So few runs are looked at edge by edge. */
  private final int fewRuns;

  /** Lists of so many edges are short enough. */
  private final int shortList;

  private final long[][] lists = new long[MOST_LEVELS + 2][64];
  private final int[] sizes = new int[MOST_LEVELS + 2];

  /** Whether a level's list is not to be split. */
  private final boolean[] ended = new boolean[MOST_LEVELS + 2];

  private NearTiles.Owners owners;
  private long west;
  private long south;
  private int shift;
  private int mostLevels;
  private int[] out = new int[1024];
  private int used;
  private int lastStart;
  private int lastEnd;

  NearTileBuilder(EdgeRuns runs) {
    this.runs = runs;
    this.square = new SquareRivals(runs);
    this.fewRuns = runs.runs() < SMALL_PLAN ? 8 : 16;
    this.shortList = runs.runs() < SMALL_PLAN ? 8 : 100;
    this.owners = (x, y) -> Locator.NOBODY;
  }

  /**
   * The tile with a south-west corner.
   *
   * @return {@link NearTiles#NONE} where the plane is too far from the truth, or no other grid is
   *     near
   */
  int[] build(long west, long south, int shift, NearTiles.Owners owners) {
    this.owners = owners;
    this.west = west;
    this.south = south;
    this.shift = shift;
    TileRow row = TileRow.at(south, shift);
    square.plane.take(row, west + (1L << shift) / 2.0);
    if (mayMeetItselfAround(row) || !square.collect((double) (1L << shift), this::ownerOfTile)) {
      return NearTiles.NONE;
    }
    mostLevels = Math.min(MOST_LEVELS, shift - 1);
    used = 1;
    lastStart = 0;
    lastEnd = 0;
    take(0);
    int whole = place(0, 0, 0, square.owner());
    out[0] = whole;
    return Arrays.copyOf(out, used);
  }

  private int ownerOfTile() {
    return owners.of(TileRow.clamped(west), TileRow.clamped(south));
  }

  private boolean mayMeetItselfAround(TileRow row) {
    int root = 4 * runs.root();
    double reach = 1.1 * row.flatLimit() + 2 * row.reach();
    return (west + TURN - runs.boxes[root + 2]) * row.east() < reach
        || (runs.boxes[root] - (west + (1L << shift) - TURN)) * row.east() < reach;
  }

  /** Makes what the square has left the list of a level. */
  private void take(int level) {
    if (square.hasRuns() && (square.size() <= fewRuns || square.isFar() || level == mostLevels)) {
      square.expand();
    }
    sizes[level] = square.size();
    ended[level] =
        !square.hasRuns() && (square.size() <= shortList || square.isFar() || level == mostLevels);
    lists[level] = square.copyTo(lists[level]);
  }

  /** Writes what stands for a square whose list stands at its level, and returns that. */
  private int place(int level, int i, int j, int owner) {
    if (!ended[level]) {
      return directory(level, i, j, owner);
    }
    return sizes[level] == 0 || sizes[level] > LONGEST ? 0 : list(level);
  }

  private int directory(int level, int i, int j, int owner) {
    int bits = Math.min(BITS, mostLevels - level);
    int start = used;
    reserve(1 + (1 << (2 * bits)));
    used += 1 + (1 << (2 * bits));
    out[start] = bits;
    split(level, i, j, owner, start, level + bits);
    return ~start;
  }

  /** Fills the part of a directory that is of a square. */
  private void split(int level, int i, int j, int owner, int directory, int deepest) {
    for (int quarter = 0; quarter < 4; quarter++) {
      int column = 2 * i + (quarter & 1);
      int row = 2 * j + (quarter >> 1);
      int below = descend(level, column, row, owner);
      if (!ended[level + 1] && level + 1 < deepest) {
        split(level + 1, column, row, below, directory, deepest);
      } else {
        fill(directory, deepest, level + 1, column, row, place(level + 1, column, row, below));
      }
    }
  }

  /** Chooses for a quarter from the list of the square around; returns its owner. */
  private int descend(int level, int column, int row, int owner) {
    double side = 1L << (shift - level - 1);
    double half = (1L << shift) / 2.0;
    square.plane.moveTo((column + 0.5) * side - half, (row + 0.5) * side - half, side);
    square.load(lists[level], sizes[level]);
    square.filter(
        owner,
        () ->
            owners.of(
                TileRow.clamped(west + (long) (column * side)),
                TileRow.clamped(south + (long) (row * side))));
    take(level + 1);
    return square.owner();
  }

  private void fill(int directory, int deepest, int level, int column, int row, int said) {
    int bits = out[directory];
    int wide = deepest - level;
    int mask = (1 << bits) - 1;
    int first = (column << wide) & mask;
    int low = (row << wide) & mask;
    for (int j = low; j < low + (1 << wide); j++) {
      int at = directory + 1 + (j << bits) + first;
      Arrays.fill(out, at, at + (1 << wide), said);
    }
  }

  /** Writes a list, or finds that it is the one written last, and returns where it is. */
  private int list(int level) {
    reserve(sizes[level]);
    int start = used;
    int entry = 0;
    for (int n = 0; n < sizes[level]; n++) {
      int run = (int) (lists[level][n] >>> 32);
      int edge = (int) lists[level][n] - runs.start[run] - 1;
      int last = entry & 7;
      if (used > start && entry >>> 6 == run && ((entry >>> 3) & 7) + last + 1 == edge) {
        out[used - 1] = ++entry;
      } else {
        entry = (run << 6) | (edge << 3);
        out[used++] = entry;
      }
    }
    out[used - 1] |= Integer.MIN_VALUE;
    if (Arrays.equals(out, lastStart, lastEnd, out, start, used)) {
      used = start;
      return lastStart;
    }
    lastStart = start;
    lastEnd = used;
    return start;
  }

  private void reserve(int more) {
    if (out.length < used + more) {
      out = Arrays.copyOf(out, 2 * out.length + more);
    }
  }
}
