package org.gridwright.core.arrangement;

/** A lattice point in one long; longs in ascending order run west to east, then south to north. */
final class Packed {

  private Packed() {}

  static long of(int x, int y) {
    return (long) x << 32 | ((y ^ Integer.MIN_VALUE) & 0xFFFFFFFFL);
  }

  static int x(long point) {
    return (int) (point >> 32);
  }

  static int y(long point) {
    return (int) point ^ Integer.MIN_VALUE;
  }
}
