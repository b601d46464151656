package org.gridwright.core.partition;

import java.util.Arrays;

/**
 * Chains of edges between nodes. An arc runs so that the grid with the smaller index lies on its
 * left, and nobody on its right where it is an outer one. Half-arc {@code 2k} runs along arc k and
 * {@code 2k + 1} back.
 */
final class Arcs {

  private final Edges edges;
  private final Stars stars;

  /** Half-arc that contains each half-edge with an even number; -1 for edges left out. */
  private final int[] halfArcOfEdge;

  private int[] start = new int[1024];
  private int[] vertices = new int[1024];
  private int[] firstHalf = new int[1024];
  private int[] lastHalf = new int[1024];
  private int count;
  private int size;

  Arcs(Edges edges, Stars stars) {
    this.edges = edges;
    this.stars = stars;
    halfArcOfEdge = new int[edges.count()];
    Arrays.fill(halfArcOfEdge, -1);
    for (int v = 0; v < edges.vertexCount(); v++) {
      if (stars.degree(v) != 2) {
        for (int i = 0; i < stars.degree(v); i++) {
          traceIfNew(stars.out(v, i));
        }
      }
    }
    for (int e = 0; e < edges.count(); e++) {
      if (Stars.divides(edges, e)) {
        traceIfNew(2 * e);
      }
    }
    start = Arrays.copyOf(start, count + 1);
  }

  private void traceIfNew(int half) {
    if (halfArcOfEdge[half >> 1] >= 0) {
      return;
    }
    int last = half;
    while (stars.degree(edges.to(last)) == 2 && edges.to(last) != edges.from(half)) {
      last = onward(last);
    }
    int left = edges.leftOf(half);
    int right = edges.leftOf(half ^ 1);
    boolean forward = right == Partition.OUTSIDE || (left != Partition.OUTSIDE && left < right);
    record(forward ? half : last ^ 1, forward ? last : half ^ 1);
  }

  /** The half-edge that goes on where exactly two edges meet. */
  private int onward(int half) {
    int vertex = edges.to(half);
    int first = stars.out(vertex, 0);
    return first == (half ^ 1) ? stars.out(vertex, 1) : first;
  }

  private void record(int first, int last) {
    if (count + 1 >= start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      firstHalf = Arrays.copyOf(firstHalf, 2 * firstHalf.length);
      lastHalf = Arrays.copyOf(lastHalf, 2 * lastHalf.length);
    }
    firstHalf[count] = first;
    lastHalf[count] = last;
    append(edges.from(first));
    for (int half = first; ; half = onward(half)) {
      halfArcOfEdge[half >> 1] = 2 * count + (half & 1);
      append(edges.to(half));
      if (half == last) {
        break;
      }
    }
    count++;
    start[count] = size;
  }

  private void append(int vertex) {
    if (size == vertices.length) {
      vertices = Arrays.copyOf(vertices, size + (size >> 1));
    }
    vertices[size++] = vertex;
  }

  int count() {
    return count;
  }

  /** Positions of the arcs' points; the last entry is the number of points. */
  int[] starts() {
    return start.clone();
  }

  /** Interleaved ordinates of all points. */
  int[] points() {
    int[] xy = new int[2 * size];
    for (int i = 0; i < size; i++) {
      xy[2 * i] = edges.x(vertices[i]);
      xy[2 * i + 1] = edges.y(vertices[i]);
    }
    return xy;
  }

  int owner(int halfArc) {
    int first = firstHalf[halfArc >> 1];
    return edges.leftOf((halfArc & 1) == 0 ? first : first ^ 1);
  }

  /** The half-arc that contains a half-edge; -1 where the edge was left out. */
  int ofHalfEdge(int half) {
    int even = halfArcOfEdge[half >> 1];
    return even < 0 ? -1 : even ^ (half & 1);
  }

  /** For each half-arc the one that leaves the same node next to it, clockwise. */
  int[] clockwise() {
    int[] clockwise = new int[2 * count];
    for (int halfArc = 0; halfArc < clockwise.length; halfArc++) {
      int leaving = (halfArc & 1) == 0 ? firstHalf[halfArc >> 1] : lastHalf[halfArc >> 1] ^ 1;
      int vertex = edges.from(leaving);
      int degree = stars.degree(vertex);
      int i = 0;
      while (stars.out(vertex, i) != leaving) {
        i++;
      }
      clockwise[halfArc] = ofHalfEdge(stars.out(vertex, (i + degree - 1) % degree));
    }
    return clockwise;
  }
}
