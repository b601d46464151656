package org.gridwright.api.http;

import java.time.LocalDateTime;
import java.util.Set;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.store.IncidentStore;

/** Reads {@code from}, {@code to}, {@code category}, {@code status} and {@code bbox}. */
public final class IncidentFilter {

  /** What {@link #parse} reads. */
  public static final KnownParameters KNOWN =
      KnownParameters.of("from", "to", "category", "status", "bbox");

  private static final Set<String> STATUSES = Set.of("open", "closed");

  private IncidentFilter() {}

  /** Which incidents a request means; {@code to} is exclusive. */
  public static IncidentStore.Query parse(Parameters parameters) {
    LocalDateTime from = parameters.moment("from");
    LocalDateTime to = parameters.moment("to");
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.badParameter("to", ApiMessages.of("http.to-before-from", to, from));
    }
    String status = parameters.text("status").orElse(null);
    if (status != null && !STATUSES.contains(status)) {
      throw ProblemException.badParameter("status", ApiMessages.of("http.status", status));
    }
    return new IncidentStore.Query(
        from, to, parameters.text("category").orElse(null), status, parameters.box());
  }
}
