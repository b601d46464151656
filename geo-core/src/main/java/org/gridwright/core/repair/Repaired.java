package org.gridwright.core.repair;

import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;

/**
 * The outcome of a repair.
 *
 * @param plan with the same units, codes, names and attributes; upper units drawn anew where they
 *     were drawn before
 * @param moved the units whose outline changed, in code order
 * @param leftovers what the check still finds: what was left on purpose, and what no rule covers
 */
public record Repaired(Plan plan, List<Movement> moved, List<Finding> leftovers) {

  public Repaired {
    moved = List.copyOf(moved);
    leftovers = List.copyOf(leftovers);
  }
}
