package org.gridwright.core.locate;

import org.gridwright.core.locate.CellWriter.Square;

/**
 * Turns the edge lists of a {@link CellRow} into blocks, sweeping from west to east.
 *
 * <p>The sweep carries the set of grids that hold the south-west corner of the next cell: the cell
 * to its west answers for its own closed eastern border, and nothing holds a point west of column
 * 0. A set of at most one grid is its owner id; a larger set is {@code ~index} into {@link #sets}.
 */
final class CellRowResolver {

  private final EdgeTable edges;
  private final CellGeometry geometry;
  private final int row;
  private final CellRow lists;
  private final OwnerSets sets = new OwnerSets();

  /** For a column without edges the set that holds all of it; of others unused. */
  final int[] constant;

  /**
   * What each sub-cell of the row says: an owner id or {@code ~position} in the {@link #writer}.
   */
  int[] sub;

  final CellWriter writer;

  CellRowResolver(EdgeTable edges, CellGeometry geometry, int row, CellRow lists) {
    this.edges = edges;
    this.geometry = geometry;
    this.row = row;
    this.lists = lists;
    this.constant = new int[geometry.columns()];
    this.sub = new int[lists.cells()];
    this.writer = new CellWriter(edges);
    for (int c = 0; c < geometry.columns(); c++) {
      resolveColumn(c);
    }
  }

  private void resolveColumn(int column) {
    int s = lists.split[column];
    int bottom = geometry.bottom(row);
    if (s < 0) {
      int set = westOf(column, bottom);
      constant[column] = set >= 0 ? set : ~crowd(set);
      return;
    }
    int side = 1 << (geometry.shift() - s);
    for (int j = 0; j < 1 << s; j++) {
      int south = bottom + j * side;
      int set = westOf(column, south);
      for (int i = 0; i < 1 << s; i++) {
        int west = geometry.west(column) + i * side;
        int cell = lists.offset[column] + (j << s) + i;
        sub[cell] = resolveCell(cell, new Square(west, south, side), set);
        set = setAt(sub[cell], west + side, south);
      }
    }
  }

  /** The set that holds the western border of a column at a latitude of this row. */
  private int westOf(int column, int y) {
    if (column == 0) {
      return 0;
    }
    int s = lists.split[column - 1];
    if (s < 0) {
      return setAt(constant[column - 1], geometry.west(column), y);
    }
    int j = (y - geometry.bottom(row)) >> (geometry.shift() - s);
    int cell = lists.offset[column - 1] + (j << s) + (1 << s) - 1;
    return setAt(sub[cell], geometry.west(column), y);
  }

  private int setAt(int said, int x, int y) {
    if (said >= 0) {
      return said;
    }
    int position = ~said;
    int[] blocks = writer.blocks;
    if (blocks[position] >= 0) {
      return Cells.resolve(blocks, position, x, y);
    }
    sets.clear();
    for (int k = 0; k < ~blocks[position]; k++) {
      if (Cells.holds(blocks, position, k, x, y)) {
        sets.add(blocks[position + 2 + k] >>> 1);
      }
    }
    return sets.keep();
  }

  private int resolveCell(int cell, Square square, int set) {
    int from = lists.start[cell];
    int to = lists.start[cell + 1];
    if (from == to && set >= 0) {
      return set;
    }
    boolean plain = set >= 0;
    for (int i = from; i < to && plain; i++) {
      plain = !edges.doubtful(lists.entries[i]);
    }
    int position =
        plain
            ? writer.plain(lists.entries, from, to, square)
            : writer.mixed(lists.entries, from, to, square, candidates(from, to, set));
    anchor(position, set, square);
    return ~position;
  }

  /** A block without edges for a column that several grids hold throughout. */
  private int crowd(int set) {
    Square anywhere = new Square(0, 0, 0);
    int position = writer.mixed(lists.entries, 0, 0, anywhere, candidates(0, 0, set));
    anchor(position, set, anywhere);
    return position;
  }

  private OwnerSets candidates(int from, int to, int set) {
    sets.clear();
    sets.addAll(set);
    for (int i = from; i < to; i++) {
      sets.add(edges.first[lists.entries[i]]);
      sets.add(edges.second(lists.entries[i]));
    }
    return sets;
  }

  /** Sets the base so that the block answers {@code set} at the square's south-west corner. */
  private void anchor(int position, int set, Square square) {
    int[] blocks = writer.blocks;
    if (blocks[position] >= 0) {
      blocks[position] = set ^ Cells.resolve(blocks, position, square.west(), square.south());
      return;
    }
    for (int k = 0; k < ~blocks[position]; k++) {
      boolean wanted = sets.contains(set, blocks[position + 2 + k] >>> 1);
      if (wanted != Cells.holds(blocks, position, k, square.west(), square.south())) {
        blocks[position + 2 + k] |= 1;
      }
    }
  }
}
