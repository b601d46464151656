package org.gridwright.api.http.locate;

import java.time.LocalDate;
import org.gridwright.api.http.Parameters;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/v1/locate} asks for. */
record LocateRequest(LatticePoint point, @Nullable String theme, @Nullable LocalDate at) {

  static LocateRequest parse(Parameters parameters) {
    return new LocateRequest(
        parameters.point(),
        parameters.text("theme").orElse(null),
        parameters.date("at").orElse(null));
  }
}
