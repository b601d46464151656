package org.gridwright.core.locate;

import java.util.BitSet;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;

/**
 * A part of the lattice made of squares: all those that some rectangles touch. Immutable and
 * thread-safe; whether a point is part of it takes one read.
 *
 * <p>Square {@code row * columns + column} covers longitudes [originX + (column &lt;&lt; shift),
 * originX + (column + 1 &lt;&lt; shift)), and latitudes alike, so that every point is in one square
 * at most.
 */
final class SquareMask {

  /** Squares along the longer side; 128 KiB at most. */
  private static final int MOST = 1024;

  private final LatticeEnvelope around;
  private final int shift;
  private final int columns;
  private final BitSet squares;

  private SquareMask(LatticeEnvelope around, int shift, int columns, BitSet squares) {
    this.around = around;
    this.shift = shift;
    this.columns = columns;
    this.squares = squares;
  }

  /** The squares that closed rectangles touch. */
  static SquareMask of(List<LatticeEnvelope> boxes) {
    LatticeEnvelope around = LatticeEnvelope.EMPTY;
    for (LatticeEnvelope box : boxes) {
      around = around.union(box);
    }
    if (around.isEmpty()) {
      return new SquareMask(around, 0, 0, new BitSet());
    }
    long longer =
        Math.max((long) around.maxX() - around.minX(), (long) around.maxY() - around.minY());
    int shift = 0;
    while (longer >> shift >= MOST) {
      shift++;
    }
    int columns = (int) (((long) around.maxX() - around.minX()) >> shift) + 1;
    SquareMask mask = new SquareMask(around, shift, columns, new BitSet());
    boxes.forEach(mask::add);
    return mask;
  }

  private void add(LatticeEnvelope box) {
    if (!box.isEmpty()) {
      for (int row = row(box.minY()); row <= row(box.maxY()); row++) {
        squares.set(row * columns + column(box.minX()), row * columns + column(box.maxX()) + 1);
      }
    }
  }

  boolean contains(int x, int y) {
    return around.contains(x, y) && squares.get(row(y) * columns + column(x));
  }

  /**
   * The rectangle of the squares that one of its closed rectangles touches, without what lies
   * beyond all of them.
   */
  LatticeEnvelope squaresOf(LatticeEnvelope box) {
    return box.isEmpty()
        ? box
        : new LatticeEnvelope(
            first(around.minX(), column(box.minX())),
            first(around.minY(), row(box.minY())),
            last(around.minX(), column(box.maxX()), around.maxX()),
            last(around.minY(), row(box.maxY()), around.maxY()));
  }

  /** The first coordinate of a square. */
  private int first(int origin, int square) {
    return (int) (origin + ((long) square << shift));
  }

  /** The last coordinate of a square, none beyond the end. */
  private int last(int origin, int square, int end) {
    return (int) Math.min(end, origin + ((square + 1L) << shift) - 1);
  }

  private int column(int x) {
    return (int) (((long) x - around.minX()) >> shift);
  }

  private int row(int y) {
    return (int) (((long) y - around.minY()) >> shift);
  }
}
