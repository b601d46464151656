package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;

/** One round of {@link SnapRounding}: where do the edges have to be divided? */
final class NodingRound {

  /** A pair of edges, or one, is looked at in some 20 ns, about what a look at the clock costs. */
  private static final int PAIRS_BETWEEN_CHECKPOINTS = 4096;

  private final Progress progress;
  private final Linework lines;
  private final int[] edgeOf;
  private final EdgeNumbers edges;
  private final BoxTree tree;
  private final int[] box;
  private long[] hot = new long[16];
  private int hotCount;
  private int[] cutEdge = new int[64];
  private long[] cutPoint = new long[64];
  private int cutCount;
  private int pairs;

  /**
   * @param fresh pieces that the round before made; other pairs are known to be in order
   * @param verticesAreHot whether edges are led through every vertex that they nearly touch
   */
  NodingRound(Linework lines, BitSet fresh, boolean verticesAreHot, Progress progress) {
    progress.checkpoint();
    this.progress = progress;
    this.lines = lines;
    this.edges = new EdgeNumbers(lines.count());
    this.edgeOf = new int[lines.count()];
    BitSet freshEdges = new BitSet();
    for (int i = 0; i < edgeOf.length; i++) {
      if (i % PAIRS_BETWEEN_CHECKPOINTS == 0) {
        progress.checkpoint();
      }
      edgeOf[i] = edges.number(lines.from(i), lines.to(i));
      if (fresh.get(i)) {
        freshEdges.set(edgeOf[i]);
      }
    }
    progress.checkpoint();
    this.box = boxes(edges);
    this.tree = new BoxTree(box);
    progress.checkpoint();
    examine(freshEdges);
    if (verticesAreHot) {
      for (int e = 0; e < edges.count(); e++) {
        addHot(edges.low(e));
        addHot(edges.high(e));
      }
    }
    leadThroughPixels();
  }

  boolean divides() {
    return cutCount > 0;
  }

  private void examine(BitSet freshEdges) {
    if (freshEdges.cardinality() == edges.count()) {
      tree.visitPairs(this::examine);
      return;
    }
    freshEdges.stream()
        .forEach(
            e ->
                tree.visit(
                    box[4 * e],
                    box[4 * e + 1],
                    box[4 * e + 2],
                    box[4 * e + 3],
                    f -> {
                      if (f != e && (f > e || !freshEdges.get(f))) {
                        examine(e, f);
                      }
                    }));
  }

  private void examine(int e, int f) {
    if (++pairs % PAIRS_BETWEEN_CHECKPOINTS == 0) {
      progress.checkpoint();
    }
    long ea = edges.low(e);
    long eb = edges.high(e);
    long fa = edges.low(f);
    long fb = edges.high(f);
    int sideFa = side(ea, eb, fa);
    int sideFb = side(ea, eb, fb);
    int sideEa = side(fa, fb, ea);
    int sideEb = side(fa, fb, eb);
    if (sideFa * sideFb < 0 && sideEa * sideEb < 0) {
      long at = crossing(ea, eb, fa, fb);
      cut(e, at);
      cut(f, at);
      addHot(at);
      return;
    }
    cutIfOn(e, fa, sideFa);
    cutIfOn(e, fb, sideFb);
    cutIfOn(f, ea, sideEa);
    cutIfOn(f, eb, sideEb);
  }

  private void cutIfOn(int e, long point, int side) {
    if (side == 0) {
      int x = Packed.x(point);
      int y = Packed.y(point);
      if (x >= box[4 * e] && x <= box[4 * e + 2] && y >= box[4 * e + 1] && y <= box[4 * e + 3]) {
        cut(e, point);
      }
    }
  }

  private void cut(int e, long point) {
    if (point == edges.low(e) || point == edges.high(e)) {
      return;
    }
    if (cutCount == cutEdge.length) {
      cutEdge = Arrays.copyOf(cutEdge, 2 * cutCount);
      cutPoint = Arrays.copyOf(cutPoint, 2 * cutCount);
    }
    cutEdge[cutCount] = e;
    cutPoint[cutCount++] = point;
  }

  private void addHot(long point) {
    if (hotCount == hot.length) {
      hot = Arrays.copyOf(hot, 2 * hotCount);
    }
    hot[hotCount++] = point;
  }

