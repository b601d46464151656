package org.gridwright.core.coverage;

/**
 * Counts how often each edge of a coverage occurs, and in which direction: an open-addressing hash
 * table over end points, 18 bytes a slot. Not thread-safe. Time and space are linear in the edges.
 *
 * <p>An edge is <em>matched</em> when it occurs exactly twice, once in each direction: then one
 * area lies on each side, and the number of areas over a point does not change where it is crossed.
 */
final class EdgeTable {

  private final long[] lower;
  private final long[] upper;
  private final byte[] count;
  private final byte[] direction;
  private final int mask;

  /**
   * @param edges upper bound of the number of different edges that will be added
   */
  EdgeTable(int edges) {
    int capacity = Integer.highestOneBit(Math.max(4, edges + edges / 2)) * 2;
    this.lower = new long[capacity];
    this.upper = new long[capacity];
    this.count = new byte[capacity];
    this.direction = new byte[capacity];
    this.mask = capacity - 1;
  }

  /** Adds one edge in its direction. */
  void add(int x1, int y1, int x2, int y2) {
    add(point(x1, y1), point(x2, y2));
  }

  boolean isMatched(int x1, int y1, int x2, int y2) {
    long a = point(x1, y1);
    long b = point(x2, y2);
    int slot = slot(Math.min(a, b), Math.max(a, b));
    return count[slot] == 2 && direction[slot] == 0;
  }

  private void add(long a, long b) {
    int slot = slot(Math.min(a, b), Math.max(a, b));
    lower[slot] = Math.min(a, b);
    upper[slot] = Math.max(a, b);
    if (count[slot] < Byte.MAX_VALUE) {
      count[slot]++;
      direction[slot] += (byte) (a < b ? 1 : -1);
    }
  }

  private int slot(long low, long high) {
    long hash = (low * 0x9E3779B97F4A7C15L) ^ (high * 0xC2B2AE3D27D4EB4FL);
    int slot = (int) ((hash ^ (hash >>> 32)) & mask);
    while (count[slot] != 0 && (lower[slot] != low || upper[slot] != high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long point(int x, int y) {
    return ((long) x << 32) | (y & 0xFFFFFFFFL);
  }
}
