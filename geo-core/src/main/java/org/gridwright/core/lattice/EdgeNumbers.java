package org.gridwright.core.lattice;

import java.util.Arrays;

/**
 * Numbers undirected edges from 0 in the order they are first met. The ends are {@link Packed}
 * points, or numbers of vertices, the lower one first. An open-addressing hash table, a few
 * nanoseconds an edge; not thread-safe.
 */
public final class EdgeNumbers {

  private long[] low;
  private long[] high;
  private int[] slots;
  private int count;

  /**
   * @param expected how many edges to make room for at once; more may come
   */
  public EdgeNumbers(int expected) {
    int size = Math.max(16, expected);
    low = new long[size];
    high = new long[size];
    slots = empty(Integer.highestOneBit(size) * 4);
  }

  /** The number of an edge, a new one where it was not met before. */
  public int number(long from, long to) {
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

  public boolean contains(long from, long to) {
    return find(from, to) >= 0;
  }

  /** The number of an edge, or -1 where it was not met. */
  public int find(long from, long to) {
    return slots[slot(Math.min(from, to), Math.max(from, to))];
  }

  /** How many edges were met; their numbers lie below. */
  public int count() {
    return count;
  }

  /** The lower end of an edge. */
  public long low(int edge) {
    return low[edge];
  }

  /** The higher end of an edge. */
  public long high(int edge) {
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

  /**
   * The one hash of a pair, such as the ends of an edge, the lower one first; good in its low and
   * high bits. Odd multipliers without structure, from splitmix64 (G. L. Steele, D. Lea and C. H.
   * Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
   */
  public static long hash(long a, long b) {
    long h = a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b * 0xBF58476D1CE4E5B9L, 31);
    h = (h ^ h >>> 32) * 0x94D049BB133111EBL;
    return h ^ h >>> 29;
  }
}
