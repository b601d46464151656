package org.gridwright.core.edit;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.gridwright.core.lattice.EdgeNumbers;
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

  private final EdgeNumbers edges = new EdgeNumbers(64);

  /** How many times more an edge occurs from its low to its high end than back. */
  private int[] counts = new int[64];

  /** Where an edge stands in the order, if it remains. */
  private int[] places = new int[64];

  /** Edges in the order in which they came, again at the end when they had cancelled between. */
  private int[] order = new int[64];

  private int ordered;
  private int remaining;

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
    int edge = edges.number(from, to);
    if (edge == counts.length) {
      counts = Arrays.copyOf(counts, 2 * edge);
      places = Arrays.copyOf(places, 2 * edge);
    }
    if (counts[edge] == 0) {
      append(edge);
      remaining++;
    }
    counts[edge] += from < to ? sign : -sign;
    if (counts[edge] == 0) {
      remaining--;
    }
  }

  private void append(int edge) {
    if (ordered == order.length) {
      order = Arrays.copyOf(order, 2 * ordered);
    }
    places[edge] = ordered;
    order[ordered++] = edge;
  }

  boolean isZero() {
    return remaining == 0;
  }

  /** The count of an edge in a direction: positive along it, negative against it. */
  int count(long from, long to) {
    int edge = edges.find(from, to);
    int forward = edge < 0 ? 0 : counts[edge];
    return from < to ? forward : -forward;
  }

  /** Visits every edge that remains, with its count from its low to its high end, never 0. */
  void forEach(ObjIntConsumer<Edge> visitor) {
    for (int i = 0; i < ordered; i++) {
      int edge = order[i];
      if (places[edge] == i && counts[edge] != 0) {
        visitor.accept(new Edge(edges.low(edge), edges.high(edge)), counts[edge]);
      }
    }
  }
}
