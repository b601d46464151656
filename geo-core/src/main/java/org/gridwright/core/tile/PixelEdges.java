package org.gridwright.core.tile;

import java.util.Arrays;

/** Directed edges between pixels of a frame, with an area on their left. Used by one thread. */
final class PixelEdges {

  private static final int BITS = 26;

  private int[] ends = new int[128];
  private int count;
  private boolean rings;

  /** Says that the edges are simple rings, one after the other. */
  void areRings() {
    rings = true;
  }

  /** Whether they are simple rings, one after the other. */
  boolean isRings() {
    return rings;
  }

  int count() {
    return count;
  }

  int from(int edge) {
    return ends[2 * edge];
  }

  int to(int edge) {
    return ends[2 * edge + 1];
  }

  void add(int from, int to) {
    if (2 * count == ends.length) {
      ends = Arrays.copyOf(ends, 4 * count);
    }
    ends[2 * count] = from;
    ends[2 * count + 1] = to;
    count++;
  }

  /** Two pixels in one number, whichever comes first. */
  static long pair(int a, int b) {
    return ((long) Math.min(a, b) << BITS) | Math.max(a, b);
  }

  /** The lower pixel of a pair. */
  static int low(long pair) {
    return (int) (pair >> BITS);
  }

  /** The higher pixel of a pair. */
  static int high(long pair) {
    return (int) (pair & ((1 << BITS) - 1));
  }

  /** Takes away what runs forth and back, of which nothing lies between. */
  void cancel() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (pair(from(i), to(i)) << 1) | (from(i) < to(i) ? 0 : 1);
    }
    Arrays.sort(keys);
    count = 0;
    for (int i = 0; i < keys.length; ) {
      long pair = keys[i] >> 1;
      int forth = 0;
      int all = 0;
      for (; i < keys.length && keys[i] >> 1 == pair; i++, all++) {
        forth += (keys[i] & 1) == 0 ? 1 : 0;
      }
      if (all % 2 != 0) {
        boolean isForth = 2 * forth > all;
        add(isForth ? low(pair) : high(pair), isForth ? high(pair) : low(pair));
      }
    }
  }
}
