package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Faults of a plan that are not geometric: codes, and upper units that nothing lies below. */
final class PlanFaults {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Plan plan;
  private final List<LatticeEnvelope[]> boxes = new ArrayList<>();

  private PlanFaults(Plan plan) {
    this.plan = plan;
    for (Level level : plan.theme().levels()) {
      LatticeEnvelope[] boxesOfLevel = new LatticeEnvelope[plan.units(level.depth()).size()];
      int[] ancestors = plan.ancestorsOfGrids(level.depth());
      for (int grid = 0; grid < ancestors.length; grid++) {
        LatticeEnvelope box = plan.grids().get(grid).drawnArea().envelope();
        LatticeEnvelope sofar = boxesOfLevel[ancestors[grid]];
        boxesOfLevel[ancestors[grid]] = sofar == null ? box : sofar.union(box);
      }
      boxes.add(boxesOfLevel);
    }
  }

  static List<Finding> of(Plan plan) {
    PlanFaults faults = new PlanFaults(plan);
    List<Finding> findings = new ArrayList<>();
    for (Level level : plan.theme().levels()) {
      for (Unit unit : plan.units(level.depth())) {
        faults.codeFault(unit).ifPresent(findings::add);
        faults.hierarchyFault(level, unit).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> codeFault(Unit unit) {
    return plan.theme()
        .codes()
        .fault(plan.theme(), unit.depth(), unit.code(), unit.parent())
        .map(
            fault ->
                FindingMaker.make(
                    Finding.Kind.CODE_FAULT, placeOf(unit), List.of(unit.code()), fault));
  }

  private Optional<Finding> hierarchyFault(Level level, Unit unit) {
    int index = plan.indexOf(unit.depth(), unit.code());
    if (boxes.get(unit.depth())[index] != null) {
      return Optional.empty();
    }
    return Optional.of(
        FindingMaker.make(
            Finding.Kind.HIERARCHY_FAULT,
            placeOf(unit),
            List.of(unit.code()),
            Message.core(
                "coverage.unit-without-grids",
                level.name(),
                unit.code(),
                plan.theme().gridLevel().name())));
  }

  /**
   * Its own area; or else the middle of its grids; or else of the nearest unit above that has any,
   * or of the whole plan.
   */
  private Geometry placeOf(Unit unit) {
    if (unit.area() != null) {
      return LatticeJts.toSteps(unit.area());
    }
    List<Unit> path = plan.path(unit);
    for (int depth = unit.depth(); depth >= 0; depth--) {
      LatticeEnvelope box = boxes.get(depth)[plan.indexOf(depth, path.get(depth).code())];
      if (box != null) {
        return middle(box);
      }
    }
    return middle(plan.envelope());
  }

  private static Geometry middle(LatticeEnvelope box) {
    return box.isEmpty()
        ? FACTORY.createPoint()
        : FACTORY.createPoint(
            new Coordinate(
                ((double) box.minX() + box.maxX()) / 2, ((double) box.minY() + box.maxY()) / 2));
  }
}
