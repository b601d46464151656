package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * What lies in and around the units that are cut. Immutable and thread-safe.
 *
 * @param grids for each unit, the grids that go: itself, or its children
 * @param pointsOf for each unit the positions of its points among the weights
 * @param others grids that stay
 */
record DivisionGround(
    List<List<Unit>> grids, List<int[]> pointsOf, List<Unit> others, Obstacles obstacles) {

  static DivisionGround of(Plan plan, DivideOptions options, List<Unit> units, Progress progress) {
    Map<String, Integer> position = new HashMap<>();
    List<List<Unit>> grids = new ArrayList<>();
    for (Unit unit : units) {
      position.put(unit.code(), grids.size());
      grids.add(new ArrayList<>());
    }
    boolean upper = options.depth() < plan.theme().gridLevel().depth();
    List<Unit> others = new ArrayList<>();
    for (Unit grid : plan.grids()) {
      Integer unit = position.get(upper ? grid.parent().orElseThrow() : grid.code());
      (unit == null ? others : grids.get(unit)).add(grid);
    }
    List<LatticeMultiPolygon> areas = units.stream().map(Unit::drawnArea).toList();
    PointOwners beside = new PointOwners(others.stream().map(Unit::drawnArea).toList());
    int[] owner = new PointOwners(areas).ofAll(options.weights(), beside, progress);
    List<int[]> pointsOf = new ArrayList<>();
    List<IntStream.Builder> builders = new ArrayList<>();
    units.forEach(unit -> builders.add(IntStream.builder()));
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] >= 0) {
        builders.get(owner[i]).add(i);
      }
    }
    builders.forEach(builder -> pointsOf.add(builder.build().toArray()));
    progress.checkpoint();
    List<LatticeMultiPolygon> obstacles = new ArrayList<>(areas);
    others.forEach(other -> obstacles.add(other.drawnArea()));
    return new DivisionGround(grids, pointsOf, others, new Obstacles(obstacles));
  }

  int[] points(int unit) {
    return pointsOf.get(unit);
  }

  double weight(int unit, WeightedPoints weights) {
    return IntStream.of(points(unit)).mapToDouble(weights::weight).sum();
  }

  /** Codes of the grids that go. */
  Set<String> removed() {
    return Divide.codes(grids.stream().flatMap(List::stream).toList());
  }

  /** For the points of all units, the grid that each is in. */
  Map<Integer, String> gridBefore(WeightedPoints weights, Progress progress) {
    Map<Integer, String> before = new HashMap<>();
    for (int unit = 0; unit < grids.size(); unit++) {
      List<Unit> own = grids.get(unit);
      PointOwners owners = new PointOwners(own.stream().map(Unit::drawnArea).toList());
      for (int i : points(unit)) {
        progress.checkpoint();
        int holder = owners.holder(weights.x(i), weights.y(i));
        int owner = holder >= 0 ? holder : owners.toucher(weights.x(i), weights.y(i));
        if (owner >= 0) {
          before.put(i, own.get(owner).code());
        }
      }
    }
    return before;
  }
}
