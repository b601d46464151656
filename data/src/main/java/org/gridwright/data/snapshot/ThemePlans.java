package org.gridwright.data.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one theme at one moment.
 *
 * @param facts what its attributes were declared to be
 * @param published the published plans
 * @param current snapshot of the plan in force when this was read; null where none was
 */
record ThemePlans(
    Theme theme, FactSchema facts, List<PlanInfo> published, @Nullable PlanSnapshot current) {

  ThemePlans {
    published = List.copyOf(published);
  }

  /** The published plan in force on a day. */
  Optional<PlanInfo> inForce(LocalDate day) {
    return published.stream().filter(plan -> covers(plan, day)).findFirst();
  }

  private static boolean covers(PlanInfo plan, LocalDate day) {
    return plan.effectiveFrom() != null
        && !day.isBefore(plan.effectiveFrom())
        && (plan.effectiveTo() == null || day.isBefore(plan.effectiveTo()));
  }
}
