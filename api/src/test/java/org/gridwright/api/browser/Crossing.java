package org.gridwright.api.browser;

import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * A grid and a level line through its middle that enters and leaves it once.
 *
 * @param line from a little outside to a little outside
 */
record Crossing(String grid, LatticePoint middle, List<LatticePoint> line) {

  /** About a metre, in steps. */
  private static final int METRE = 100;

  /** Of all grids that have one, the one at this place in the order of codes. */
  static Crossing in(Plan plan, int which) {
    return plan.grids().stream()
        .filter(grid -> grid.drawnArea().polygons().size() == 1 && crossings(grid) == 2)
        .filter(Crossing::small)
        .skip(which)
        .findFirst()
        .map(Crossing::of)
        .orElseThrow();
  }

  /** The edit that splits the grid by the line, as JSON. */
  String split() {
    String positions =
        line.stream()
            .map(point -> "[" + point.lon() + "," + point.lat() + "]")
            .collect(Collectors.joining(","));
    return "{\"type\":\"split\",\"unit\":\"%s\",\"line\":{\"type\":\"LineString\",\"coordinates\":[%s]}}"
        .formatted(grid, positions);
  }

  private static Crossing of(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    int y = level(box);
    LatticePoint middle = new LatticePoint((int) ((box.minX() + (long) box.maxX()) / 2), y);
    return new Crossing(
        grid.code(),
        middle,
        List.of(
            new LatticePoint(box.minX() - 20 * METRE, y),
            new LatticePoint(box.maxX() + 20 * METRE, y)));
  }

  /** So that all of it is in the window. */
  private static boolean small(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    return box.maxX() - box.minX() < 350 * METRE && box.maxY() - box.minY() < 350 * METRE;
  }

  private static long crossings(Unit grid) {
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int y = level(grid.drawnArea().envelope());
    long count = 0;
    for (int i = 0; i < ring.size(); i++) {
      int next = (i + 1) % ring.size();
      if (ring.y(i) > y != ring.y(next) > y) {
        count++;
      }
    }
    return count;
  }

  private static int level(LatticeEnvelope box) {
    return (int) ((box.minY() + (long) box.maxY()) / 2);
  }
}
