package org.gridwright.api.http;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.store.IncidentStore;

/** Reads which incidents are meant: a period, hours, weekdays, category, status and box. */
public final class IncidentFilter {

  /** What {@link #parse} reads. */
  public static final KnownParameters KNOWN =
      KnownParameters.of("from", "to", "hours", "weekdays", "category", "status", "bbox");

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
        from,
        to,
        parameters.text("category").orElse(null),
        status,
        parameters.box(),
        WeekWords.times(
            numbers(parameters, "hours", 0, WeekWords.LAST_HOUR),
            numbers(parameters, "weekdays", WeekWords.MONDAY, WeekWords.SUNDAY)));
  }

  private static Optional<Collection<Integer>> numbers(
      Parameters parameters, String name, int least, int most) {
    return parameters
        .text(name)
        .map(
            text ->
                WeekWords.numbers(text, least, most)
                    .orElseThrow(
                        () ->
                            ProblemException.badParameter(
                                name, ApiMessages.of("http." + name, text))));
  }
}
