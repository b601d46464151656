package org.gridwright.core.locate;

import java.util.Arrays;
import org.gridwright.core.work.Progress;

/**
 * Builds {@link EdgeRuns} in O(n log n). Relies on an edge table keeping the edges of a ring in the
 * order of the ring, as far as they were new.
 */
final class EdgeRunsBuilder {

  private static final int CURVE_BITS = 16;

  private final EdgeTable edges;
  private final int owners;
  private final int[] xy;
  private int[] start;
  private int[] edgeOfRun;
  private int points;
  private int runs;

  private EdgeRunsBuilder(EdgeTable edges, int owners) {
    this.edges = edges;
    this.owners = owners;
    this.xy = new int[Math.multiplyExact(4, edges.count)];
    this.start = new int[edges.count / 4 + 16];
    this.edgeOfRun = new int[start.length];
  }

  static EdgeRuns build(EdgeTable edges, int owners, Progress progress) {
    progress.at(0, 3);
    EdgeRunsBuilder builder = new EdgeRunsBuilder(edges, owners);
    for (int e = 0; e < edges.count; e++) {
      if (!builder.continues(e)) {
        builder.begin(e);
      }
    }
    progress.at(1, 3);
    return builder.sorted(progress);
  }

  private void begin(int e) {
    if (runs + 1 >= start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      edgeOfRun = Arrays.copyOf(edgeOfRun, start.length);
    }
    edgeOfRun[runs] = e;
    start[runs++] = points;
    append(edges.ends[4 * e], edges.ends[4 * e + 1]);
    append(edges.ends[4 * e + 2], edges.ends[4 * e + 3]);
    start[runs] = points;
  }

  /**
   * Appends the edge to the last run where it belongs to the same two grids and starts at its end.
   */
  private boolean continues(int e) {
    if (runs == 0 || points - start[runs - 1] > EdgeRuns.LONGEST) {
      return false;
    }
    int begun = edgeOfRun[runs - 1];
    if (edges.first[begun] != edges.first[e] || edges.delta[begun] != edges.delta[e]) {
      return false;
    }
    if (points - start[runs - 1] == 2 && otherEnd(e) < 0) {
      turn();
    }
    int other = otherEnd(e);
    if (other < 0) {
      return false;
    }
    append(edges.ends[other], edges.ends[other + 1]);
    start[runs] = points;
    return true;
  }

  /** Position of the end of an edge that is not the last point, -1 where neither end is. */
  private int otherEnd(int e) {
    int x = xy[2 * points - 2];
    int y = xy[2 * points - 1];
    if (edges.ends[4 * e] == x && edges.ends[4 * e + 1] == y) {
      return 4 * e + 2;
    }
    return edges.ends[4 * e + 2] == x && edges.ends[4 * e + 3] == y ? 4 * e : -1;
  }

  /** Turns the two last points round. */
  private void turn() {
    int x = xy[2 * points - 4];
    int y = xy[2 * points - 3];
    xy[2 * points - 4] = xy[2 * points - 2];
    xy[2 * points - 3] = xy[2 * points - 1];
    xy[2 * points - 2] = x;
    xy[2 * points - 1] = y;
  }

  private void append(int x, int y) {
    xy[2 * points] = x;
    xy[2 * points + 1] = y;
    points++;
  }

  private EdgeRuns sorted(Progress progress) {
    long[] order = alongCurve();
    progress.at(2, 3);
    int[] sortedXy = new int[2 * points];
    int[] sortedStart = new int[runs + 1];
    int[] first = new int[runs];
    int[] second = new int[runs];
    for (int i = 0; i < runs; i++) {
      int run = (int) order[i];
      int size = start[run + 1] - start[run];
      System.arraycopy(xy, 2 * start[run], sortedXy, 2 * sortedStart[i], 2 * size);
      sortedStart[i + 1] = sortedStart[i] + size;
      first[i] = edges.first[edgeOfRun[run]];
      second[i] = edges.second(edgeOfRun[run]);
    }
    progress.checkpoint();
    int[] children = children(runs);
    int[] boxes = boxes(sortedXy, sortedStart, children);
    return new EdgeRuns(owners, sortedXy, sortedStart, first, second, boxes, children);
  }

