package org.gridwright.data.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.data.model.RosterEntry;

/** Who answers for a grid: the store itself, or {@link OfficerTable} in front of it. */
@FunctionalInterface
public interface OfficerLookup {

  /** Who answers for one grid on a day, in order of role, then officer. */
  List<RosterEntry> officersOf(String theme, String gridCode, LocalDate day);
}
