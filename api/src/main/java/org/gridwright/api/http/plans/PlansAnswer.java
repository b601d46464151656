package org.gridwright.api.http.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v1/plans}. */
record PlansAnswer(List<Item> plans) {

  record Item(
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

    static Item of(PlanInfo plan) {
      return new Item(
          plan.id(),
          plan.theme(),
          plan.revision(),
          plan.status().name().toLowerCase(Locale.ROOT),
          plan.effectiveFrom(),
          plan.effectiveTo(),
          plan.author(),
          plan.reason(),
          plan.accepted(),
          plan.created());
    }
  }
}