  /** Runs in the order of a Hilbert curve through their middle points: position, then the run. */
  private long[] alongCurve() {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int k = 0; k < points; k++) {
      minX = Math.min(minX, xy[2 * k]);
      maxX = Math.max(maxX, xy[2 * k]);
      minY = Math.min(minY, xy[2 * k + 1]);
      maxY = Math.max(maxY, xy[2 * k + 1]);
    }
    long longer = Math.max((long) maxX - minX, (long) maxY - minY);
    int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(Math.max(0, longer)) - CURVE_BITS);
    long[] order = new long[runs];
    for (int run = 0; run < runs; run++) {
      int middle = (start[run] + start[run + 1]) >>> 1;
      long x = ((long) xy[2 * middle] - minX) >> shift;
      long y = ((long) xy[2 * middle + 1] - minY) >> shift;
      order[run] = hilbert((int) x, (int) y) << 31 | run;
    }
    Arrays.parallelSort(order);
    for (int i = 0; i < runs; i++) {
      order[i] &= Integer.MAX_VALUE;
    }
    return order;
  }

  /** Position of a cell along the Hilbert curve of {@link #CURVE_BITS} levels. */
  private static long hilbert(int x, int y) {
    long position = 0;
    for (int side = 1 << (CURVE_BITS - 1); side > 0; side >>= 1) {
      int east = (x & side) != 0 ? 1 : 0;
      int north = (y & side) != 0 ? 1 : 0;
      position = position << 2 | (3 * east ^ north);
      if (north == 0) {
        int flip = east == 1 ? (1 << CURVE_BITS) - 1 : 0;
        int swapped = x ^ flip;
        x = y ^ flip;
        y = swapped;
      }
    }
    return position;
  }

  /** First children of all inner nodes, and one past the last child of the root. */
  static int[] children(int runs) {
    int[] children = new int[runs / (EdgeRuns.FAN - 1) + 34];
    int inner = 0;
    int from = 0;
    for (int to = runs; to - from > 1; ) {
      for (int child = from; child < to; child += EdgeRuns.FAN) {
        children[inner++] = child;
      }
      from = to;
      to = runs + inner;
    }
    children[inner] = runs + inner - 1;
    return Arrays.copyOf(children, inner + 1);
  }

  /** The rectangles of all nodes, from those of the runs up. */
  static int[] boxes(int[] xy, int[] start, int[] children) {
    int runs = start.length - 1;
    int[] boxes = new int[4 * (runs + children.length - 1)];
    for (int node = 0; node < boxes.length / 4; node++) {
      boxes[4 * node] = boxes[4 * node + 1] = Integer.MAX_VALUE;
      boxes[4 * node + 2] = boxes[4 * node + 3] = Integer.MIN_VALUE;
      if (node < runs) {
        for (int k = start[node]; k < start[node + 1]; k++) {
          widen(boxes, node, xy, 2 * k, 2 * k);
        }
      } else {
        for (int child = children[node - runs]; child < children[node - runs + 1]; child++) {
          widen(boxes, node, boxes, 4 * child, 4 * child + 2);
        }
      }
    }
    return boxes;
  }

  /** Widens a rectangle to two corners in {@code from}. */
  private static void widen(int[] boxes, int node, int[] from, int low, int high) {
    int at = 4 * node;
    boxes[at] = Math.min(boxes[at], from[low]);
    boxes[at + 1] = Math.min(boxes[at + 1], from[low + 1]);
    boxes[at + 2] = Math.max(boxes[at + 2], from[high]);
    boxes[at + 3] = Math.max(boxes[at + 3], from[high + 1]);
  }
}
