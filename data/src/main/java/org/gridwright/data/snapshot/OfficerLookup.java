package org.gridwright.data.snapshot;

import java.util.List;
import org.gridwright.data.model.Officer;

/** Who answers for a grid: the store itself, or {@link OfficerTable} in front of it. */
@FunctionalInterface
public interface OfficerLookup {

  /** The officers of one grid in order of role, then id. */
  List<Officer> officersOf(String theme, String gridCode);
}
