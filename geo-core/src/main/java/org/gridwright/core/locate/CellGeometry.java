package org.gridwright.core.locate;

/**
 * The squares of the top cells. Column {@code c} covers longitudes [west(c), west(c + 1)), row
 * {@code r} latitudes [bottom(r), bottom(r + 1)). The first column and row hold no edge, nor does
 * anything beyond the last.
 *
 * @param originX west border of column 0 in lattice steps
 * @param originY south border of row 0
 * @param shift log2 of a cell's side in lattice steps
 */
record CellGeometry(int originX, int originY, int shift, int columns, int rows) {

  /**
   * Cells over the rectangle of all edges, at most {@code target} along its longer side beside the
   * margin.
   */
  static CellGeometry around(EdgeTable edges, int target) {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int at = 0; at < 4 * edges.count; at += 2) {
      minX = Math.min(minX, edges.ends[at]);
      maxX = Math.max(maxX, edges.ends[at]);
      minY = Math.min(minY, edges.ends[at + 1]);
      maxY = Math.max(maxY, edges.ends[at + 1]);
    }
    int longer = Math.max(maxX - minX, maxY - minY);
    int shift = 0;
    while (longer >> shift >= target) {
      shift++;
    }
    int margin = (1 << shift) + 1;
    return new CellGeometry(
        minX - margin,
        minY - margin,
        shift,
        ((maxX - minX + margin) >> shift) + 2,
        ((maxY - minY + margin) >> shift) + 2);
  }

  int west(int column) {
    return originX + (column << shift);
  }

  int bottom(int row) {
    return originY + (row << shift);
  }

  /** The upper border of a row: the bottom of the next. */
  int top(int row) {
    return bottom(row + 1);
  }

  /** The first column whose closed square reaches as far east as {@code x}. */
  int firstColumn(int x) {
    return (x - originX - 1) >> shift;
  }

  /** The last column whose closed square reaches as far west as {@code x}. */
  int lastColumn(int x) {
    return (x - originX) >> shift;
  }

  /**
   * Smallest s, at most {@link Cells#MAX_SPLIT}, with 4^s of at least {@code wanted}; -1 for none.
   */
  int splitFor(double wanted) {
    if (wanted == 0) {
      return -1;
    }
    int s = 0;
    while (s < Math.min(Cells.MAX_SPLIT, shift) && 1L << (2 * s) < wanted) {
      s++;
    }
    return s;
  }

  /**
   * A lower bound, at most two steps off, of the longitudes of an edge between two latitudes
   * (inclusive).
   *
   * @param ends edge ends; the edge stands at {@code at}
   */
  int minX(int[] ends, int at, int bottom, int top) {
    int low = Math.min(ends[at], ends[at + 2]);
    if (ends[at + 1] == ends[at + 3]) {
      return low;
    }
    double a = xAt(ends, at, Math.max(bottom, ends[at + 1]));
    double b = xAt(ends, at, Math.min(top, ends[at + 3]));
    return Math.max(low, (int) Math.floor(Math.min(a, b)) - 1);
  }

  /**
   * An upper bound, at most two steps off, of the longitudes of an edge between two latitudes
   * (inclusive).
   */
  int maxX(int[] ends, int at, int bottom, int top) {
    int high = Math.max(ends[at], ends[at + 2]);
    if (ends[at + 1] == ends[at + 3]) {
      return high;
    }
    double a = xAt(ends, at, Math.max(bottom, ends[at + 1]));
    double b = xAt(ends, at, Math.min(top, ends[at + 3]));
    return Math.min(high, (int) Math.ceil(Math.max(a, b)) + 1);
  }

  /** Longitude at a latitude of the line of an edge that is not horizontal. */
  private static double xAt(int[] ends, int at, int y) {
    double rise = (double) ends[at + 3] - ends[at + 1];
    return ends[at] + ((double) ends[at + 2] - ends[at]) * ((double) y - ends[at + 1]) / rise;
  }
}
