package org.gridwright.api.http.units;

import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/v1/units} asks for; null means any, or the default. */
record UnitsRequest(
    PlanLookup.Meant meant,
    @Nullable String level,
    @Nullable String parent,
    @Nullable String text,
    int limit) {

  private static final int DEFAULT_LIMIT = 1000;
  private static final int MAX_LIMIT = 10_000;

  static UnitsRequest parse(Parameters parameters, PlanLookup plans) {
    return new UnitsRequest(
        plans.meant(parameters),
        parameters.text("level").orElse(null),
        parameters.text("parent").orElse(null),
        parameters.text("q").orElse(null),
        parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
  }
}
