package org.gridwright.core.lattice;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A packed tree of closed rectangles in lattice steps, sorted along a Z-order curve. Reads the
 * array it was built from, which must not change; keeps 4 bytes an item and about 18 bytes for
 * every 8 items besides. Building takes O(n log n). Immutable and safe to read from any thread.
 */
public final class BoxTree {

  private static final int FAN = 8;

  private final int[] items;
  private final int[] order;
  private final int[] levelStart;
  private final int[] nodes;

  /** Receives two different items whose rectangles meet. */
  @FunctionalInterface
  public interface PairVisitor<E extends Exception> {
    void visit(int first, int second) throws E;
  }

  /**
   * @param items {@code minX, minY, maxX, maxY} of each item; the items are numbered from 0
   */
  public BoxTree(int[] items) {
    this.items = items;
    order = alongCurve(items);
    levelStart = levelStarts((order.length + FAN - 1) / FAN);
    nodes = new int[4 * levelStart[levelStart.length - 1]];
    for (int node = 0; node < levelStart[1]; node++) {
      clear(node);
      for (int i = FAN * node; i < Math.min(FAN * (node + 1), order.length); i++) {
        widen(node, items, order[i]);
      }
    }
    for (int level = 1; level + 1 < levelStart.length; level++) {
      for (int node = levelStart[level]; node < levelStart[level + 1]; node++) {
        clear(node);
        for (int child = firstChild(level, node); child < lastChild(level, node); child++) {
          widen(node, nodes, child);
        }
      }
    }
  }

  /** Visits every unordered pair of items whose rectangles meet, once. */
  public <E extends Exception> void visitPairs(PairVisitor<E> visitor) throws E {
    if (order.length > 0) {
      int top = levelStart.length - 2;
      joinSelf(top, levelStart[top], visitor);
    }
  }

  /** Visits every item whose rectangle meets the given closed one. */
  public void visit(int minX, int minY, int maxX, int maxY, IntConsumer visitor) {
    if (order.length > 0) {
      int top = levelStart.length - 2;
      visit(top, levelStart[top], minX, minY, maxX, maxY, visitor);
    }
  }

  private void visit(
      int level, int node, int minX, int minY, int maxX, int maxY, IntConsumer visitor) {
    if (!meets(nodes, node, minX, minY, maxX, maxY)) {
      return;
    }
    if (level == 0) {
      for (int i = FAN * node; i < Math.min(FAN * (node + 1), order.length); i++) {
        if (meets(items, order[i], minX, minY, maxX, maxY)) {
          visitor.accept(order[i]);
        }
      }
      return;
    }
    for (int child = firstChild(level, node); child < lastChild(level, node); child++) {
      visit(level - 1, child, minX, minY, maxX, maxY, visitor);
    }
  }

  private <E extends Exception> void joinSelf(int level, int node, PairVisitor<E> visitor)
      throws E {
    if (level == 0) {
      int end = Math.min(FAN * (node + 1), order.length);
      for (int i = FAN * node; i < end; i++) {
        for (int j = i + 1; j < end; j++) {
          if (meet(items, order[i], items, order[j])) {
            visitor.visit(order[i], order[j]);
          }
        }
      }
      return;
    }
    int end = lastChild(level, node);
    for (int i = firstChild(level, node); i < end; i++) {
      joinSelf(level - 1, i, visitor);
      for (int j = i + 1; j < end; j++) {
        joinTwo(level - 1, i, j, visitor);
      }
    }
  }

  private <E extends Exception> void joinTwo(int level, int m, int n, PairVisitor<E> visitor)
      throws E {
    if (!meet(nodes, m, nodes, n)) {
      return;
    }
    if (level > 0) {
      for (int i = firstChild(level, m); i < lastChild(level, m); i++) {
        if (meet(nodes, i, nodes, n)) {
          for (int j = firstChild(level, n); j < lastChild(level, n); j++) {
            joinTwo(level - 1, i, j, visitor);
          }
        }
      }
      return;
    }
    for (int i = FAN * m; i < Math.min(FAN * (m + 1), order.length); i++) {
      if (meet(items, order[i], nodes, n)) {
        for (int j = FAN * n; j < Math.min(FAN * (n + 1), order.length); j++) {
          if (meet(items, order[i], items, order[j])) {
            visitor.visit(order[i], order[j]);
          }
        }
      }
    }
  }

  private int firstChild(int level, int node) {
    return levelStart[level - 1] + (node - levelStart[level]) * FAN;
  }

  private int lastChild(int level, int node) {
    return Math.min(firstChild(level, node) + FAN, levelStart[level]);
  }

  private static boolean meet(int[] boxes, int i, int[] others, int j) {
    return meets(boxes, i, others[4 * j], others[4 * j + 1], others[4 * j + 2], others[4 * j + 3]);
  }

  private static boolean meets(int[] boxes, int i, int minX, int minY, int maxX, int maxY) {
    return boxes[4 * i] <= maxX
        && minX <= boxes[4 * i + 2]
        && boxes[4 * i + 1] <= maxY
        && minY <= boxes[4 * i + 3];
  }

  private void clear(int node) {
    nodes[4 * node] = Integer.MAX_VALUE;
    nodes[4 * node + 1] = Integer.MAX_VALUE;
    nodes[4 * node + 2] = Integer.MIN_VALUE;
    nodes[4 * node + 3] = Integer.MIN_VALUE;
  }

  private void widen(int node, int[] boxes, int i) {
    nodes[4 * node] = Math.min(nodes[4 * node], boxes[4 * i]);
    nodes[4 * node + 1] = Math.min(nodes[4 * node + 1], boxes[4 * i + 1]);
    nodes[4 * node + 2] = Math.max(nodes[4 * node + 2], boxes[4 * i + 2]);
    nodes[4 * node + 3] = Math.max(nodes[4 * node + 3], boxes[4 * i + 3]);
  }

  private static int[] levelStarts(int n) {
    int[] starts = new int[16];
    int levels = 1;
    for (int size = n; ; size = (size + FAN - 1) / FAN) {
      starts[levels] = starts[levels - 1] + size;
      levels++;
      if (size <= 1) {
        return Arrays.copyOf(starts, levels);
      }
    }
  }

  /** Items by the Z-order of their middle in 32,768 by 32,768 cells of the rectangle around all. */
  private static int[] alongCurve(int[] items) {
    int n = items.length / 4;
    long minX = Integer.MAX_VALUE;
    long minY = Integer.MAX_VALUE;
    long span = 1;
    for (int i = 0; i < n; i++) {
      minX = Math.min(minX, items[4 * i]);
      minY = Math.min(minY, items[4 * i + 1]);
    }
    for (int i = 0; i < n; i++) {
      span = Math.max(span, Math.max(items[4 * i + 2] - minX, items[4 * i + 3] - minY));
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      long x = ((long) items[4 * i] + items[4 * i + 2]) / 2 - minX;
      long y = ((long) items[4 * i + 1] + items[4 * i + 3]) / 2 - minY;
      keys[i] = (spread(x * 32767 / span) << 1 | spread(y * 32767 / span)) << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Puts a zero between any two of the low 15 bits. */
  private static long spread(long v) {
    v = (v | v << 8) & 0x00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0FL;
    v = (v | v << 2) & 0x33333333L;
    return (v | v << 1) & 0x55555555L;
  }
}
