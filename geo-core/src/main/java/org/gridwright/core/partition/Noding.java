package org.gridwright.core.partition;

import java.util.Arrays;
import java.util.Comparator;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.work.Progress;

/**
 * Makes edges meet at vertices only. A vertex exactly on an edge divides it; edges that cross
 * elsewhere are refused. Dividing at lattice points moves nothing, so one round is enough.
 */
final class Noding {

  /** A pair is examined about as quickly as the clock. */
  private static final int PAIRS_AT_ONCE = 4096;

  private final Edges edges;
  private final Progress progress;
  private long pairs;
  private long[] cuts = new long[16];
  private int cutCount;

  private Noding(Edges edges, Progress progress) {
    this.edges = edges;
    this.progress = progress;
  }

  /** The same linework with every edge divided at the vertices on it. */
  static Edges noded(Edges edges, Progress progress) throws NotSeamlessException {
    progress.checkpoint();
    BoxTree boxes = new BoxTree(edges.boxes());
    progress.checkpoint();
    Noding noding = new Noding(edges, progress);
    boxes.visitPairs(noding::examine);
    return noding.cutCount == 0 ? edges : noding.divided();
  }

  private void examine(int e, int f) throws NotSeamlessException {
    if (++pairs % PAIRS_AT_ONCE == 0) {
      progress.checkpoint();
    }
    int ea = edges.a(e);
    int eb = edges.b(e);
    int fa = edges.a(f);
    int fb = edges.b(f);
    if (ea == fa || ea == fb) {
      examineFork(e, f, ea, eb, ea == fa ? fb : fa);
    } else if (eb == fa || eb == fb) {
      examineFork(e, f, eb, ea, eb == fa ? fb : fa);
    } else {
      int sideFa = side(ea, eb, fa);
      int sideFb = side(ea, eb, fb);
      int sideEa = side(fa, fb, ea);
      int sideEb = side(fa, fb, eb);
      if (sideFa * sideFb < 0 && sideEa * sideEb < 0) {
        throw crossing(e, f);
      }
      cutIfOn(e, fa, sideFa);
      cutIfOn(e, fb, sideFb);
      cutIfOn(f, ea, sideEa);
      cutIfOn(f, eb, sideEb);
    }
  }

  /** Two edges from one vertex: one may run along the other. */
  private void examineFork(int e, int f, int common, int endOfE, int endOfF) {
    if (side(common, endOfE, endOfF) == 0) {
      cutIfOn(e, endOfF, 0);
      cutIfOn(f, endOfE, 0);
    }
  }

  private void cutIfOn(int edge, int vertex, int side) {
    if (side == 0
        && Lattice.onSegment(
            edges.x(edges.a(edge)),
            edges.y(edges.a(edge)),
            edges.x(edges.b(edge)),
            edges.y(edges.b(edge)),
            edges.x(vertex),
            edges.y(vertex))) {
      if (cutCount == cuts.length) {
        cuts = Arrays.copyOf(cuts, 2 * cutCount);
      }
      cuts[cutCount++] = (long) edge << 32 | vertex;
    }
  }

  private int side(int a, int b, int p) {
    return Lattice.orientation(
        edges.x(a), edges.y(a), edges.x(b), edges.y(b), edges.x(p), edges.y(p));
  }

  private Edges divided() throws NotSeamlessException {
    Long[] sorted = Arrays.stream(cuts, 0, cutCount).boxed().toArray(Long[]::new);
    Arrays.sort(
        sorted,
        Comparator.comparingInt(Noding::edgeOf)
            .thenComparingLong(cut -> fromStart(edgeOf(cut), cut.intValue())));
    Edges divided = edges.cleared();
    int next = 0;
    for (int e = 0; e < edges.count(); e++) {
      int from = edges.a(e);
      for (; next < sorted.length && edgeOf(sorted[next]) == e; next++) {
        int at = sorted[next].intValue();
        if (at != from) {
          divided.add(from, at, edges.left(e), edges.right(e));
          from = at;
        }
      }
      divided.add(from, edges.b(e), edges.left(e), edges.right(e));
    }
    return divided;
  }

  private static int edgeOf(long cut) {
    return (int) (cut >> 32);
  }

  private long fromStart(int edge, int vertex) {
    int a = edges.a(edge);
    return Math.abs((long) edges.x(vertex) - edges.x(a))
        + Math.abs((long) edges.y(vertex) - edges.y(a));
  }

  private NotSeamlessException crossing(int e, int f) {
    double ax = edges.x(edges.a(e));
    double ay = edges.y(edges.a(e));
    double dx = edges.x(edges.b(e)) - ax;
    double dy = edges.y(edges.b(e)) - ay;
    double cx = edges.x(edges.a(f));
    double cy = edges.y(edges.a(f));
    double ex = edges.x(edges.b(f)) - cx;
    double ey = edges.y(edges.b(f)) - cy;
    double t = ((cx - ax) * ey - (cy - ay) * ex) / (dx * ey - dy * ex);
    return new NotSeamlessException(
        NotSeamlessException.Reason.CROSSING,
        edges.codes(edges.left(e), edges.right(e), edges.left(f), edges.right(f)),
        ax + t * dx,
        ay + t * dy);
  }
}
