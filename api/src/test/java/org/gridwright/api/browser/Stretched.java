package org.gridwright.api.browser;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Two edges of a border in a row, apart enough on the map, with a bend where no other border
 * begins.
 */
record Stretched(LatticePoint from, LatticePoint middle, LatticePoint to) {

  /** Some 20 to 60 m. */
  private static final double LEAST = 2_000;

  private static final double MOST = 15_000;

  static Stretched in(Plan plan) {
    Map<LatticePoint, Set<LatticePoint>> beside = new HashMap<>();
    Map<LatticePoint, Set<String>> owners = new HashMap<>();
    for (Unit grid : plan.grids()) {
      grid.drawnArea()
          .forEachRing(
              ring -> {
                for (int i = 1; i < ring.size(); i++) {
                  LatticePoint a = at(ring, i - 1);
                  LatticePoint b = at(ring, i);
                  beside.computeIfAbsent(a, it -> new HashSet<>()).add(b);
                  beside.computeIfAbsent(b, it -> new HashSet<>()).add(a);
                  owners.computeIfAbsent(a, it -> new HashSet<>()).add(grid.code());
                }
              });
    }
    return beside.entrySet().stream()
        .filter(it -> it.getValue().size() == 2)
        .filter(it -> owners.getOrDefault(it.getKey(), Set.of()).size() == 2)
        .map(
            it -> {
              var ends = it.getValue().iterator();
              return new Stretched(ends.next(), it.getKey(), ends.next());
            })
        .filter(it -> fits(it.from, it.middle) && fits(it.middle, it.to) && it.bends())
        .findFirst()
        .orElseThrow();
  }

  private boolean bends() {
    double cross =
        ((double) middle.x() - from.x()) * ((double) to.y() - from.y())
            - ((double) middle.y() - from.y()) * ((double) to.x() - from.x());
    return Math.abs(cross) > 0.02 * LEAST * LEAST;
  }

  private static boolean fits(LatticePoint a, LatticePoint b) {
    double away = Math.hypot((double) a.x() - b.x(), (double) a.y() - b.y());
    return away > LEAST && away < MOST;
  }

  private static LatticePoint at(LatticeRing ring, int i) {
    return new LatticePoint(ring.x(i), ring.y(i));
  }
}
