package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Says what is wrong with a plan. Immutable and safe to use from any thread.
 *
 * <p>The way: every area is made valid; edges that two neighbours share exactly are set aside; the
 * rest is noded and cut into {@link Faces}, and the number of grids over a face says what it is.
 * The time is linear in the vertices, plus what the unmatched edges cost: nearly nothing in a clean
 * plan, whose only unmatched edges are its outer boundary.
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
    SoundShapes shapes =
        new SoundShapes(
            plan.grids(), (unit, error) -> findings.add(invalidRing(plan, unit, error)));
    UnmatchedEdges edges = UnmatchedEdges.of(shapes);
    Faces faces = Faces.of(edges, shapes);
    Map<OverlapFinder.Pair, Finding> overlaps = new OverlapFinder(shapes, rules).find(faces.all());
    Map<Faces.Face, Finding> gaps = new GapFinder(shapes, edges, rules).find(faces.all());
    findings.addAll(overlaps.values());
    findings.addAll(gaps.values());
    findings.addAll(
        new MismatchFinder(shapes, edges, overlaps.keySet(), gaps.keySet()).find(faces));
    findings.sort(ORDER);
    return List.copyOf(findings);
  }

  private static Finding invalidRing(Plan plan, Unit unit, TopologyValidationError error) {
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
