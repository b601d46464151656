package org.gridwright.api.http.answer;

import java.util.List;
import org.gridwright.data.model.Officer;
import org.jspecify.annotations.Nullable;

/** Who answers for a grid. */
public record OfficerRef(String id, String name, String role, @Nullable String contact) {

  public static List<OfficerRef> of(List<Officer> officers) {
    return officers.stream()
        .map(each -> new OfficerRef(each.id(), each.name(), each.role(), each.contact()))
        .toList();
  }
}
