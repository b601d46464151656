package org.gridwright.core.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Undirected edges between numbered vertices, each met once, with the grid on either side. Edge e
 * runs from {@code a(e)} to {@code b(e) > a(e)}; half-edge {@code 2e} runs that way and {@code 2e +
 * 1} back.
 */
final class Edges {

  private final List<Unit> grids;
  private final Vertices vertices;
  private final EdgeNumbers numbers = new EdgeNumbers(1024);
  private int[] left = new int[1024];
  private int[] right = new int[1024];

  private Edges(List<Unit> grids, Vertices vertices) {
    this.grids = grids;
    this.vertices = vertices;
    Arrays.fill(left, Partition.OUTSIDE);
    Arrays.fill(right, Partition.OUTSIDE);
  }

  /** The edges of all rings; the inside of a grid lies left of its rings. */
  static Edges of(List<Unit> grids, Progress progress) throws NotSeamlessException {
    Edges edges = new Edges(grids, new Vertices());
    for (int grid = 0; grid < grids.size(); grid++) {
      progress.checkpoint();
      LatticeMultiPolygon area = grids.get(grid).drawnArea();
      List<LatticeRing> rings = new ArrayList<>();
      area.forEachRing(rings::add);
      for (LatticeRing ring : rings) {
        edges.addRing(ring, grid);
      }
    }
    return edges;
  }

  /** An empty table over the same vertices. */
  Edges cleared() {
    return new Edges(grids, vertices);
  }

  private void addRing(LatticeRing ring, int grid) throws NotSeamlessException {
    int from = vertices.number(ring.x(0), ring.y(0));
    for (int i = 1; i < ring.size(); i++) {
      int to = vertices.number(ring.x(i), ring.y(i));
      add(from, to, grid, Partition.OUTSIDE);
      from = to;
    }
  }

  /**
   * Adds what is known of an edge: owners on its left and right side, {@link Partition#OUTSIDE} for
   * not known.
   */
  void add(int from, int to, int leftOwner, int rightOwner) throws NotSeamlessException {
    if (from > to) {
      add(to, from, rightOwner, leftOwner);
      return;
    }
    int edge = number(from, to);
    left[edge] = merged(edge, left[edge], leftOwner);
    right[edge] = merged(edge, right[edge], rightOwner);
  }

  private int merged(int edge, int known, int owner) throws NotSeamlessException {
    if (known == Partition.OUTSIDE || owner == Partition.OUTSIDE) {
      return Math.max(known, owner);
    }
    throw new NotSeamlessException(
        NotSeamlessException.Reason.SAME_SIDE,
        codes(known, owner),
        ((double) x(a(edge)) + x(b(edge))) / 2,
        ((double) y(a(edge)) + y(b(edge))) / 2);
  }

  private int number(int from, int to) {
    int edge = numbers.number(from, to);
    if (edge == left.length) {
      left = grown(left);
      right = grown(right);
    }
    return edge;
  }

  private static int[] grown(int[] owners) {
    int[] grown = Arrays.copyOf(owners, 2 * owners.length);
    Arrays.fill(grown, owners.length, grown.length, Partition.OUTSIDE);
    return grown;
  }

  /** Codes of the owners that are grids, each once, in code order. */
  List<String> codes(int... owners) {
    TreeSet<Integer> known = new TreeSet<>();
    for (int owner : owners) {
      if (owner != Partition.OUTSIDE) {
        known.add(owner);
      }
    }
    return known.stream().map(owner -> grids.get(owner).code()).toList();
  }

  int count() {
    return numbers.count();
  }

  int vertexCount() {
    return vertices.count();
  }

  /** The closed rectangle around each edge: {@code minX, minY, maxX, maxY}. */
  int[] boxes() {
    int[] boxes = new int[4 * count()];
    for (int edge = 0; edge < count(); edge++) {
      boxes[4 * edge] = Math.min(x(a(edge)), x(b(edge)));
      boxes[4 * edge + 1] = Math.min(y(a(edge)), y(b(edge)));
      boxes[4 * edge + 2] = Math.max(x(a(edge)), x(b(edge)));
      boxes[4 * edge + 3] = Math.max(y(a(edge)), y(b(edge)));
    }
    return boxes;
  }

  int gridCount() {
    return grids.size();
  }

  int a(int edge) {
    return (int) numbers.low(edge);
  }

  int b(int edge) {
    return (int) numbers.high(edge);
  }

  /** Owner on the left of a→b. */
  int left(int edge) {
    return left[edge];
  }

  /** Owner on the right of a→b. */
  int right(int edge) {
    return right[edge];
  }

  int x(int vertex) {
    return vertices.x(vertex);
  }

  int y(int vertex) {
    return vertices.y(vertex);
  }

  /** Start vertex of a half-edge. */
  int from(int half) {
    return (half & 1) == 0 ? a(half >> 1) : b(half >> 1);
  }

  /** End vertex of a half-edge. */
  int to(int half) {
    return from(half ^ 1);
  }

  /** Owner on the left of a half-edge. */
  int leftOf(int half) {
    return (half & 1) == 0 ? left[half >> 1] : right[half >> 1];
  }
}
