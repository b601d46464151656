package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Leads edges of units through corners that belong on them and were rounded to the lattice: a place
 * along an edge is no lattice point in general.
 */
final class PassingEdges {

  /** Rounding moves a point by no more than √½ of a step. */
  private static final double ROUNDED = 0.75;

  private PassingEdges() {}

  /**
   * Areas with the edges of some of them led through the corners of a part.
   *
   * @param near positions of the areas that may pass its corners
   */
  static SnappedAreas led(SnappedAreas areas, int[] near, LatticeMultiPolygon part) {
    Set<Long> corners = new LinkedHashSet<>();
    part.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            corners.add(Packed.of(ring.x(i), ring.y(i)));
          }
        });
    List<LatticeMultiPolygon> some = IntStream.of(near).mapToObj(areas.areas()::get).toList();
    some.forEach(area -> forEachEdge(area, (from, to) -> corners.remove(from)));
    Map<List<Long>, Set<Long>> through = new HashMap<>();
    for (LatticeMultiPolygon area : some) {
      forEachEdge(
          area,
          (from, to) -> {
            for (long corner : corners) {
              if (passes(from, to, corner)) {
                List<Long> edge = List.of(Math.min(from, to), Math.max(from, to));
                through.computeIfAbsent(edge, it -> new HashSet<>()).add(corner);
              }
            }
          });
    }
    if (through.isEmpty()) {
      return areas;
    }
    Map<List<Long>, List<Long>> ways = new HashMap<>();
    through.forEach((edge, points) -> ways.put(edge, List.copyOf(points)));
    List<LatticeMultiPolygon> led = new ArrayList<>(areas.areas());
    List<LatticeMultiPolygon> changed = SnappedAreas.of(some, Map.of(), ways).areas();
    for (int i = 0; i < near.length; i++) {
      led.set(near[i], changed.get(i));
    }
    return new SnappedAreas(led, areas.vertexMetres());
  }

  private static void forEachEdge(LatticeMultiPolygon area, BiConsumer<Long, Long> visitor) {
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            visitor.accept(
                Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i)));
          }
        });
  }

  private static boolean passes(long from, long to, long corner) {
    return Math.min(Packed.x(from), Packed.x(to)) - 1 <= Packed.x(corner)
        && Math.max(Packed.x(from), Packed.x(to)) + 1 >= Packed.x(corner)
        && Math.min(Packed.y(from), Packed.y(to)) - 1 <= Packed.y(corner)
        && Math.max(Packed.y(from), Packed.y(to)) + 1 >= Packed.y(corner)
        && Distance.pointToSegment(steps(corner), steps(from), steps(to)) <= ROUNDED;
  }

  private static Coordinate steps(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }
}
