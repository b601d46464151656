package org.gridwright.core.coverage;

import java.util.List;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;

/**
 * Says what is wrong with a plan. Immutable and safe to use from any thread.
 *
 * <p>The {@link org.gridwright.core.arrangement.Arrangement} of the plan does the work: the number
 * of grids over each of its faces says what the face is. The time is linear in the vertices, plus
 * what the surroundings of unmatched edges cost: nearly nothing in a clean plan, whose only
 * unmatched edges are its outer boundary.
 */
public final class CoverageCheck {

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
   * same list. Use {@link CheckedPlan} to check again after an edit.
   */
  public List<Finding> check(Plan plan) {
    return check(plan, Progress.NONE);
  }

  /**
   * As {@link #check(Plan)}, watched.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public List<Finding> check(Plan plan, Progress progress) {
    return CheckedPlan.of(plan, rules, progress).findings();
  }
}
