package org.gridwright.core.divide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** What has to hold for every proposal, checked with JTS, the partition and the locator. */
final class RedrawAssert {

  private RedrawAssert() {}

  /**
   * @param edgesMatch whether the plan before is one whose neighbours share all vertices
   */
  static void assertSound(Redraw redraw, WeightedPoints points, boolean edgesMatch) {
    Plan before = redraw.before();
    Plan after = redraw.after();
    assertSeamless(after, edgesMatch);
    assertSameGround(redraw, before, after);
    assertOthersStay(redraw, before, after);
    assertParentsMatch(after);
    assertReport(redraw, after, points);
  }

  private static void assertSeamless(Plan after, boolean edgesMatch) {
    try {
      Partition.of(after);
    } catch (NotSeamlessException e) {
      throw new AssertionError(e);
    }
    for (Unit grid : after.grids()) {
      Geometry steps = LatticeJts.toSteps(grid.drawnArea());
      assertThat(steps.isValid()).as(() -> "valid: " + steps).isTrue();
    }
    if (edgesMatch) {
      assertThat(CoverageValidator.isValid(steps(after.grids()))).as("edges match").isTrue();
    }
  }

  private static void assertSameGround(Redraw redraw, Plan before, Plan after) {
    Set<String> kept = new HashSet<>();
    redraw.grids().forEach(grid -> kept.add(grid.code()));
    List<Unit> gone = new ArrayList<>();
    for (Unit grid : before.grids()) {
      Unit now = after.unit(grid.depth(), grid.code()).orElse(null);
      if (now == null || kept.contains(grid.code())) {
        gone.add(grid);
      }
    }
    if (!gone.isEmpty()) {
      Geometry was = UnaryUnionOp.union(List.of(steps(gone)));
      Geometry is = UnaryUnionOp.union(List.of(steps(redraw.grids())));
      if (redraw.touched().isEmpty()) {
        assertThat(is.equalsTopo(was)).as(() -> "same ground: " + was + "\n" + is).isTrue();
      } else {
        assertThat(is.symDifference(was).getArea()).isLessThan(was.getLength());
        assertThat(List.of(is.getCoordinates())).containsAll(List.of(was.getCoordinates()));
      }
    }
  }

  private static void assertOthersStay(Redraw redraw, Plan before, Plan after) {
    Set<String> touched = new HashSet<>();
    redraw.touched().forEach(each -> touched.add(each.depth() + " " + each.code()));
    Set<String> redrawn = new HashSet<>();
    redraw.grids().forEach(grid -> redrawn.add(grid.depth() + " " + grid.code()));
    for (int depth = 0; depth < before.theme().levels().size(); depth++) {
      for (Unit unit : after.units(depth)) {
        Unit was = before.unit(depth, unit.code()).orElse(null);
        String key = depth + " " + unit.code();
        if (touched.contains(key)) {
          Geometry from = LatticeJts.toSteps(Objects.requireNonNull(was, key).drawnArea());
          Geometry to = LatticeJts.toSteps(unit.drawnArea());
          assertThat(List.of(to.getCoordinates())).containsAll(List.of(from.getCoordinates()));
          assertThat(to.symDifference(from).getArea()).isLessThan(from.getLength());
        } else if (!redrawn.contains(key)) {
          assertThat(unit).isSameAs(was);
        }
      }
    }
  }

  private static void assertParentsMatch(Plan after) {
    for (int depth = 0; depth < after.theme().levels().size() - 1; depth++) {
      for (Unit unit : after.units(depth)) {
        List<Unit> children =
            after.units(depth + 1).stream()
                .filter(child -> unit.code().equals(child.parentCode()) && child.area() != null)
                .toList();
        if (unit.area() != null && !children.isEmpty()) {
          Geometry union = UnaryUnionOp.union(List.of(steps(children)));
          assertThat(union.equalsTopo(LatticeJts.toSteps(unit.drawnArea())))
              .as(unit.code() + " is the union of its children")
              .isTrue();
        }
      }
    }
  }

  private static void assertReport(Redraw redraw, Plan after, WeightedPoints points) {
    RedrawReport report = redraw.report();
    assertThat(report.grids().stream().map(RedrawReport.Grid::code))
        .isEqualTo(redraw.grids().stream().map(Unit::code).toList());
    Map<String, Double> weight = new HashMap<>();
    JtsLocator locator = JtsLocator.of(after);
    Geometry edge = UnaryUnionOp.union(List.of(steps(after.grids()))).getBoundary();
    double loose = 0;
    for (int i = 0; i < points.size(); i++) {
      int owner = locator.owner(points.x(i), points.y(i));
      if (edge.distance(point(points, i)) == 0) {
        loose += points.weight(i);
      } else if (owner > 0) {
        weight.merge(after.grids().get(owner - 1).code(), points.weight(i), Double::sum);
      }
    }
    for (RedrawReport.Grid grid : report.grids()) {
      double inside = weight.getOrDefault(grid.code(), 0.0);
      assertThat(grid.weight()).as("weight of " + grid.code()).isBetween(inside, inside + loose);
      assertThat(grid.polsbyPopper()).isBetween(0.0, 1.0);
      assertThat(grid.reock()).isBetween(0.0, 1.0);
    }
    assertThat(report.isBalanced() || hasNote(report, "off the mean")).isTrue();
  }

  private static Geometry point(WeightedPoints points, int i) {
    return new GeometryFactory().createPoint(new Coordinate(points.x(i), points.y(i)));
  }

  static boolean hasNote(RedrawReport report, String part) {
    return report.tolerance() == 0
        || report.remarks().stream().anyMatch(note -> note.toString().contains(part));
  }

  private static Geometry[] steps(List<Unit> units) {
    return units.stream()
        .map(unit -> LatticeJts.toSteps(unit.drawnArea()))
        .toArray(Geometry[]::new);
  }
}