  private void leadThroughPixels() {
    long[] pixels = Arrays.stream(hot, 0, hotCount).sorted().distinct().toArray();
    for (long pixel : pixels) {
      progress.checkpoint();
      int x = Packed.x(pixel);
      int y = Packed.y(pixel);
      tree.visit(
          x,
          y,
          x,
          y,
          e -> {
            long a = edges.low(e);
            long b = edges.high(e);
            if (Crossing.passesPixel(Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), x, y)) {
              cut(e, pixel);
            }
          });
    }
  }

  /** The pieces after dividing; {@code fresh} is filled with those that are new. */
  Linework divided(BitSet fresh) {
    progress.checkpoint();
    long[] cuts = sortedCuts();
    progress.checkpoint();
    int[] first = new int[edges.count() + 1];
    for (long cut : cuts) {
      first[cutEdge[(int) cut] + 1]++;
    }
    for (int e = 0; e < edges.count(); e++) {
      first[e + 1] += first[e];
    }
    Linework divided = new Linework(lines.count() + cuts.length);
    for (int i = 0; i < lines.count(); i++) {
      int e = edgeOf[i];
      if (first[e] == first[e + 1]) {
        divided.add(lines.from(i), lines.to(i), lines.unit(i), lines.marks(i));
      } else {
        int before = divided.count();
        addParts(i, cuts, first[e], first[e + 1], divided);
        fresh.set(before, divided.count());
      }
    }
    return divided;
  }

  private void addParts(int piece, long[] cuts, int begin, int end, Linework divided) {
    int e = edgeOf[piece];
    boolean along = lines.from(piece) == edges.low(e);
    int marks = lines.marks(piece) | Linework.DIVIDED;
    for (int k = begin; k < end; k++) {
      if (side(edges.low(e), edges.high(e), cutPoint[(int) cuts[k]]) != 0) {
        marks |= Linework.MOVED;
      }
    }
    long at = lines.from(piece);
    for (int k = 0; k <= end - begin; k++) {
      long next =
          k == end - begin
              ? lines.to(piece)
              : cutPoint[(int) cuts[along ? begin + k : end - 1 - k]];
      if (next != at) {
        divided.add(at, next, lines.unit(piece), marks);
        at = next;
      }
    }
  }

  /** Positions of the cuts, by edge and then from its low to its high end. */
  private long[] sortedCuts() {
    long[] byEdge = new long[cutCount];
    for (int i = 0; i < cutCount; i++) {
      byEdge[i] = (long) cutEdge[i] << 32 | i;
    }
    Arrays.sort(byEdge);
    for (int i = 0; i < cutCount; i++) {
      byEdge[i] = byEdge[i] & 0xFFFFFFFFL;
      int j = i;
      for (; j > 0 && cutEdge[(int) byEdge[j - 1]] == cutEdge[(int) byEdge[j]]; j--) {
        if (fromLow((int) byEdge[j - 1], (int) byEdge[j]) <= 0) {
          break;
        }
        long swap = byEdge[j];
        byEdge[j] = byEdge[j - 1];
        byEdge[j - 1] = swap;
      }
    }
    return byEdge;
  }

  /** Compares two cuts of one edge by how far along it they lie, then by position. */
  private int fromLow(int cut, int other) {
    int e = cutEdge[cut];
    int byDistance = Long.compare(along(e, cutPoint[cut]), along(e, cutPoint[other]));
    return byDistance != 0 ? byDistance : Long.compare(cutPoint[cut], cutPoint[other]);
  }

  private long along(int e, long point) {
    long a = edges.low(e);
    long b = edges.high(e);
    return ((long) Packed.x(b) - Packed.x(a)) * ((long) Packed.x(point) - Packed.x(a))
        + ((long) Packed.y(b) - Packed.y(a)) * ((long) Packed.y(point) - Packed.y(a));
  }

  private static int side(long a, long b, long p) {
    return Lattice.orientation(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(p), Packed.y(p));
  }

  private static long crossing(long a, long b, long c, long d) {
    return Crossing.nearest(
        Packed.x(a),
        Packed.y(a),
        Packed.x(b),
        Packed.y(b),
        Packed.x(c),
        Packed.y(c),
        Packed.x(d),
        Packed.y(d));
  }

  private static int[] boxes(EdgeNumbers edges) {
    int[] boxes = new int[4 * edges.count()];
    for (int e = 0; e < edges.count(); e++) {
      int ay = Packed.y(edges.low(e));
      int by = Packed.y(edges.high(e));
      boxes[4 * e] = Packed.x(edges.low(e));
      boxes[4 * e + 1] = Math.min(ay, by);
      boxes[4 * e + 2] = Packed.x(edges.high(e));
      boxes[4 * e + 3] = Math.max(ay, by);
    }
    return boxes;
  }
}
