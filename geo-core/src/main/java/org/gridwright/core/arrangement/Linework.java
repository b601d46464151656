package org.gridwright.core.arrangement;

import java.util.Arrays;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;

/**
 * Pieces of outlines: directed edges between {@link Packed} points, each of one unit whose inside
 * is meant to lie on the left. The same edge may occur several times. Not thread-safe.
 */
final class Linework {

  /** The piece was drawn without a partner that matches it. */
  static final byte UNMATCHED = 1;

  /** The piece is a part of a longer edge that was divided. */
  static final byte DIVIDED = 2;

  /** The piece does not lie on the edge that it comes from, but up to a step beside it. */
  static final byte MOVED = 4;

  /** The piece is of a drawn line, which divides faces and belongs to no unit. */
  static final byte DRAWN = 8;

  /** The piece has its partner in a unit that was left out. */
  static final byte BEYOND = 16;

  /** The mark of an edge by its state in an {@link EdgeMatching}. */
  static int markOf(byte state) {
    return switch (state) {
      case EdgeMatching.UNMATCHED -> UNMATCHED;
      case EdgeMatching.BEYOND -> BEYOND;
      default -> 0;
    };
  }

  private long[] from;
  private long[] to;
  private int[] unit;
  private byte[] marks;
  private int count;

  Linework(int expected) {
    int size = Math.max(16, expected);
    from = new long[size];
    to = new long[size];
    unit = new int[size];
    marks = new byte[size];
  }

  void add(long start, long end, int owner, int marked) {
    if (count == from.length) {
      int size = count + (count >> 1);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
      unit = Arrays.copyOf(unit, size);
      marks = Arrays.copyOf(marks, size);
    }
    from[count] = start;
    to[count] = end;
    unit[count] = owner;
    marks[count++] = (byte) marked;
  }

  /** Adds the edges of a ring without marks. */
  void add(LatticeRing ring, int owner) {
    for (int i = 1; i < ring.size(); i++) {
      add(Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i)), owner, 0);
    }
  }

  int count() {
    return count;
  }

  long from(int piece) {
    return from[piece];
  }

  long to(int piece) {
    return to[piece];
  }

  int unit(int piece) {
    return unit[piece];
  }

  byte marks(int piece) {
    return marks[piece];
  }

  boolean isMarked(int piece, byte mark) {
    return (marks[piece] & mark) != 0;
  }
}
