package org.gridwright.core.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;

/**
 * A sum of directed edges, in which an edge and its reverse cancel: what remains of the outlines of
 * areas that fit together is the outline of their union. Not thread-safe.
 */
final class EdgeChain {

  /**
   * An edge without direction.
   *
   * @param low the lower of its ends, {@link Packed}
   */
  record Edge(long low, long high) {

    static Edge of(long a, long b) {
      return a < b ? new Edge(a, b) : new Edge(b, a);
    }
  }

  /** How many times more an edge occurs from its low to its high end than back; never 0. */
  private final Map<Edge, Integer> edges = new LinkedHashMap<>();

  /** Adds the outline of an area, or takes it away. */
  void add(LatticeMultiPolygon area, int sign) {
    area.forEachRing(
        ring -> {
          long from = Packed.of(ring.x(0), ring.y(0));
          for (int i = 1; i < ring.size(); i++) {
            long to = Packed.of(ring.x(i), ring.y(i));
            add(from, to, sign);
            from = to;
          }
        });
  }

  private void add(long from, long to, int sign) {
    int forward = from < to ? sign : -sign;
    edges.merge(Edge.of(from, to), forward, (a, b) -> a.intValue() == -b.intValue() ? null : a + b);
  }

  boolean isZero() {
    return edges.isEmpty();
  }

  /** The count of an edge in a direction: positive along it, negative against it. */
  int count(long from, long to) {
    int forward = edges.getOrDefault(Edge.of(from, to), 0);
    return from < to ? forward : -forward;
  }

  /** Visits every edge that remains, with its count from its low to its high end. */
  void forEach(ObjIntConsumer<Edge> visitor) {
    edges.forEach((edge, count) -> visitor.accept(edge, count));
  }
}
