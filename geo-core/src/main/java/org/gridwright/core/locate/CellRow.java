package org.gridwright.core.locate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of top cells while the grid is built: which edges touch which sub-cell, then what each
 * sub-cell says.
 *
 * <p>A cell lists every edge that touches its closed square; listing more is harmless. Rows depend
 * on one another only through the doubts of {@link EdgeTable}, so each step runs on all rows in
 * parallel, one step after the other.
 */
final class CellRow {

  private final EdgeTable edges;
  private final CellGeometry geometry;
  private final int row;
  private final int[] rowEdges;
  private final int from;
  private final int to;

  /** Log2 of the sub-cells along a side for each column; -1 where no edge touches the column. */
  final byte[] split;

  /** Position of each column's first sub-cell, where it has any. */
  final int[] offset;

  /** Sub-cell {@code c} lists {@code entries[start[c]]} to {@code entries[start[c + 1] - 1]}. */
  int[] start;

  int[] entries;

  CellRow(
      EdgeTable edges,
      CellGeometry geometry,
      int row,
      int[] rowEdges,
      int from,
      int to,
      double alpha) {
    this.edges = edges;
    this.geometry = geometry;
    this.row = row;
    this.rowEdges = rowEdges;
    this.from = from;
    this.to = to;
    this.split = new byte[geometry.columns()];
    this.offset = new int[geometry.columns()];
    int cells = splitColumns(alpha);
    list(cells);
  }

  int cells() {
    return start.length - 1;
  }

  /** Marks the grids whose own edges meet inside this row. */
  void findMeetings() {
    for (int cell = 0; cell < cells(); cell++) {
      for (int a = start[cell]; a < start[cell + 1]; a++) {
        for (int b = a + 1; b < start[cell + 1]; b++) {
          doubtIfMeeting(entries[a], entries[b]);
        }
      }
    }
  }

  private void doubtIfMeeting(int e, int f) {
    int shared = shared(e, f);
    if (shared != 0 && edges.meet(e, f)) {
      edges.doubtOwner(shared);
      int other = edges.first[e] == shared ? edges.second(e) : edges.first[e];
      if (other != 0 && (other == edges.first[f] || other == edges.second(f))) {
        edges.doubtOwner(other);
      }
    }
  }

  private int shared(int e, int f) {
    int first = edges.first[e];
    int second = edges.second(e);
    if (first == edges.first[f] || first == edges.second(f)) {
      return first;
    }
    return second == edges.first[f] || second == edges.second(f) ? second : 0;
  }

  private int splitColumns(double alpha) {
    int[] count = new int[geometry.columns()];
    int top = geometry.top(row);
    int bottom = geometry.bottom(row);
    for (int i = from; i < to; i++) {
      int at = 4 * rowEdges[i];
      int last = geometry.lastColumn(geometry.maxX(edges.ends, at, bottom, top));
      for (int c = geometry.firstColumn(geometry.minX(edges.ends, at, bottom, top));
          c <= last;
          c++) {
        count[c]++;
      }
    }
    int cells = 0;
    for (int c = 0; c < count.length; c++) {
      split[c] = (byte) geometry.splitFor(alpha * count[c]);
      offset[c] = cells;
      cells = Math.addExact(cells, split[c] < 0 ? 0 : 1 << (2 * split[c]));
    }
    return cells;
  }

  private void list(int cells) {
    start = new int[cells + 1];
    for (int i = from; i < to; i++) {
      raster(rowEdges[i], null);
    }
    for (int c = 0; c < cells; c++) {
      start[c + 1] += start[c];
    }
    entries = new int[start[cells]];
    int[] next = Arrays.copyOf(start, cells);
    for (int i = from; i < to; i++) {
      raster(rowEdges[i], next);
    }
  }

  /**
   * Counts the edge in every sub-cell that it touches, or writes it there when {@code next} is
   * given.
   */
  private void raster(int edge, int @Nullable [] next) {
    int at = 4 * edge;
    int bottom = geometry.bottom(row);
    int top = geometry.top(row);
    int last = geometry.lastColumn(geometry.maxX(edges.ends, at, bottom, top));
    for (int c = geometry.firstColumn(geometry.minX(edges.ends, at, bottom, top)); c <= last; c++) {
      int s = split[c];
      int size = geometry.shift() - s;
      int side = 1 << s;
      int west = geometry.west(c);
      int lowest = Math.max(0, (edges.ends[at + 1] - bottom - 1) >> size);
      int highest = Math.min(side - 1, (edges.ends[at + 3] - bottom) >> size);
      for (int j = lowest; j <= highest; j++) {
        int low = bottom + (j << size);
        int high = low + (1 << size);
        int first = Math.max(0, (geometry.minX(edges.ends, at, low, high) - west - 1) >> size);
        int end = Math.min(side - 1, (geometry.maxX(edges.ends, at, low, high) - west) >> size);
        for (int i = first; i <= end; i++) {
          int cell = offset[c] + (j << s) + i;
          if (next == null) {
            start[cell + 1]++;
          } else {
            entries[next[cell]++] = edge;
          }
        }
      }
    }
  }
}
