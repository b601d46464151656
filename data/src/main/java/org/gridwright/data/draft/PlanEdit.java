package org.gridwright.data.draft;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/**
 * An edit as a function of the plan: the same edit can be made on a plan that has moved on. Pure;
 * called more than once.
 */
@FunctionalInterface
public interface PlanEdit {

  /**
   * What the edit does to a plan.
   *
   * @throws EditRefusedException when it makes no sense there
   */
  PlanChange on(Plan plan);
}
