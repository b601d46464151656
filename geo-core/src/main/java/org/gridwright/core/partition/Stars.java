package org.gridwright.core.partition;

import java.util.List;
import org.gridwright.core.lattice.Lattice;

/**
 * The half-edges that leave each vertex, counter-clockwise, beginning after south. Edges with the
 * same owner on both sides (between two parts of one grid, or a spike) are left out.
 */
final class Stars {

  private final Edges edges;
  private final int[] start;
  private final int[] out;

  /**
   * Sorts the half-edges around every vertex and checks that the sector between two neighbours has
   * the same owner seen from either.
   */
  Stars(Edges edges) throws NotSeamlessException {
    this.edges = edges;
    start = new int[edges.vertexCount() + 1];
    for (int e = 0; e < edges.count(); e++) {
      if (divides(edges, e)) {
        start[edges.a(e) + 1]++;
        start[edges.b(e) + 1]++;
      }
    }
    for (int v = 0; v < edges.vertexCount(); v++) {
      start[v + 1] += start[v];
    }
    out = new int[start[edges.vertexCount()]];
    int[] fill = start.clone();
    for (int e = 0; e < edges.count(); e++) {
      if (divides(edges, e)) {
        out[fill[edges.a(e)]++] = 2 * e;
        out[fill[edges.b(e)]++] = 2 * e + 1;
      }
    }
    for (int v = 0; v < edges.vertexCount(); v++) {
      sort(v);
      check(v);
    }
  }

  /** Whether different owners lie on the two sides of an edge. */
  static boolean divides(Edges edges, int edge) {
    return edges.left(edge) != edges.right(edge);
  }

  int degree(int vertex) {
    return start[vertex + 1] - start[vertex];
  }

  /** The i-th half-edge that leaves a vertex. */
  int out(int vertex, int i) {
    return out[start[vertex] + i];
  }

  private void sort(int vertex) {
    for (int i = start[vertex] + 1; i < start[vertex + 1]; i++) {
      int half = out[i];
      int j = i;
      for (; j > start[vertex] && before(half, out[j - 1]); j--) {
        out[j] = out[j - 1];
      }
      out[j] = half;
    }
  }

  private boolean before(int first, int second) {
    int origin = edges.from(first);
    boolean westFirst = west(first);
    boolean westSecond = west(second);
    if (westFirst != westSecond) {
      return westSecond;
    }
    int p = edges.to(first);
    int q = edges.to(second);
    return Lattice.orientation(
            edges.x(origin), edges.y(origin), edges.x(p), edges.y(p), edges.x(q), edges.y(q))
        > 0;
  }

  /** Whether a half-edge points west or exactly south. */
  private boolean west(int half) {
    int from = edges.from(half);
    int to = edges.to(half);
    int byX = Integer.compare(edges.x(to), edges.x(from));
    return byX < 0 || (byX == 0 && edges.y(to) < edges.y(from));
  }

  private void check(int vertex) throws NotSeamlessException {
    int degree = degree(vertex);
    for (int i = 0; i < degree; i++) {
      int half = out(vertex, i);
      int next = out(vertex, (i + 1) % degree);
      if (edges.leftOf(half) != edges.leftOf(next ^ 1)) {
        throw new NotSeamlessException(
            NotSeamlessException.Reason.VERTEX,
            codesAround(vertex),
            edges.x(vertex),
            edges.y(vertex));
      }
    }
  }

  private List<String> codesAround(int vertex) {
    int degree = degree(vertex);
    int[] owners = new int[2 * degree];
    for (int i = 0; i < degree; i++) {
      owners[2 * i] = edges.leftOf(out(vertex, i));
      owners[2 * i + 1] = edges.leftOf(out(vertex, i) ^ 1);
    }
    return edges.codes(owners);
  }
}
