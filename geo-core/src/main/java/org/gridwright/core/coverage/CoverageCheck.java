package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Says what is wrong with a plan. Immutable and safe to use from any thread.
 *
 * <p>The {@link Arrangement} of the plan does the work: the number of grids over each of its faces
 * says what the face is. The time is linear in the vertices, plus what the surroundings of
 * unmatched edges cost: nearly nothing in a clean plan, whose only unmatched edges are its outer
 * boundary.
 */
public final class CoverageCheck {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(finding -> String.join("\n", finding.units()), Plan.CODE_ORDER)
          .thenComparing(Finding::place, CoverageCheck::westToEast)
          .thenComparing(Finding::id);

  private final CoverageRules rules;

  private CoverageCheck(CoverageRules rules) {
    this.rules = rules;
  }

  public static CoverageCheck of(CoverageRules rules) {
    return new CoverageCheck(rules);
  }

  /** A check by {@link CoverageRules#STANDARD}. */
  public static CoverageCheck standard() {
    return new CoverageCheck(CoverageRules.STANDARD);
  }

  /**
   * Everything that is wrong with a plan, ordered by kind, units and place. The same plan gives the
   * same list.
   */
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>(PlanFaults.of(plan));
    List<LatticeMultiPolygon> areas = plan.grids().stream().map(Unit::drawnArea).toList();
    RingFaults faults = RingFaults.of(areas);
    faults.byGrid().forEach((grid, error) -> findings.add(invalidRing(plan, grid, error)));
    Examined examined = new Examined(plan, Arrangement.of(areas, faults.grids()), rules);
    OverlapFinder overlaps = new OverlapFinder(examined);
    GapFinder gaps = new GapFinder(examined);
    findings.addAll(overlaps.findings().values());
    findings.addAll(gaps.findings().values());
    findings.addAll(new MismatchFinder(examined, overlaps, gaps).findings());
    findings.sort(ORDER);
    return List.copyOf(findings);
  }

  private static Finding invalidRing(Plan plan, int grid, TopologyValidationError error) {
    Unit unit = plan.grids().get(grid);
    return FindingMaker.make(
        Finding.Kind.INVALID_RING,
        FACTORY.createPoint(error.getCoordinate()),
        List.of(unit.code()),
        Message.core(
            "coverage.invalid-ring",
            plan.theme().gridLevel().name(),
            unit.code(),
            Wording.fault(error),
            Wording.place(error.getCoordinate())));
  }

  private static int westToEast(Geometry a, Geometry b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(a.isEmpty(), b.isEmpty())
        : a.getCoordinate().compareTo(b.getCoordinate());
  }
}
