package org.gridwright.core.divide;

import java.util.Optional;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.IntersectionMatrix;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Whether land is free of grids. */
final class PlanOverlap {

  private PlanOverlap() {}

  /** The first grid whose inside meets that of an area. */
  static Optional<Unit> first(Plan plan, LatticeMultiPolygon area) {
    PreparedGeometry land = PreparedGeometryFactory.prepare(LatticeJts.toSteps(area));
    return plan.grids().stream()
        .filter(grid -> grid.drawnArea().envelope().intersects(area.envelope()))
        .filter(
            grid -> {
              var steps = LatticeJts.toSteps(grid.drawnArea());
              IntersectionMatrix relation =
                  land.intersects(steps) ? land.getGeometry().relate(steps) : null;
              return relation != null && relation.matches("T********");
            })
        .findFirst();
  }
}
