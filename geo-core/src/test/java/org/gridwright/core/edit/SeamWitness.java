package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.edit.SeamLedger.Edge;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * Watches a plan being edited and knows, without the code that makes the edits or the one that
 * checks them, whether its seam holds: by a {@link SeamLedger} after each edit, and by JTS.
 */
final class SeamWitness {

  /** Edits that may move the outer edge of what is covered by more than rounding. */
  static final Set<String> AT_LARGE =
      Set.of("add-unit", "move-vertex", "add-vertex", "remove-vertex", "even-border", "batch");

  /** Steps by which an outer edge may be led aside where a drawn line meets it. */
  private static final double ROUNDING = 3;

  /** Above so many vertices the union of all grids takes too long. */
  private static final int MOST_VERTICES = 500_000;

  private final int gridDepth;
  private final SeamLedger ledger;
  private final Set<String> invalid = new HashSet<>();
  private final int faults;

  SeamWitness(Plan start) {
    this.gridDepth = start.theme().gridLevel().depth();
    this.ledger = SeamLedger.of(start);
    for (Unit grid : start.grids()) {
      if (!LatticeJts.toSteps(grid.drawnArea()).isValid()) {
        invalid.add(grid.code());
      }
    }
    this.faults = faults(start);
  }

  /** Fails where a change has broken the seam. */
  @SuppressWarnings("ReferenceEquality") // what is not redrawn keeps its area
  void saw(String kind, EditablePlan after, PlanChange change) {
    Set<Edge> moved = ledger.book(change, gridDepth);
    List<Unit> drawn = new ArrayList<>();
    for (UnitChange unit : change.units()) {
      Unit now = unit.after();
      if (unit.depth() == gridDepth && now != null) {
        boolean redrawn = unit.before() == null || unit.before().area() != now.area();
        if (redrawn) {
          drawn.add(now);
        }
      }
    }
    drawn.forEach(this::requireValid);
    if (!moved.isEmpty()) {
      if (!AT_LARGE.contains(kind)) {
        requireNear(moved);
      }
      drawn.forEach(grid -> requireAlone(after, grid));
    }
    requireSums(after.plan(), change);
  }

  /** Looks at all grids at once, by JTS. */
  void seeAll(Plan plan) {
    assertThat(faults(plan)).as("grids that JTS finds at fault").isLessThanOrEqualTo(faults);
    Geometry[] grids = grids(plan);
    if (invalid.isEmpty()
        && faults == 0
        && Arrays.stream(grids).mapToInt(Geometry::getNumPoints).sum() < MOST_VERTICES) {
      Geometry union = CoverageUnion.union(factory().createGeometryCollection(grids));
      assertThat(SeamLedger.area2(LatticeJts.fromSteps(union)))
          .as("the ground of all, and the sum of all grounds")
          .isEqualTo(ledger.area2());
    }
  }

  private void requireValid(Unit grid) {
    MultiPolygon area = LatticeJts.toSteps(grid.drawnArea());
    assertThat(invalid.contains(grid.code()) || area.isValid())
        .as("%s is a simple area: %s", grid.code(), area)
        .isTrue();
  }

  /** Edges that are alone now lie where such edges were before, and the other way round. */
  private void requireNear(Set<Edge> moved) {
    for (Edge edge : moved) {
      LineSegment line = segment(edge);
      assertThat(moved)
          .as("an outer edge beside %s", edge)
          .anyMatch(
              other ->
                  ledger.isAlone(other) != ledger.isAlone(edge)
                      && (segment(other).distance(line.midPoint()) <= ROUNDING
                          || line.distance(segment(other).midPoint()) <= ROUNDING));
    }
  }

  /** A grid has no ground in common with those around it. */
  private static void requireAlone(EditablePlan plan, Unit grid) {
    MultiPolygon area = LatticeJts.toSteps(grid.drawnArea());
    for (Unit other : plan.gridsNear(grid.drawnArea().envelope())) {
      if (!other.code().equals(grid.code())) {
        assertThat(area.relate(LatticeJts.toSteps(other.drawnArea()), "2********"))
            .as("%s and %s overlap", grid.code(), other.code())
            .isFalse();
      }
    }
  }

  /** Upper units that have changed, or that have children that did, are as large as these. */
  private static void requireSums(Plan plan, PlanChange change) {
    List<Map<String, BigInteger>> sums = new ArrayList<>();
    plan.theme().levels().forEach(level -> sums.add(new HashMap<>()));
    for (UnitChange unit : change.units()) {
      for (Unit side : new Unit[] {unit.before(), unit.after()}) {
        if (side != null && side.parentCode() != null) {
          sums.get(side.depth() - 1).put(side.parentCode(), BigInteger.ZERO);
        }
      }
    }
    for (int depth = 0; depth + 1 < sums.size(); depth++) {
      Map<String, BigInteger> level = sums.get(depth);
      for (Unit child : level.isEmpty() ? List.<Unit>of() : plan.units(depth + 1)) {
        level.computeIfPresent(
            child.parent().orElseThrow(),
            (code, sum) -> sum.add(SeamLedger.area2(child.drawnArea())));
      }
      for (Map.Entry<String, BigInteger> parent : level.entrySet()) {
        assertThat(
                plan.unit(depth, parent.getKey())
                    .map(unit -> SeamLedger.area2(unit.drawnArea()))
                    .orElse(BigInteger.ZERO))
            .as("%s and the units below it", parent.getKey())
            .isEqualTo(parent.getValue());
      }
    }
  }

  private static int faults(Plan plan) {
    Geometry[] grids = grids(plan);
    Geometry[] results = CoverageValidator.validate(grids);
    return (int)
        IntStream.range(0, grids.length)
            .filter(i -> results[i] != null && !results[i].isEmpty())
            .filter(i -> isFault(results[i], grids, i))
            .count();
  }

  /**
   * Whether what the validator shows of a grid meets another one in more than its own ends. Where a
   * hole touches its shell, JTS 1.20 takes an outer edge that ends there for one that enters.
   */
  private static boolean isFault(Geometry shown, Geometry[] grids, int grid) {
    return IntStream.range(0, grids.length)
        .filter(other -> other != grid)
        .mapToObj(other -> grids[other].intersection(shown))
        .anyMatch(common -> !shown.getBoundary().covers(common));
  }

  private static Geometry[] grids(Plan plan) {
    return plan.grids().stream()
        .map(grid -> LatticeJts.toSteps(grid.drawnArea()))
        .toArray(Geometry[]::new);
  }

  private static GeometryFactory factory() {
    return new GeometryFactory(new PrecisionModel(1));
  }

  private static LineSegment segment(Edge edge) {
    return new LineSegment(
        new Coordinate(edge.x1(), edge.y1()), new Coordinate(edge.x2(), edge.y2()));
  }
}
