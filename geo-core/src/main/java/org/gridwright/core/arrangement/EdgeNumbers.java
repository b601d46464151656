package org.gridwright.core.arrangement;

import java.util.Arrays;

/**
 * Numbers undirected edges from 0 in the order they are first met. The ends are {@link Packed}
 * points, the lower one first. An open-addressing hash table; not thread-safe.
 */
final class EdgeNumbers {

  private long[] low;
  private long[] high;
  private int[] slots;
  private int count;

  EdgeNumbers(int expected) {
    int size = Math.max(16, expected);
    low = new long[size];
    high = new long[size];
    slots = empty(Integer.highestOneBit(size) * 4);
  }

  /** The number of an edge, a new one where it was not met before. */
  int number(long from, long to) {
    long a = Math.min(from, to);
    long b = Math.max(from, to);
    int slot = slot(a, b);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (count == low.length) {
      low = Arrays.copyOf(low, 2 * count);
      high = Arrays.copyOf(high, 2 * count);
    }
    low[count] = a;
    high[count] = b;
    slots[slot] = count;
    if (2 * ++count > slots.length) {
      grow();
    }
    return count - 1;
  }

  boolean contains(long from, long to) {
    return find(from, to) >= 0;
  }

  /** The number of an edge, or -1 where it was not met. */
  int find(long from, long to) {
    return slots[slot(Math.min(from, to), Math.max(from, to))];
  }

  int count() {
    return count;
  }

  long low(int edge) {
    return low[edge];
  }

  long high(int edge) {
    return high[edge];
  }

  private int slot(long a, long b) {
    int slot = (int) hash(a, b) & (slots.length - 1);
    while (slots[slot] >= 0 && (low[slots[slot]] != a || high[slots[slot]] != b)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = empty(2 * slots.length);
    for (int edge = 0; edge < count; edge++) {
      slots[slot(low[edge], high[edge])] = edge;
    }
  }

  private static int[] empty(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** Odd multipliers without structure (from splitmix64); good in its low and high bits. */
  static long hash(long a, long b) {
    long h = a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b * 0xBF58476D1CE4E5B9L, 31);
    h = (h ^ h >>> 32) * 0x94D049BB133111EBL;
    return h ^ h >>> 29;
  }
}
