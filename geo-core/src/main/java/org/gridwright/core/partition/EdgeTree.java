package org.gridwright.core.partition;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A packed tree of rectangles over edges, sorted along a Z-order curve. Reads the edges it was
 * built from. All rectangles are closed; 4 bytes an edge plus 18 bytes for every 8 edges.
 */
final class EdgeTree {

  private static final int FAN = 8;

  private final Edges edges;
  private final int[] order;
  private final int[] levelStart;
  private final int[] boxes;

  /** Receives two different edges whose rectangles meet. */
  @FunctionalInterface
  interface PairVisitor {
    void visit(int first, int second) throws NotSeamlessException;
  }

  EdgeTree(Edges edges) {
    this.edges = edges;
    order = sortedAlongCurve(edges);
    levelStart = levelStarts((order.length + FAN - 1) / FAN);
    boxes = new int[4 * levelStart[levelStart.length - 1]];
    for (int node = 0; node < levelStart[1]; node++) {
      emptyBox(node);
      for (int i = FAN * node; i < Math.min(FAN * (node + 1), order.length); i++) {
        int edge = order[i];
        widen(node, edges.x(edges.a(edge)), edges.y(edges.a(edge)));
        widen(node, edges.x(edges.b(edge)), edges.y(edges.b(edge)));
      }
    }
    for (int level = 1; level + 1 < levelStart.length; level++) {
      for (int node = levelStart[level]; node < levelStart[level + 1]; node++) {
        emptyBox(node);
        for (int child = firstChild(level, node); child < lastChild(level, node); child++) {
          widen(node, boxes[4 * child], boxes[4 * child + 1]);
          widen(node, boxes[4 * child + 2], boxes[4 * child + 3]);
        }
      }
    }
  }

  /** Visits every unordered pair of edges whose rectangles meet, once. */
  void visitPairs(PairVisitor visitor) throws NotSeamlessException {
    if (order.length > 0) {
      int top = levelStart.length - 2;
      joinSelf(top, levelStart[top], visitor);
    }
  }

  private void joinSelf(int level, int node, PairVisitor visitor) throws NotSeamlessException {
    if (level == 0) {
      int end = Math.min(FAN * (node + 1), order.length);
      for (int i = FAN * node; i < end; i++) {
        for (int j = i + 1; j < end; j++) {
          visitIfMeeting(order[i], order[j], visitor);
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

  private void joinTwo(int level, int m, int n, PairVisitor visitor) throws NotSeamlessException {
    if (!boxesMeet(m, n)) {
      return;
    }
    if (level == 0) {
      for (int i = FAN * m; i < FAN * (m + 1); i++) {
        if (edgeMeetsBox(order[i], n)) {
          for (int j = FAN * n; j < Math.min(FAN * (n + 1), order.length); j++) {
            visitIfMeeting(order[i], order[j], visitor);
          }
        }
      }
      return;
    }
    for (int i = firstChild(level, m); i < lastChild(level, m); i++) {
      if (boxesMeet(i, n)) {
        for (int j = firstChild(level, n); j < lastChild(level, n); j++) {
          joinTwo(level - 1, i, j, visitor);
        }
      }
    }
  }

  private void visitIfMeeting(int e, int f, PairVisitor visitor) throws NotSeamlessException {
    if (meet(edges.x(edges.a(e)), edges.x(edges.b(e)), edges.x(edges.a(f)), edges.x(edges.b(f)))
        && meet(
            edges.y(edges.a(e)), edges.y(edges.b(e)), edges.y(edges.a(f)), edges.y(edges.b(f)))) {
      visitor.visit(e, f);
    }
  }

  private static boolean meet(int a1, int b1, int a2, int b2) {
    return Math.min(a1, b1) <= Math.max(a2, b2) && Math.min(a2, b2) <= Math.max(a1, b1);
  }

  /** Visits every edge whose rectangle meets the ray from (x, y) to the west. */
  void visitWest(int x, int y, IntConsumer visitor) {
    if (order.length > 0) {
      int top = levelStart.length - 2;
      visitWest(top, levelStart[top], x, y, visitor);
    }
  }

  private void visitWest(int level, int node, int x, int y, IntConsumer visitor) {
    if (boxes[4 * node] > x || boxes[4 * node + 1] > y || boxes[4 * node + 3] < y) {
      return;
    }
    if (level == 0) {
      for (int i = FAN * node; i < Math.min(FAN * (node + 1), order.length); i++) {
        visitor.accept(order[i]);
      }
      return;
    }
    for (int child = firstChild(level, node); child < lastChild(level, node); child++) {
      visitWest(level - 1, child, x, y, visitor);
    }
  }

  private int firstChild(int level, int node) {
    return levelStart[level - 1] + (node - levelStart[level]) * FAN;
  }

  private int lastChild(int level, int node) {
    return Math.min(firstChild(level, node) + FAN, levelStart[level]);
  }

  private boolean boxesMeet(int m, int n) {
    return boxes[4 * m] <= boxes[4 * n + 2]
        && boxes[4 * n] <= boxes[4 * m + 2]
        && boxes[4 * m + 1] <= boxes[4 * n + 3]
        && boxes[4 * n + 1] <= boxes[4 * m + 3];
  }

  private boolean edgeMeetsBox(int e, int n) {
    return meet(edges.x(edges.a(e)), edges.x(edges.b(e)), boxes[4 * n], boxes[4 * n + 2])
        && meet(edges.y(edges.a(e)), edges.y(edges.b(e)), boxes[4 * n + 1], boxes[4 * n + 3]);
  }

  private void emptyBox(int node) {
    boxes[4 * node] = Integer.MAX_VALUE;
    boxes[4 * node + 1] = Integer.MAX_VALUE;
    boxes[4 * node + 2] = Integer.MIN_VALUE;
    boxes[4 * node + 3] = Integer.MIN_VALUE;
  }

  private void widen(int node, int x, int y) {
    boxes[4 * node] = Math.min(boxes[4 * node], x);
    boxes[4 * node + 1] = Math.min(boxes[4 * node + 1], y);
    boxes[4 * node + 2] = Math.max(boxes[4 * node + 2], x);
    boxes[4 * node + 3] = Math.max(boxes[4 * node + 3], y);
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

  /** Edges by the Z-order of their middle in 32,768 by 32,768 cells of the rectangle around all. */
  private static int[] sortedAlongCurve(Edges edges) {
    int n = edges.count();
    long minX = Integer.MAX_VALUE;
    long minY = Integer.MAX_VALUE;
    long span = 1;
    for (int v = 0; v < edges.vertexCount(); v++) {
      minX = Math.min(minX, edges.x(v));
      minY = Math.min(minY, edges.y(v));
    }
    for (int v = 0; v < edges.vertexCount(); v++) {
      span = Math.max(span, Math.max(edges.x(v) - minX, edges.y(v) - minY));
    }
    long[] keys = new long[n];
    for (int e = 0; e < n; e++) {
      long x = ((long) edges.x(edges.a(e)) + edges.x(edges.b(e))) / 2 - minX;
      long y = ((long) edges.y(edges.a(e)) + edges.y(edges.b(e))) / 2 - minY;
      keys[e] = (spread(x * 32767 / span) << 1 | spread(y * 32767 / span)) << 32 | e;
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
