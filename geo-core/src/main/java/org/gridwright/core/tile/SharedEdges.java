package org.gridwright.core.tile;

import java.util.Arrays;

/**
 * The rounded edges of all areas, each once, with the areas on both sides. Pixels are told by their
 * {@linkplain HotPixels#place places}. Used by one thread.
 */
final class SharedEdges {

  private static final int NONE = -1;

  /** By place: the edge found last from there to a later pixel, and how many end there. */
  private final int[] latest;

  private final int[] degree;

  /** By edge: its ends, the areas beside the way from low to high, the next from the same low. */
  private int[] low;

  private int[] high;
  private int[] left;
  private int[] right;
  private int[] next;
  private int count;

  /**
   * @param pixels how many there are
   */
  SharedEdges(int pixels) {
    this.latest = new int[pixels];
    this.degree = new int[pixels];
    Arrays.fill(latest, NONE);
    int capacity = pixels + 16;
    this.low = new int[capacity];
    this.high = new int[capacity];
    this.left = new int[capacity];
    this.right = new int[capacity];
    this.next = new int[capacity];
  }

  /** Notes that an area lies on the left of the way from a pixel to another. */
  void add(int from, int to, int area) {
    boolean isForth = from < to;
    int edge = edge(isForth ? from : to, isForth ? to : from);
    (isForth ? left : right)[edge] = area;
  }

  private int edge(int from, int to) {
    for (int edge = latest[from]; edge != NONE; edge = next[edge]) {
      if (high[edge] == to) {
        return edge;
      }
    }
    if (count == low.length) {
      grow();
    }
    low[count] = from;
    high[count] = to;
    left[count] = TileLines.NOBODY;
    right[count] = TileLines.NOBODY;
    next[count] = latest[from];
    latest[from] = count;
    degree[from]++;
    degree[to]++;
    return count++;
  }

  private void grow() {
    int capacity = 2 * low.length;
    low = Arrays.copyOf(low, capacity);
    high = Arrays.copyOf(high, capacity);
    left = Arrays.copyOf(left, capacity);
    right = Arrays.copyOf(right, capacity);
    next = Arrays.copyOf(next, capacity);
  }

  int count() {
    return count;
  }

  /** The end of an edge that comes first. */
  int low(int edge) {
    return low[edge];
  }

  /** The end of an edge that comes last. */
  int high(int edge) {
    return high[edge];
  }

  /** The area on the left of the way from the low to the high end. */
  int left(int edge) {
    return left[edge];
  }

  /** The area on the right of that way. */
  int right(int edge) {
    return right[edge];
  }

  /** How many edges end in a pixel. */
  int degree(int pixel) {
    return degree[pixel];
  }

  /** The other end of an edge. */
  int other(int edge, int end) {
    return low[edge] == end ? high[edge] : low[edge];
  }

  /** Orders edges by their ends, whatever order they were found in. */
  long order(int edge) {
    return ((long) low[edge] << 32) | high[edge];
  }
}
