package org.gridwright.core.coverage;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Where a fault of a unit is shown, drawn or not. Not thread-safe. */
final class UnitPlaces {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Plan plan;
  private final Map<Integer, int[]> ancestors = new HashMap<>();

  @SuppressWarnings("IdentityHashMapUsage")
  private final Map<Unit, LatticeEnvelope> boxes = new IdentityHashMap<>();

  UnitPlaces(Plan plan) {
    this.plan = plan;
  }

  /**
   * Its own area; or else the middle of its grids; or else of the nearest unit above that has any,
   * or of the whole plan.
   */
  Geometry of(Unit unit) {
    if (unit.area() != null) {
      return LatticeJts.toSteps(unit.area());
    }
    List<Unit> path = plan.path(unit);
    for (int depth = unit.depth(); depth >= 0; depth--) {
      LatticeEnvelope box = boxes.computeIfAbsent(path.get(depth), this::boxOfGrids);
      if (!box.isEmpty()) {
        return middle(box);
      }
    }
    return middle(plan.envelope());
  }

  private LatticeEnvelope boxOfGrids(Unit unit) {
    int index = plan.indexOf(unit.depth(), unit.code());
    int[] above = ancestors.computeIfAbsent(unit.depth(), plan::ancestorsOfGrids);
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (int grid = 0; grid < above.length; grid++) {
      if (above[grid] == index) {
        box = box.union(plan.grids().get(grid).drawnArea().envelope());
      }
    }
    return box;
  }

  private static Geometry middle(LatticeEnvelope box) {
    return box.isEmpty()
        ? FACTORY.createPoint()
        : FACTORY.createPoint(
            new Coordinate(
                ((double) box.minX() + box.maxX()) / 2, ((double) box.minY() + box.maxY()) / 2));
  }
}
