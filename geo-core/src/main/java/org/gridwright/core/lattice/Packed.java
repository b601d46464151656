package org.gridwright.core.lattice;

/** A lattice point in one long; longs in ascending order run west to east, then south to north. */
public final class Packed {

  private Packed() {}

  public static long of(int x, int y) {
    return (long) x << 32 | ((y ^ Integer.MIN_VALUE) & 0xFFFFFFFFL);
  }

  public static int x(long point) {
    return (int) (point >> 32);
  }

  public static int y(long point) {
    return (int) point ^ Integer.MIN_VALUE;
  }
}
