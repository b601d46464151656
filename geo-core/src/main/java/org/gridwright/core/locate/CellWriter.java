package org.gridwright.core.locate;

import java.util.Arrays;

/** Writes the blocks of one row of cells, in the layout that {@link Cells} reads. */
final class CellWriter {

  private final EdgeTable edges;

  int[] blocks = new int[256];
  int length;

  CellWriter(EdgeTable edges) {
    this.edges = edges;
  }

  /** A cell: its south-west corner and its side in lattice steps. */
  record Square(int west, int south, int side) {

    /** Which ends of an upward edge lie west of the square within its rows; see {@link Cells}. */
    int bits(int[] ends, int at) {
      int lower = ends[at] < west && isWithin(ends[at + 1]) ? 1 : 0;
      int upper = ends[at + 2] < west && isWithin(ends[at + 3]) ? 2 : 0;
      return lower | upper;
    }

    private boolean isWithin(int y) {
      return y >= south && y - south < side;
    }
  }

  /**
   * Writes a block of sound edges {@code list[from, to)}; the base is left 0. Returns its position.
   */
  int plain(int[] list, int from, int to, Square square) {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      int at = 4 * list[i];
      minX = Math.min(minX, Math.min(edges.ends[at], edges.ends[at + 2]));
      maxX = Math.max(maxX, Math.max(edges.ends[at], edges.ends[at + 2]));
      minY = Math.min(minY, edges.ends[at + 1]);
      maxY = Math.max(maxY, edges.ends[at + 3]);
    }
    boolean near = maxX - minX <= 0xffff && maxY - minY <= 0xffff;
    return near
        ? near(list, from, to, square, minX - Short.MIN_VALUE, minY - Short.MIN_VALUE)
        : far(list, from, to, square);
  }

  private int near(int[] list, int from, int to, Square square, int anchorX, int anchorY) {
    int position = reserve(4 + Cells.NEAR_INTS * (to - from));
    blocks[position + 1] = to - from;
    blocks[position + 2] = anchorX;
    blocks[position + 3] = anchorY;
    int out = position + 4;
    for (int i = from; i < to; i++, out += Cells.NEAR_INTS) {
      int at = 4 * list[i];
      blocks[out] = pair(edges.ends[at] - anchorX, edges.ends[at + 1] - anchorY);
      blocks[out + 1] = pair(edges.ends[at + 2] - anchorX, edges.ends[at + 3] - anchorY);
      blocks[out + 2] = edges.delta[list[i]] << 2 | square.bits(edges.ends, at);
    }
    return position;
  }

  private int far(int[] list, int from, int to, Square square) {
    int position = reserve(2 + Cells.FAR_INTS * (to - from));
    blocks[position + 1] = ~(to - from);
    int out = position + 2;
    for (int i = from; i < to; i++, out += Cells.FAR_INTS) {
      writeEdge(out, list[i], square);
    }
    return position;
  }

  /**
   * Writes a block of any edges with its candidates, none in the base set. Returns its position.
   */
  int mixed(int[] list, int from, int to, Square square, OwnerSets candidates) {
    int m = candidates.size();
    int position = reserve(2 + m + Cells.MIXED_INTS * (to - from));
    blocks[position] = ~m;
    blocks[position + 1] = to - from;
    for (int k = 0; k < m; k++) {
      blocks[position + 2 + k] = candidates.get(k) << 1;
    }
    int out = position + 2 + m;
    for (int i = from; i < to; i++, out += Cells.MIXED_INTS) {
      writeEdge(out, list[i], square);
      blocks[out + 5] = edges.first[list[i]];
    }
    return position;
  }

  private void writeEdge(int out, int edge, Square square) {
    System.arraycopy(edges.ends, 4 * edge, blocks, out, 4);
    blocks[out + 4] = edges.delta[edge] << 2 | square.bits(edges.ends, 4 * edge);
  }

  private static int pair(int x, int y) {
    return (x & 0xffff) | y << 16;
  }

  private int reserve(int ints) {
    int position = length;
    length = Math.addExact(length, ints);
    if (length > blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(length, blocks.length + (blocks.length >> 1)));
    }
    return position;
  }
}
