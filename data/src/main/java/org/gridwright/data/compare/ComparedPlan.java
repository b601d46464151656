package org.gridwright.data.compare;

import java.util.function.Supplier;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Once;

/**
 * One side of a comparison.
 *
 * @param kind what it is
 * @param id of the plan or draft; 0 for a file
 * @param plan its units
 * @param locator of its grids; asked for only where there are points to look up
 * @param facts of which counts the numbers of its grids are made; asked for only where that is told
 */
public record ComparedPlan(
    Kind kind, long id, Plan plan, Supplier<Locator> locator, Supplier<PlanFacts> facts) {

  /** A plan whose attributes say everything. */
  public ComparedPlan(Kind kind, long id, Plan plan, Supplier<Locator> locator) {
    this(kind, id, plan, locator, new Once<>(() -> PlanFacts.of(plan, FactBasis.of(plan))));
  }

  /** Where a plan comes from. */
  public enum Kind {
    PLAN,
    DRAFT,
    FILE
  }
}
