package org.gridwright.api.http.units;

import java.time.LocalDate;
import org.gridwright.api.http.Parameters;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/v1/units} asks for; null means any, or the default. */
record UnitsRequest(
    @Nullable String theme,
    @Nullable String level,
    @Nullable LocalDate at,
    @Nullable String parent,
    @Nullable String text,
    int limit) {

  private static final int DEFAULT_LIMIT = 1000;
  private static final int MAX_LIMIT = 10_000;

  static UnitsRequest parse(Parameters parameters) {
    return new UnitsRequest(
        parameters.text("theme").orElse(null),
        parameters.text("level").orElse(null),
        parameters.date("at").orElse(null),
        parameters.text("parent").orElse(null),
        parameters.text("q").orElse(null),
        parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
  }
}
