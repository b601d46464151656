package org.gridwright.api.http.events;

import java.time.LocalDate;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** The event {@code plan}: a plan was published. */
public record PlanEvent(long id, String theme, @Nullable LocalDate effectiveFrom) {

  public static PlanEvent of(PlanInfo plan) {
    return new PlanEvent(plan.id(), plan.theme(), plan.effectiveFrom());
  }
}
