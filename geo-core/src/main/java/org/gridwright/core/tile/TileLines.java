package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Joins the rounded edges between areas to lines. Lines and their order depend on the edges alone,
 * not on the order in which these were found. Used by one thread.
 */
public final class TileLines {

  /** What lies beside a line where there is no area. */
  public static final int NOBODY = -1;

  private final TileFrame frame;
  private final HotPixels hot;
  private final SharedEdges edges;
  private final boolean[] taken;

  /** Of the kind at hand, by pixel: how many edges end there, and their numbers, xor. */
  private final int[] ends;

  private final int[] mixed;

  /** The pixels of the line at hand, and the edge with which it ended. */
  private int[] path = new int[256];

  private int size;
  private int lastEdge;

  /**
   * A line.
   *
   * @param order of its first edge
   */
  private record Line(int start, long order, int[] units) {}

  TileLines(TileFrame frame, HotPixels hot, SharedEdges edges) {
    this.frame = frame;
    this.hot = hot;
    this.edges = edges;
    this.taken = new boolean[edges.count()];
    this.ends = new int[hot.count()];
    this.mixed = new int[hot.count()];
  }

  /** For each kind its lines; see {@link TileAreas#lines}. */
  List<List<int[]>> ofKinds(int kinds, IntBinaryOperator kind) {
    int[] kindOf = new int[edges.count()];
    Arrays.setAll(kindOf, edge -> kind.applyAsInt(edges.left(edge), edges.right(edge)));
    List<List<int[]>> lines = new ArrayList<>();
    for (int wanted = 0; wanted < kinds; wanted++) {
      lines.add(joined(ofKind(kindOf, wanted)));
    }
    return lines;
  }

  private static int[] ofKind(int[] kindOf, int wanted) {
    int[] own = new int[kindOf.length];
    int count = 0;
    for (int edge = 0; edge < kindOf.length; edge++) {
      if (kindOf[edge] == wanted) {
        own[count++] = edge;
      }
    }
    return Arrays.copyOf(own, count);
  }

  /** Lines as long as can be: between pixels where not two edges end, then rings. */
  private List<int[]> joined(int[] own) {
    Arrays.fill(ends, 0);
    Arrays.fill(mixed, 0);
    for (int edge : own) {
      end(edges.low(edge), edge);
      end(edges.high(edge), edge);
    }
    List<Line> open = new ArrayList<>();
    List<Line> rings = new ArrayList<>();
    for (int edge : own) {
      boolean isFirst = ends[edges.low(edge)] != 2;
      if (!taken[edge] && (isFirst || ends[edges.high(edge)] != 2)) {
        open.add(open(isFirst ? edges.low(edge) : edges.high(edge), edge));
      }
    }
    for (int edge : own) {
      if (!taken[edge]) {
        rings.add(ring(edge));
      }
    }
    open.sort(Comparator.comparingInt(Line::start).thenComparingLong(Line::order));
    rings.sort(Comparator.comparingLong(Line::order));
    List<int[]> lines = new ArrayList<>(open.size() + rings.size());
    open.forEach(line -> lines.add(line.units()));
    rings.forEach(line -> lines.add(line.units()));
    return lines;
  }

  private void end(int pixel, int edge) {
    ends[pixel]++;
    mixed[pixel] ^= edge;
  }

  /** A line from where it ends, from its end that comes first. */
  private Line open(int end, int first) {
    walk(end, first);
    long order = edges.order(first);
    long atLast = edges.order(lastEdge);
    int last = path[size - 1];
    if (last < end || (last == end && atLast < order)) {
      turn();
      order = atLast;
    }
    return new Line(path[0], order, inUnits());
  }

  /** A ring from its edge that comes first, in that one's direction. */
  private Line ring(int some) {
    walk(edges.low(some), some);
    int edge = some;
    int pixel = edges.high(some);
    int first = some;
    for (int i = 2; i < size; i++) {
      edge = mixed[pixel] ^ edge;
      pixel = edges.other(edge, pixel);
      first = edges.order(edge) < edges.order(first) ? edge : first;
    }
    if (first != some) {
      walkAgain(first);
    }
    return new Line(path[0], edges.order(first), inUnits());
  }

  /** Follows edges from a pixel until not two end, or all are taken. */
  private void walk(int from, int first) {
    size = 0;
    keep(from);
    int pixel = from;
    int edge = first;
    do {
      taken[edge] = true;
      lastEdge = edge;
      pixel = edges.other(edge, pixel);
      keep(pixel);
      edge = mixed[pixel] ^ edge;
    } while (ends[pixel] == 2 && !taken[edge]);
  }

  /** Follows a ring once more, from another of its edges. */
  private void walkAgain(int first) {
    int length = size;
    size = 0;
    int pixel = edges.low(first);
    keep(pixel);
    int edge = first;
    while (size < length) {
      pixel = edges.other(edge, pixel);
      keep(pixel);
      edge = mixed[pixel] ^ edge;
    }
  }

  private void keep(int pixel) {
    if (size == path.length) {
      path = Arrays.copyOf(path, 2 * size);
    }
    path[size++] = pixel;
  }

  private void turn() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      int swapped = path[i];
      path[i] = path[j];
      path[j] = swapped;
    }
  }

  /** Without the pixels at which the way goes straight on. */
  private int[] inUnits() {
    int[] line = new int[2 * size];
    int used = 0;
    int before = 0;
    for (int i = 0; i < size; i++) {
      int pixel = hot.at(path[i]);
      boolean isEnd = i == 0 || i + 1 == size;
      if (isEnd || !frame.isStraight(before, pixel, hot.at(path[i + 1]))) {
        line[used++] = frame.units(frame.column(pixel));
        line[used++] = frame.units(frame.row(pixel));
      }
      before = pixel;
    }
    return Arrays.copyOf(line, used);
  }
}
