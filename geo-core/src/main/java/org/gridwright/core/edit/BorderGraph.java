package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/**
 * The borders of a patch as a graph: its vertices, {@link org.gridwright.core.lattice.Packed}, and
 * which of them an edge joins. For one patch as it is now; not thread-safe.
 */
final class BorderGraph {

  private record Reached(long point, double metres) {}

  private final Map<Long, Set<Long>> neighbours = new HashMap<>();

  private BorderGraph() {}

  static BorderGraph of(Patch patch) {
    BorderGraph graph = new BorderGraph();
    for (LatticeMultiPolygon area : patch.now().values()) {
      for (EdgeChain.Edge edge : PackedRings.edges(area)) {
        graph.of(edge.low()).add(edge.high());
        graph.of(edge.high()).add(edge.low());
      }
    }
    return graph;
  }

  private Set<Long> of(long point) {
    return neighbours.computeIfAbsent(point, it -> new TreeSet<>());
  }

  /** Whether no border begins or ends at a vertex. */
  boolean isPlain(long vertex) {
    return neighbours.getOrDefault(vertex, Set.of()).size() == 2;
  }

  /**
   * The vertices less far away along edges than the distance of a scale, with metres, nearest
   * first; the vertex itself among them.
   */
  Map<Long, Double> within(long vertex, Snap scale) {
    Map<Long, Double> metres = new LinkedHashMap<>();
    walk(vertex, scale, scale.metres(), Long.MIN_VALUE, metres);
    return metres;
  }

  /** The shortest way along edges, both ends included; empty where there is none. */
  List<Long> way(long from, long to, Snap scale) {
    Map<Long, Long> before = walk(from, scale, Double.POSITIVE_INFINITY, to, new LinkedHashMap<>());
    if (!before.containsKey(to)) {
      return List.of();
    }
    List<Long> way = new ArrayList<>();
    for (long at = to; at != from; at = before.getOrDefault(at, from)) {
      way.add(at);
    }
    way.add(from);
    Collections.reverse(way);
    return way;
  }

  /**
   * Dijkstra's search; of ways equally long, the one over the lower points.
   *
   * @param until where it may stop
   * @param settled gets the distance of each point that it came to
   * @return from where it came to each point
   */
  private Map<Long, Long> walk(
      long start, Snap scale, double limit, long until, Map<Long, Double> settled) {
    Map<Long, Long> before = new HashMap<>();
    Map<Long, Double> best = new HashMap<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::metres).thenComparingLong(Reached::point));
    open.add(new Reached(start, 0));
    while (!open.isEmpty()) {
      Reached here = open.remove();
      if (settled.putIfAbsent(here.point, here.metres) != null) {
        continue;
      }
      if (here.point == until) {
        break;
      }
      for (long next : neighbours.getOrDefault(here.point, Set.of())) {
        double metres = here.metres + scale.metres(here.point, next);
        if (metres < limit && metres < best.getOrDefault(next, Double.POSITIVE_INFINITY)) {
          best.put(next, metres);
          before.put(next, here.point);
          open.add(new Reached(next, metres));
        }
      }
    }
    return before;
  }
}
