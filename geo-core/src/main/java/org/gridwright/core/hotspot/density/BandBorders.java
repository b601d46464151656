package org.gridwright.core.hotspot.density;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.NestedRings;
import org.gridwright.core.lattice.Packed;

/**
 * The border of a band, piece by piece with the band on its left, and the area within. Pieces that
 * run both ways are none. Points are {@link Packed}.
 */
final class BandBorders {

  /** Where pieces lead from a point; points are asked in the order in which they came. */
  private final Map<Long, List<Long>> ahead = new LinkedHashMap<>();

  /** Adds a piece. */
  void add(long from, long to) {
    if (from == to) {
      return;
    }
    List<Long> back = ahead.get(to);
    if (back != null && back.remove(Long.valueOf(from))) {
      return;
    }
    ahead.computeIfAbsent(from, it -> new ArrayList<>(1)).add(to);
  }

  /** The area; absent where there is none. Takes the pieces away. */
  Optional<LatticeMultiPolygon> area() {
    List<LatticeRing> shells = new ArrayList<>();
    List<LatticeRing> holes = new ArrayList<>();
    for (long start : List.copyOf(ahead.keySet())) {
      while (!ahead.getOrDefault(start, List.of()).isEmpty()) {
        walk(start, shells, holes);
      }
    }
    return shells.isEmpty() ? Optional.empty() : Optional.of(NestedRings.of(shells, holes));
  }

  /** Walks until there is nowhere to go, and cuts off a ring whenever it comes to a point again. */
  private void walk(long start, List<LatticeRing> shells, List<LatticeRing> holes) {
    List<Long> way = new ArrayList<>(List.of(start));
    Map<Long, Integer> positions = new HashMap<>(Map.of(start, 0));
    long before = start;
    long at = start;
    while (!ahead.getOrDefault(at, List.of()).isEmpty()) {
      long next = take(before, at);
      Integer position = positions.get(next);
      if (position == null) {
        positions.put(next, way.size());
        way.add(next);
      } else {
        List<Long> ring = way.subList(position, way.size());
        keep(ring, shells, holes);
        ring.subList(1, ring.size()).forEach(positions::remove);
        ring.subList(1, ring.size()).clear();
      }
      before = at;
      at = next;
    }
  }

  /** Takes the piece that has the same part of the band on its left as the one before. */
  private long take(long before, long at) {
    List<Long> choices = Objects.requireNonNull(ahead.get(at));
    int best = 0;
    for (int i = 1; i < choices.size(); i++) {
      if (clockwise(at, before, choices.get(i)) < clockwise(at, before, choices.get(best))) {
        best = i;
      }
    }
    return choices.remove(best);
  }

  /** The angle from one direction clockwise to another, above 0 and at most 2π. */
  private static double clockwise(long at, long from, long to) {
    double angle = angle(at, from) - angle(at, to);
    return angle > 0 ? angle : angle + 2 * Math.PI;
  }

  private static double angle(long at, long to) {
    return Math.atan2((double) Packed.y(to) - Packed.y(at), (double) Packed.x(to) - Packed.x(at));
  }

  private static void keep(List<Long> way, List<LatticeRing> shells, List<LatticeRing> holes) {
    int[] xy = new int[2 * way.size() + 2];
    for (int i = 0; i <= way.size(); i++) {
      long point = way.get(i % way.size());
      xy[2 * i] = Packed.x(point);
      xy[2 * i + 1] = Packed.y(point);
    }
    LatticeRing ring = LatticeRing.of(xy);
    long area = ring.signedArea2();
    if (area > 0) {
      shells.add(ring);
    } else if (area < 0) {
      holes.add(ring);
    }
  }
}
