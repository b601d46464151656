package org.gridwright.core.coverage.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Geometry;

/** The valid grids of a plan, as the rules about single grids look at them. */
public final class UnitShapes {

  /**
   * A valid grid.
   *
   * @param steps its area in lattice steps
   */
  public record ValidGrid(Unit unit, Geometry steps, LocalMetric metric) {

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
          kind, Severity.WARNING, place, area, width, List.of(unit.code()), kind.says(said));
    }
  }

  /** Looks at one grid. */
  @FunctionalInterface
  interface Look {
    Optional<Finding> at(ValidGrid shape);
  }

  private final List<Unit> grids;
  private final RingFaults faults;
  private final Steps looks;

  /**
   * @param looks counts each look at a grid
   */
  UnitShapes(Plan plan, RingFaults faults, Steps looks) {
    this.grids = plan.grids();
    this.faults = faults;
    this.looks = looks;
  }

  /** Looks at some grids, in parallel, and passes over those that are not valid. */
  List<Finding> each(int[] some, Look look) {
    return IntStream.of(some)
        .parallel()
        .peek(grid -> looks.done())
        .filter(this::isValid)
        .mapToObj(grid -> look.at(shape(grid)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Area of a grid in square metres; NaN for one that is not valid. */
  double size(int grid) {
    looks.done();
    return isValid(grid) ? shape(grid).squareMetres() : Double.NaN;
  }

  private boolean isValid(int grid) {
    return !faults.byGrid().containsKey(grid);
  }

  private ValidGrid shape(int grid) {
    Geometry steps = LatticeJts.toSteps(grids.get(grid).drawnArea());
    return new ValidGrid(grids.get(grid), steps, LocalMetric.around(steps));
  }
}
