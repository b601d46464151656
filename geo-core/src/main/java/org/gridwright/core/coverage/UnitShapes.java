package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Geometry;

/** The valid grids of a plan, as the rules about single grids look at them. */
public final class UnitShapes {

  /**
   * A valid grid.
   *
   * @param steps its area in lattice steps
   */
  record Shape(Unit unit, Geometry steps, LocalMetric metric) {

    double squareMetres() {
      return metric.squareMetres(steps);
    }

    /** Its area in metres east and north of its middle. */
    Geometry metres() {
      return metric.toMetres(steps);
    }

    /** A finding at a place in lattice steps. */
    Finding finding(Finding.Kind kind, Geometry place, double width, Object... further) {
      double area = LocalMetric.around(place).squareMetres(place);
      Object[] said = new Object[further.length + 1];
      said[0] = unit.code();
      System.arraycopy(further, 0, said, 1, further.length);
      return FindingMaker.make(
          kind,
          Severity.WARNING,
          place,
          area,
          width,
          List.of(unit.code()),
          Message.core("coverage." + kind.id(), said));
    }
  }

  /** Looks at one grid. */
  @FunctionalInterface
  interface Look {
    Optional<Finding> at(Shape shape);
  }

  private final List<Unit> units;

  UnitShapes(Plan plan, RingFaults faults) {
    Map<Integer, ?> faulty = faults.byGrid();
    this.units =
        IntStream.range(0, plan.grids().size())
            .filter(grid -> !faulty.containsKey(grid))
            .mapToObj(plan.grids()::get)
            .toList();
  }

  /** Looks at every grid, in parallel; findings in code order. */
  List<Finding> each(Look look) {
    return units.parallelStream()
        .map(UnitShapes::shape)
        .flatMap(it -> look.at(it).stream())
        .toList();
  }

  /** Areas in square metres, ascending. */
  double[] sizes() {
    return units.parallelStream()
        .map(UnitShapes::shape)
        .mapToDouble(Shape::squareMetres)
        .sorted()
        .toArray();
  }

  private static Shape shape(Unit unit) {
    Geometry steps = LatticeJts.toSteps(unit.drawnArea());
    return new Shape(unit, steps, LocalMetric.around(steps));
  }
}
