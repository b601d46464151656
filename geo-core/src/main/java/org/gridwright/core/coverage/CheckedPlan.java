package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.EdgeMatching;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A plan with its findings, and what is needed to check it again after an edit at little cost. A
 * check after an edit gives exactly the findings of a full one. Immutable and safe to use from any
 * thread; holds about 1 byte an edge and 40 bytes a grid beside the plan.
 */
public final class CheckedPlan {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(finding -> String.join("\n", finding.units()), Plan.CODE_ORDER)
          .thenComparing(Finding::place, CheckedPlan::westToEast)
          .thenComparing(Finding::id);

  private final Plan plan;
  private final CoverageRules rules;
  private final EdgeMatching matching;
  private final RingFaults ringFaults;
  private final VoidGround voids;
  private final VoidFinder overVoids;
  private final List<Finding> planFaults;
  private final List<Finding> findings;

  private CheckedPlan(
      Plan plan,
      CoverageRules rules,
      EdgeMatching matching,
      RingFaults ringFaults,
      List<Finding> planFaults,
      @Nullable CheckedPlan earlier) {
    this.plan = plan;
    this.rules = rules;
    this.matching = matching;
    this.ringFaults = ringFaults;
    this.planFaults = planFaults;
    boolean sameVoids = earlier != null && earlier.plan.voids().equals(plan.voids());
    this.voids = sameVoids ? earlier.voids : VoidGround.of(plan.voids());
    this.overVoids =
        new VoidFinder(
            plan,
            voids,
            rules.smallestSquareMetres(),
            ringFaults,
            sameVoids ? earlier.overVoids : null);
    List<Finding> all = new ArrayList<>(planFaults);
    ringFaults.byGrid().forEach((grid, error) -> all.add(invalidRing(grid, error)));
    Arrangement arrangement =
        rules
            .jurisdiction()
            .map(area -> Arrangement.within(area, matching, ringFaults.grids()))
            .orElseGet(() -> Arrangement.of(matching, ringFaults.grids()));
    Map<String, Finding> known = new HashMap<>();
    if (sameVoids) {
      earlier.findings.forEach(finding -> known.put(finding.id(), finding));
    }
    Examined examined = new Examined(plan, arrangement, rules, voids, known);
    OverlapFinder overlaps = new OverlapFinder(examined);
    GapFinder gaps = new GapFinder(examined);
    all.addAll(overlaps.findings().values());
    all.addAll(gaps.findings().values());
    all.addAll(new MismatchFinder(examined, overlaps, gaps).findings());
    if (rules.jurisdiction().isPresent()) {
      all.addAll(new JurisdictionFinder(examined).findings());
    }
    all.addAll(overVoids.findings());
    if (rules.codeOrder()) {
      all.addAll(CodeOrder.findings(plan));
    }
    UnitShapes shapes = new UnitShapes(plan, ringFaults);
    rules.unitRules().forEach(rule -> all.addAll(rule.find(shapes)));
    all.sort(ORDER);
    this.findings = List.copyOf(all);
  }

  /** Checks a plan in full. Takes time linear in its vertices, and what its faults cost. */
  public static CheckedPlan of(Plan plan, CoverageRules rules) {
    List<LatticeMultiPolygon> areas = areas(plan);
    return new CheckedPlan(
        plan, rules, EdgeMatching.of(areas), RingFaults.of(areas), PlanFaults.of(plan), null);
  }

  /**
   * Checks the plan that an edit made of this one. What the edit left alone is known by its area
   * being the same object; so a plan made in another way costs as much as a full check.
   */
  public CheckedPlan after(Plan edited) {
    int[] before = positionsBefore(edited);
    List<LatticeMultiPolygon> areas = areas(edited);
    return new CheckedPlan(
        edited,
        rules,
        matching.after(areas, before),
        ringFaults.after(areas, before),
        planFaults.isEmpty() && hasSameUnits(edited) ? planFaults : PlanFaults.of(edited),
        this);
  }

  public Plan plan() {
    return plan;
  }

  /** Everything that is wrong, ordered by kind, units and place. */
  public List<Finding> findings() {
    return findings;
  }

  private static List<LatticeMultiPolygon> areas(Plan plan) {
    return plan.grids().stream().map(Unit::drawnArea).toList();
  }

  /** For each grid its index in this plan where it has the very same area, otherwise -1. */
  private int[] positionsBefore(Plan edited) {
    int depth = plan.theme().gridLevel().depth();
    int[] before = new int[edited.grids().size()];
    int expected = 0;
    for (int grid = 0; grid < before.length; grid++) {
      Unit unit = edited.grids().get(grid);
      boolean asExpected =
          expected < plan.grids().size() && plan.grids().get(expected).code().equals(unit.code());
      int was = asExpected ? expected : plan.indexOf(depth, unit.code());
      expected = was < 0 ? expected : was + 1;
      before[grid] = was >= 0 && plan.grids().get(was).area() == unit.area() ? was : -1;
    }
    return before;
  }

  /** Whether no unit was added, removed, given another code or parent, or drawn or undrawn. */
  private boolean hasSameUnits(Plan edited) {
    if (!plan.theme().equals(edited.theme())) {
      return false;
    }
    for (Level level : plan.theme().levels()) {
      List<Unit> before = plan.units(level.depth());
      List<Unit> after = edited.units(level.depth());
      if (before.size() != after.size()) {
        return false;
      }
      for (int i = 0; i < before.size(); i++) {
        Unit a = before.get(i);
        Unit b = after.get(i);
        if (a != b && !(a.code().equals(b.code()) && a.parent().equals(b.parent()))) {
          return false;
        }
      }
    }
    return true;
  }

  private Finding invalidRing(int grid, TopologyValidationError error) {
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
