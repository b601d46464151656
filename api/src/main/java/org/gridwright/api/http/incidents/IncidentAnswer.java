package org.gridwright.api.http.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.util.List;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.data.model.Incident;
import org.jspecify.annotations.Nullable;

/** An incident as it is sent. */
record IncidentAnswer(
    String id,
    double lon,
    double lat,
    LocalDateTime occurred,
    String category,
    String channel,
    String status,
    @Nullable Given given) {

  /**
   * The grid it was given.
   *
   * @param path to it in the plan that it was given by; empty where that is no longer at hand
   */
  record Given(String theme, long plan, String code, List<PathStep> path) {}

  /** The answer of the list. */
  record IncidentList(long total, List<IncidentAnswer> incidents) {}

  /**
   * @param now the grid of the same theme that its place is in today
   */
  record WithNow(@JsonUnwrapped IncidentAnswer incident, @Nullable UnitRef now) {}

  /**
   * @param path to the grid that it was given
   */
  static IncidentAnswer of(Incident incident, List<PathStep> path) {
    Incident.GivenGrid given = incident.given();
    return new IncidentAnswer(
        incident.id(),
        incident.place().lon(),
        incident.place().lat(),
        incident.occurred(),
        incident.category(),
        incident.channel(),
        incident.status(),
        given == null ? null : new Given(given.theme(), given.planId(), given.code(), path));
  }
}
