package org.gridwright.api.browser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * A corner where three grids or more meet, and what lies around it.
 *
 * @param corner where they meet
 * @param grids their codes
 * @param ends the corners next to it, along the borders that end there
 */
record Crossroads(LatticePoint corner, List<String> grids, List<LatticePoint> ends) {

  /**
   * The inner one with the longest shortest border edge: there is room to move.
   *
   * @param skip how many better ones are left out: each test takes its own
   */
  static Crossroads in(Plan plan, int skip) {
    Map<LatticePoint, Map<String, List<LatticePoint>>> around = new HashMap<>();
    for (Unit grid : plan.grids()) {
      grid.drawnArea().forEachRing(ring -> collect(grid.code(), ring, around));
    }
    return around.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= 3 && inner(entry.getValue()))
        .map(
            entry ->
                new Crossroads(
                    entry.getKey(),
                    List.copyOf(entry.getValue().keySet()),
                    entry.getValue().values().stream().flatMap(List::stream).distinct().toList()))
        .sorted(
            (a, b) -> {
              int room = Double.compare(b.room(), a.room());
              return room != 0 ? room : Integer.compare(a.corner().x(), b.corner().x());
            })
        .skip(skip)
        .findFirst()
        .orElseThrow();
  }

  /** A place between the corner and the end of a border, as a part of the way. */
  LatticePoint towards(LatticePoint end, double part) {
    return new LatticePoint(
        (int) Math.round(corner.x() + (end.x() - (double) corner.x()) * part),
        (int) Math.round(corner.y() + (end.y() - (double) corner.y()) * part));
  }

  /** A place inside a grid, part of the way from the corner to the middle of the grid's box. */
  LatticePoint inside(Plan plan, String grid) {
    return towards(middle(box(plan, grid)), 0.15);
  }

  /** A place in the nearest grid that does not meet here: borders lie between. */
  LatticePoint strangeGround(Plan plan) {
    Locator locator = JtsLocator.of(plan);
    return plan.grids().stream()
        .filter(grid -> !grids.contains(grid.code()))
        .map(grid -> middle(grid.drawnArea().envelope()))
        .filter(
            place -> {
              int owner = locator.owner(place.x(), place.y());
              return owner > 0 && !grids.contains(plan.grids().get(owner - 1).code());
            })
        .min(Comparator.comparingDouble(this::distance))
        .orElseThrow();
  }

  /**
   * A new border between the two grids beside a border that ends here: from the corner into one of
   * them and to the border's next corner.
   */
  List<LatticePoint> detour() {
    LatticePoint end = ends.get(0);
    LatticePoint half = towards(end, 0.5);
    LatticePoint aside =
        new LatticePoint(
            half.x() - (end.y() - corner.y()) / 4, half.y() + (end.x() - corner.x()) / 4);
    return List.of(corner, aside, end);
  }

  private double distance(LatticePoint place) {
    return Math.hypot(place.x() - (double) corner.x(), place.y() - (double) corner.y());
  }

  private static LatticePoint middle(LatticeEnvelope box) {
    return new LatticePoint(
        (int) ((box.minX() + (long) box.maxX()) / 2), (int) ((box.minY() + (long) box.maxY()) / 2));
  }

  private static LatticeEnvelope box(Plan plan, String grid) {
    return plan.grids().stream()
        .filter(unit -> unit.code().equals(grid))
        .findFirst()
        .orElseThrow()
        .drawnArea()
        .envelope();
  }

  private double room() {
    return ends.stream()
        .mapToDouble(end -> Math.hypot(end.x() - corner.x(), end.y() - corner.y()))
        .min()
        .orElse(0);
  }

  /** Each border that ends in an inner corner has a grid on both sides. */
  private static boolean inner(Map<String, List<LatticePoint>> neighbours) {
    Map<LatticePoint, Integer> sides = new HashMap<>();
    neighbours.values().forEach(ends -> ends.forEach(end -> sides.merge(end, 1, Integer::sum)));
    return sides.values().stream().allMatch(count -> count == 2);
  }

  private static void collect(
      String code, LatticeRing ring, Map<LatticePoint, Map<String, List<LatticePoint>>> around) {
    int n = ring.size();
    boolean closed = ring.x(0) == ring.x(n - 1) && ring.y(0) == ring.y(n - 1);
    int corners = closed ? n - 1 : n;
    for (int i = 0; i < corners; i++) {
      around
          .computeIfAbsent(at(ring, i), any -> new HashMap<>())
          .computeIfAbsent(code, any -> new ArrayList<>())
          .addAll(List.of(at(ring, (i + corners - 1) % corners), at(ring, (i + 1) % corners)));
    }
  }

  private static LatticePoint at(LatticeRing ring, int i) {
    return new LatticePoint(ring.x(i), ring.y(i));
  }
}
