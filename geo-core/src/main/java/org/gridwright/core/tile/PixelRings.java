package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes simple rings of the edges around an area. Where the area touches itself in a pixel, rings
 * are cut there, so that none passes a pixel twice.
 */
final class PixelRings {

  private final TileFrame frame;

  PixelRings(TileFrame frame) {
    this.frame = frame;
  }

  /**
   * Rings of pixels, without the first again at the end, the area on their left.
   *
   * @param edges as many lead to each pixel as away from it
   */
  List<int[]> rings(PixelEdges edges) {
    int[] order = byStart(edges);
    boolean[] taken = new boolean[order.length];
    List<int[]> rings = new ArrayList<>();
    for (int first = 0; first < order.length; first++) {
      if (!taken[first]) {
        cut(walk(edges, order, taken, first), rings);
      }
    }
    return rings;
  }

  private static int[] byStart(PixelEdges edges) {
    long[] keys = new long[edges.count()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) edges.from(i) << 32) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** A closed walk from the start of an edge until it is stuck, which is there again. */
  private List<Integer> walk(PixelEdges edges, int[] order, boolean[] taken, int first) {
    List<Integer> walk = new ArrayList<>();
    int before = -1;
    for (int at = first; at >= 0; ) {
      taken[at] = true;
      before = edges.from(order[at]);
      walk.add(before);
      at = next(edges, order, taken, before, edges.to(order[at]));
    }
    return walk;
  }

  /** The edge to go on with: of several the first to the right of the way back. */
  private int next(PixelEdges edges, int[] order, boolean[] taken, int before, int pixel) {
    int best = -1;
    for (int at = firstFrom(edges, order, pixel);
        at < order.length && edges.from(order[at]) == pixel;
        at++) {
      if (!taken[at]
          && (best < 0 || isSooner(before, pixel, edges.to(order[at]), edges.to(order[best])))) {
        best = at;
      }
    }
    return best;
  }

  private static int firstFrom(PixelEdges edges, int[] order, int pixel) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges.from(order[middle]) < pixel) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a comes before b when turning right from the way back to where one came from. */
  private boolean isSooner(int before, int pixel, int a, int b) {
    int x = frame.column(pixel);
    int y = frame.row(pixel);
    int backX = frame.column(before) - x;
    int backY = frame.row(before) - y;
    int ax = frame.column(a) - x;
    int ay = frame.row(a) - y;
    int bx = frame.column(b) - x;
    int by = frame.row(b) - y;
    boolean nearA = isNear(backX, backY, ax, ay);
    boolean nearB = isNear(backX, backY, bx, by);
    return nearA != nearB ? nearA : (long) ax * by - (long) ay * bx > 0;
  }

  /** Whether a direction is reached by turning right by less than half a turn. */
  private static boolean isNear(int fromX, int fromY, int x, int y) {
    long cross = (long) fromX * y - (long) fromY * x;
    return cross > 0 || (cross == 0 && (long) fromX * x + (long) fromY * y > 0);
  }

  private static void cut(List<Integer> walk, List<int[]> rings) {
    Map<Integer, Integer> places = new HashMap<>();
    List<Integer> path = new ArrayList<>();
    for (int pixel : walk) {
      Integer seen = places.get(pixel);
      if (seen != null) {
        List<Integer> loop = path.subList(seen, path.size());
        rings.add(loop.stream().mapToInt(Integer::intValue).toArray());
        loop.forEach(places::remove);
        loop.clear();
      }
      places.put(pixel, path.size());
      path.add(pixel);
    }
    rings.add(path.stream().mapToInt(Integer::intValue).toArray());
  }
}
