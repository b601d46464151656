package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Joins the rounded edges between areas to lines. Used by one thread. */
public final class TileLines {

  /** What lies beside a line where there is no area. */
  public static final int NOBODY = -1;

  private final TileFrame frame;

  /**
   * Pairs of pixels in ascending order, and the areas on both sides of the way from low to high.
   */
  private final long[] pairs;

  private final int[] left;
  private final int[] right;

  TileLines(TileFrame frame, List<PixelEdges> areas) {
    this.frame = frame;
    int edges = areas.stream().mapToInt(PixelEdges::count).sum();
    long[] all = new long[edges];
    int at = 0;
    for (PixelEdges area : areas) {
      for (int i = 0; i < area.count(); i++) {
        all[at++] = PixelEdges.pair(area.from(i), area.to(i));
      }
    }
    this.pairs = Arrays.stream(all).sorted().distinct().toArray();
    this.left = new int[pairs.length];
    this.right = new int[pairs.length];
    Arrays.fill(left, NOBODY);
    Arrays.fill(right, NOBODY);
    for (int area = 0; area < areas.size(); area++) {
      PixelEdges own = areas.get(area);
      for (int i = 0; i < own.count(); i++) {
        int pair = Arrays.binarySearch(pairs, PixelEdges.pair(own.from(i), own.to(i)));
        (own.from(i) < own.to(i) ? left : right)[pair] = area;
      }
    }
  }

  /** For each kind its lines; see {@link TileAreas#lines}. */
  List<List<int[]>> ofKinds(int kinds, IntBinaryOperator kind) {
    int[] kindOf = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      kindOf[i] = kind.applyAsInt(left[i], right[i]);
    }
    List<List<int[]>> lines = new ArrayList<>();
    for (int wanted = 0; wanted < kinds; wanted++) {
      List<Long> own = new ArrayList<>();
      for (int i = 0; i < pairs.length; i++) {
        if (kindOf[i] == wanted) {
          own.add(pairs[i]);
        }
      }
      lines.add(joined(own.stream().mapToLong(Long::longValue).toArray()));
    }
    return lines;
  }

  /** Lines as long as can be: between pixels where not two edges end, and rings. */
  private List<int[]> joined(long[] edges) {
    long[] ends = new long[2 * edges.length];
    for (int i = 0; i < edges.length; i++) {
      ends[2 * i] = ((long) PixelEdges.low(edges[i]) << 32) | i;
      ends[2 * i + 1] = ((long) PixelEdges.high(edges[i]) << 32) | i;
    }
    Arrays.sort(ends);
    boolean[] taken = new boolean[edges.length];
    List<int[]> lines = new ArrayList<>();
    for (int at = 0; at < ends.length; at++) {
      if (!isThrough(ends, (int) (ends[at] >> 32)) && !taken[(int) ends[at]]) {
        lines.add(line(edges, ends, taken, (int) (ends[at] >> 32), (int) ends[at]));
      }
    }
    for (int i = 0; i < edges.length; i++) {
      if (!taken[i]) {
        lines.add(line(edges, ends, taken, PixelEdges.low(edges[i]), i));
      }
    }
    return lines;
  }

  private int[] line(long[] edges, long[] ends, boolean[] taken, int from, int first) {
    List<Integer> pixels = new ArrayList<>(List.of(from));
    int edge = first;
    int pixel = from;
    while (!taken[edge]) {
      taken[edge] = true;
      pixel =
          PixelEdges.low(edges[edge]) == pixel
              ? PixelEdges.high(edges[edge])
              : PixelEdges.low(edges[edge]);
      pixels.add(pixel);
      if (!isThrough(ends, pixel)) {
        break;
      }
      int at = first(ends, pixel);
      edge = (int) ends[at] == edge ? (int) ends[at + 1] : (int) ends[at];
    }
    return inUnits(pixels);
  }

  private static boolean isThrough(long[] ends, int pixel) {
    int at = first(ends, pixel);
    return at + 1 < ends.length
        && ends[at + 1] >> 32 == pixel
        && (at + 2 == ends.length || ends[at + 2] >> 32 != pixel);
  }

  /** The first end at a pixel, which has one. */
  private static int first(long[] ends, int pixel) {
    int at = Arrays.binarySearch(ends, (long) pixel << 32);
    return at < 0 ? -at - 1 : at;
  }

  /** Without the pixels at which the way goes straight on. */
  private int[] inUnits(List<Integer> pixels) {
    int[] line = new int[2 * pixels.size()];
    int size = 0;
    for (int i = 0; i < pixels.size(); i++) {
      boolean isEnd = i == 0 || i + 1 == pixels.size();
      if (isEnd || !frame.isStraight(pixels.get(i - 1), pixels.get(i), pixels.get(i + 1))) {
        line[size++] = frame.units(frame.column(pixels.get(i)));
        line[size++] = frame.units(frame.row(pixels.get(i)));
      }
    }
    return Arrays.copyOf(line, size);
  }
}
