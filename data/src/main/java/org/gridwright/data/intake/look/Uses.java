package org.gridwright.data.intake.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.data.intake.look.FileLook.Use;

/** What records can be imported as. */
final class Uses {

  /** What a roster has beside ids and names. */
  private static final List<String> OF_ROSTERS = List.of("grid", "role", "contact", "from", "to");

  private Uses() {}

  /** The likeliest first; empty where nothing can be made of them. */
  static List<Use> of(
      List<FieldLook> fields, boolean areas, boolean hasPoints, PointProposal points) {
    Set<String> names =
        fields.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    List<Use> uses = new ArrayList<>();
    if (areas) {
      uses.add(Use.ZONES);
      uses.add(Use.OUTLINES);
      uses.add(Use.JURISDICTION);
    }
    if (hasPoints || points.hasPlace()) {
      boolean incidents = !points.time().isEmpty();
      uses.add(incidents ? Use.INCIDENTS : Use.ADDRESSES);
      uses.add(incidents ? Use.ADDRESSES : Use.INCIDENTS);
    }
    if (!areas && names.containsAll(Set.of("id", "name"))) {
      boolean roster = OF_ROSTERS.stream().anyMatch(names::contains);
      uses.add(roster && !points.hasPlace() ? 0 : uses.size(), Use.OFFICERS);
    }
    return uses;
  }
}
