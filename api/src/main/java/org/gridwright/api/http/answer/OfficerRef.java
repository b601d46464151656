package org.gridwright.api.http.answer;

import java.util.List;
import org.gridwright.data.model.RosterEntry;
import org.jspecify.annotations.Nullable;

/** Who answers for a grid. */
public record OfficerRef(String id, String name, String role, @Nullable String contact) {

  public static List<OfficerRef> of(List<RosterEntry> entries) {
    return entries.stream()
        .map(
            each ->
                new OfficerRef(
                    each.officer().id(),
                    each.officer().name(),
                    each.assignment().role(),
                    each.officer().contact()))
        .toList();
  }
}
