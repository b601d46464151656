package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.NestedRings;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.partition.UpperLevels;
import org.jspecify.annotations.Nullable;

/**
 * Draws an outline anew from the one before and a sum of edges. Rings that the change does not
 * touch stay; of the others, only the stretches between changed places are joined. Takes time
 * linear in the outline, with little work for each vertex.
 */
final class Outline {

  private final EdgeChain change;
  private final Set<EdgeChain.Edge> takenAway = new HashSet<>();
  private final List<LatticeRing> shells = new ArrayList<>();
  private final List<LatticeRing> holes = new ArrayList<>();
  private final Set<long[]> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Directed stretches of {@link Packed} points, by their first point. */
  private final Map<Long, List<long[]>> starting = new LinkedHashMap<>();

  private Outline(EdgeChain change) {
    this.change = change;
  }

  /** The area around which a sum of edges runs; empty where it is no outline of an area. */
  static Optional<LatticeMultiPolygon> of(EdgeChain chain) {
    return new Outline(chain).traced();
  }

  /** The ground of areas, at least one; where they do not fit together, united on the lattice. */
  static LatticeMultiPolygon around(List<LatticeMultiPolygon> areas) {
    EdgeChain all = new EdgeChain();
    areas.forEach(area -> all.add(area, 1));
    return of(all).orElseGet(() -> UpperLevels.union(areas));
  }

  /** An area's outline after adding a sum of edges; empty where that is no outline of an area. */
  static Optional<LatticeMultiPolygon> after(LatticeMultiPolygon area, EdgeChain change) {
    Outline outline = new Outline(change);
    Set<Long> nodes = new HashSet<>();
    change.forEach(
        (edge, count) -> {
          nodes.add(edge.low());
          nodes.add(edge.high());
        });
    List<LatticeRing> rings = new ArrayList<>();
    area.forEachRing(rings::add);
    nodes.addAll(touches(rings));
    rings.forEach(ring -> outline.cut(ring, nodes));
    return outline.traced();
  }

  /** Where rings touch: joined to one, they would pass there twice. */
  private static Set<Long> touches(List<LatticeRing> rings) {
    Set<Long> touches = new HashSet<>();
    if (rings.size() > 1) {
      Set<Long> seen = new HashSet<>();
      for (LatticeRing ring : rings) {
        for (long point : PackedRings.points(ring)) {
          if (!seen.add(point)) {
            touches.add(point);
          }
        }
      }
    }
    return touches;
  }

  /** Cuts a ring at nodes, leaving out what the change takes away. */
  private void cut(LatticeRing ring, Set<Long> nodes) {
    int n = ring.size() - 1;
    long[] points = new long[n];
    int first = -1;
    for (int i = 0; i < n; i++) {
      points[i] = Packed.of(ring.x(i), ring.y(i));
      first = first < 0 && nodes.contains(points[i]) ? i : first;
    }
    if (first < 0) {
      (ring.signedArea2() > 0 ? shells : holes).add(ring);
      return;
    }
    int begin = first;
    for (int i = first + 1; i <= first + n; i++) {
      if (nodes.contains(points[i % n])) {
        long from = points[begin % n];
        long to = points[i % n];
        if (i == begin + 1 && change.count(from, to) == -1) {
          takenAway.add(EdgeChain.Edge.of(from, to));
        } else {
          addStretch(points, begin, i);
        }
        begin = i;
      }
    }
  }

  private void addStretch(long[] points, int begin, int end) {
    long[] stretch = new long[end - begin + 1];
    for (int i = begin; i <= end; i++) {
      stretch[i - begin] = points[i % points.length];
    }
    add(stretch);
  }

  private void add(long[] stretch) {
    starting.computeIfAbsent(stretch[0], it -> new ArrayList<>()).add(stretch);
    open.add(stretch);
  }

  private Optional<LatticeMultiPolygon> traced() {
    boolean[] sound = {true};
    change.forEach(
        (edge, count) -> {
          if (!takenAway.contains(edge)) {
            long from = count > 0 ? edge.low() : edge.high();
            long to = count > 0 ? edge.high() : edge.low();
            sound[0] &= Math.abs(count) == 1 && !isThere(from, to);
            add(new long[] {from, to});
          }
        });
    for (List<long[]> out : List.copyOf(starting.values())) {
      for (long[] first : out) {
        sound[0] = sound[0] && (!open.contains(first) || walk(first));
      }
    }
    return sound[0] && !shells.isEmpty()
        ? Optional.of(NestedRings.of(shells, holes))
        : Optional.empty();
  }

  private boolean isThere(long from, long to) {
    return starting.getOrDefault(from, List.of()).stream()
        .anyMatch(stretch -> stretch.length == 2 && stretch[1] == to);
  }

  /** Joins stretches to a ring, and cuts the ring apart where it comes back to a point. */
  private boolean walk(long[] first) {
    Loop loop = new Loop();
    long[] stretch = first;
    do {
      if (!open.remove(stretch) || !loop.append(stretch)) {
        return false;
      }
      stretch = next(stretch[stretch.length - 1], stretch[stretch.length - 2]);
    } while (stretch != null && stretch != first);
    return stretch != null;
  }

  /** The first stretch out of a point, clockwise from the direction that was come from. */
  private long @Nullable [] next(long at, long back) {
    long[] best = null;
    for (long[] out : starting.getOrDefault(at, List.of())) {
      if (best == null || Turn.isClockwiseFirst(at, back, out[1], best[1])) {
        best = out;
      }
    }
    return best;
  }

  /** The points of a walk, from which a ring is cut whenever the walk comes back to a node. */
  private final class Loop {

    private final Map<Long, Integer> positionOf = new HashMap<>();
    private long[] points = new long[64];
    private int size;

    /** Appends a stretch, its first point being the last one so far. */
    boolean append(long[] stretch) {
      if (size == 0) {
        push(stretch[0]);
      }
      positionOf.put(stretch[0], size - 1);
      for (int i = 1; i < stretch.length; i++) {
        push(stretch[i]);
      }
      Integer before = positionOf.get(stretch[stretch.length - 1]);
      return before == null || cutFrom(before);
    }

    private void push(long point) {
      if (size == points.length) {
        points = Arrays.copyOf(points, 2 * size);
      }
      points[size++] = point;
    }

    private boolean cutFrom(int position) {
      int[] xy = new int[2 * (size - position)];
      for (int i = position; i < size; i++) {
        xy[2 * (i - position)] = Packed.x(points[i]);
        xy[2 * (i - position) + 1] = Packed.y(points[i]);
      }
      positionOf.values().removeIf(at -> at >= position);
      size = position + 1;
      if (xy.length < 8) {
        return false;
      }
      LatticeRing ring = LatticeRing.of(xy);
      (ring.signedArea2() > 0 ? shells : holes).add(ring);
      return true;
    }
  }
}
