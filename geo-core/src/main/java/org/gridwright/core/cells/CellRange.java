package org.gridwright.core.cells;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;

/** Rows and columns of a rectangle, one more on each side; all bounds inclusive. */
record CellRange(int firstColumn, int lastColumn, int firstRow, int lastRow) {

  /** More than the rectangle itself is wide or high. */
  private static final int SPARE = 3;

  static CellRange over(LatticeEnvelope box, LocalFrame frame, double width, double height) {
    return new CellRange(
        before((box.minX() - frame.x0()) * frame.east(), width),
        before((box.maxX() - frame.x0()) * frame.east(), width) + 2,
        before((box.minY() - frame.y0()) * frame.north(), height),
        before((box.maxY() - frame.y0()) * frame.north(), height) + 2);
  }

  /** How many cells there would be, where they may be more than can be. */
  static long count(LatticeEnvelope box, LocalFrame frame, double width, double height) {
    double columns = ((double) box.maxX() - box.minX()) * frame.east() / width + SPARE;
    double rows = ((double) box.maxY() - box.minY()) * frame.north() / height + SPARE;
    return (long) (columns * rows);
  }

  private static int before(double metres, double size) {
    return Math.toIntExact((long) Math.floor(metres / size)) - 1;
  }

  /** Adds the line between two {@link Packed} points, unless they are the same. */
  static void addEdge(long from, long to, List<LatticeLine> edges) {
    if (from != to) {
      edges.add(LatticeLine.of(Packed.x(from), Packed.y(from), Packed.x(to), Packed.y(to)));
    }
  }
}
