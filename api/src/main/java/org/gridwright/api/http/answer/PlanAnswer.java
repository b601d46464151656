package org.gridwright.api.http.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** A plan without its units. */
public record PlanAnswer(
    long id,
    String theme,
    long revision,
    String status,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String author,
    String reason,
    @Nullable String accepted,
    Instant created) {

  public static PlanAnswer of(PlanInfo plan) {
    return new PlanAnswer(
        plan.id(),
        plan.theme(),
        plan.revision(),
        plan.status().name().toLowerCase(Locale.ROOT),
        plan.effectiveFrom(),
        plan.effectiveTo(),
        plan.author().name(),
        plan.reason(),
        plan.accepted(),
        plan.created());
  }
}
