package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.coverage.outlines.WiderFindings;
import org.gridwright.core.coverage.rules.CodeOrder;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.UnitFindings;
import org.gridwright.core.coverage.seams.GridFindings;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.coverage.seams.Surroundings;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;

/**
 * A plan with its findings, and what is needed to check it again after an edit at little cost. A
 * check after an edit gives exactly the findings of a full one. Immutable and safe to use from any
 * thread; holds about 50 bytes a grid beside the plan.
 */
public final class CheckedPlan {

  private final PlanSeams seams;
  private final List<Finding> seamFindings;
  private final GridFindings gridFindings;
  private final UnitFindings unitFindings;
  private final PlanFaults planFaults;
  private final List<Finding> codeOrder;
  private final WiderFindings wider;
  private final List<Finding> findings;

  private CheckedPlan(
      PlanSeams seams,
      List<Finding> seamFindings,
      GridFindings gridFindings,
      UnitFindings unitFindings,
      PlanFaults planFaults,
      List<Finding> codeOrder,
      WiderFindings wider) {
    this.seams = seams;
    this.seamFindings = seamFindings;
    this.gridFindings = gridFindings;
    this.unitFindings = unitFindings;
    this.planFaults = planFaults;
    this.codeOrder = codeOrder;
    this.wider = wider;
    List<List<Finding>> all = new ArrayList<>(unitFindings.byRule());
    all.addAll(
        List.of(
            seamFindings,
            gridFindings.rings(),
            gridFindings.overVoids(),
            planFaults.findings(),
            codeOrder,
            wider.findings()));
    this.findings = FindingLists.joined(all);
  }

  /** As {@link #of(Plan, CoverageRules, Progress)}, unwatched. */
  public static CheckedPlan of(Plan plan, CoverageRules rules) {
    return of(plan, rules, Progress.NONE);
  }

  /**
   * Checks a plan in full. Takes time linear in its vertices, and what its faults cost.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static CheckedPlan of(Plan plan, CoverageRules rules, Progress progress) {
    PlanSeams seams = PlanSeams.of(plan, rules, progress.part(0, 0.4));
    Arrangement whole = seams.arrangement(progress.part(0.4, 0.5));
    return new CheckedPlan(
        seams,
        seams.findings(whole, Map.of(), progress.part(0.5, 0.6)),
        GridFindings.of(seams, progress),
        UnitFindings.of(plan, seams.ringFaults(), rules.unitRules(), progress.part(0.6, 0.8)),
        PlanFaults.of(plan, progress.part(0.8, 0.9)),
        rules.codeOrder() ? CodeOrder.findings(plan, progress) : List.of(),
        WiderFindings.of(seams, whole, progress.part(0.9, 1)));
  }

  /**
   * Checks the plan that a change makes of this one. Takes time in proportion to the change and its
   * surroundings, besides copying a few numbers for each grid.
   *
   * @throws org.gridwright.core.plan.PlanException as {@link Plan#with}
   */
  public CheckedPlan after(PlanChange change) {
    return after(change, plan().with(change));
  }

  /**
   * As {@link #after(PlanChange)}, where what the change makes of the plan is at hand.
   *
   * @param edited equal to the plan with the change
   */
  public CheckedPlan after(PlanChange change, Plan edited) {
    return after(change, edited, Progress.NONE);
  }

  /**
   * As above, watched, for changes of many grids.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public CheckedPlan after(PlanChange change, Plan edited, Progress progress) {
    return change.isEmpty() ? this : checked(change, edited, progress);
  }

  /**
   * Checks a plan that was made of this one in some other way. What was left alone is known by its
   * area being the same object.
   */
  public CheckedPlan after(Plan edited) {
    return plan().theme().equals(edited.theme())
        ? checked(PlanChange.between(plan(), edited), edited, Progress.NONE)
        : of(edited, seams.rules());
  }

  private CheckedPlan checked(PlanChange change, Plan edited, Progress progress) {
    Renumbering renumbering = renumbering(edited, change);
    progress.at(1, 5);
    PlanSeams now = seams.after(edited, renumbering, progress);
    progress.at(2, 5);
    Set<String> touched = touched(edited, renumbering);
    progress.at(3, 5);
    Surroundings.SeamFindings around = seamFindingsAfter(now, renumbering, progress.quiet());
    progress.at(4, 5);
    GridFindings ofGrids =
        gridFindings.after(now, now.voids() == seams.voids(), renumbering, touched);
    progress.checkpoint();
    UnitFindings ofUnits = unitFindings.after(edited, now.ringFaults(), renumbering, touched);
    progress.checkpoint();
    return new CheckedPlan(
        now,
        around.findings(),
        ofGrids,
        ofUnits,
        planFaults.after(change, edited),
        seams.rules().codeOrder() ? CodeOrder.after(codeOrder, plan(), change, edited) : List.of(),
        wider.after(seams, now, change, renumbering, around.sameBorder()));
  }

  public Plan plan() {
    return seams.plan();
  }

  /** What the plan was checked by. */
  public CoverageRules rules() {
    return seams.rules();
  }

  /** Everything that is wrong, ordered by kind, units and place. */
  public List<Finding> findings() {
    return findings;
  }

  /** Where each grid of the plan after a change is in this plan, with the very same area. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private Renumbering renumbering(Plan edited, PlanChange change) {
    int depth = plan().theme().gridLevel().depth();
    BitSet gone = new BitSet();
    BitSet fresh = new BitSet();
    for (UnitChange unit : change.units()) {
      boolean sameArea =
          unit.before() != null
              && unit.after() != null
              && unit.before().area() == unit.after().area();
      if (unit.depth() == depth && !sameArea) {
        if (unit.before() != null) {
          gone.set(plan().indexOf(depth, unit.code()));
        }
        if (unit.after() != null) {
          fresh.set(edited.indexOf(depth, unit.code()));
        }
      }
    }
    return Renumbering.of(plan().grids().size(), gone, edited.grids().size(), fresh);
  }

  /** Codes of the grids that were changed, added or removed. */
  private Set<String> touched(Plan edited, Renumbering renumbering) {
    Set<String> touched = new HashSet<>();
    for (int was : renumbering.gone()) {
      touched.add(plan().grids().get(was).code());
    }
    for (int grid : renumbering.fresh()) {
      touched.add(edited.grids().get(grid).code());
    }
    return touched;
  }

  private Surroundings.SeamFindings seamFindingsAfter(
      PlanSeams now, Renumbering renumbering, Progress progress) {
    return Surroundings.check(seams, seamFindings, now, renumbering)
        .orElseGet(
            () ->
                new Surroundings.SeamFindings(
                    now.findings(
                        now.arrangement(progress),
                        now.voids() == seams.voids() ? byId() : Map.of(),
                        progress),
                    false));
  }

  private Map<String, Finding> byId() {
    return seamFindings.stream()
        .collect(Collectors.toMap(Finding::id, finding -> finding, (a, b) -> a));
  }
}
