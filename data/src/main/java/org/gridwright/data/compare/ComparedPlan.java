package org.gridwright.data.compare;

import java.util.function.Supplier;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

/**
 * One side of a comparison.
 *
 * @param kind what it is
 * @param id of the plan or draft; 0 for a file
 * @param plan its units
 * @param locator of its grids; asked for only where there are points to look up
 */
public record ComparedPlan(Kind kind, long id, Plan plan, Supplier<Locator> locator) {

  /** Where a plan comes from. */
  public enum Kind {
    PLAN,
    DRAFT,
    FILE
  }
}
