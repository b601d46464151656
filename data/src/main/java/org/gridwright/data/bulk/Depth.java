package org.gridwright.data.bulk;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much is looked up of each point. Each step costs more than the one before. */
enum Depth {
  /** Owners. */
  OWNERS,
  /** Owners, boundary flags and contesting grids. */
  CONTACTS,
  /** Contacts, and the nearest other grid of points outside every grid or on a boundary. */
  EXCEPTIONS,
  /** Everything. */
  RUNNERS_UP;

  /** The least that serves these columns and, unless it is null, a report of exceptions. */
  static Depth of(Set<PlacedColumn> columns, @Nullable ExceptionRows exceptions) {
    if (columns.contains(PlacedColumn.RUNNER_UP) || columns.contains(PlacedColumn.DISTANCE_M)) {
      return RUNNERS_UP;
    }
    if (exceptions != null) {
      return EXCEPTIONS;
    }
    return columns.contains(PlacedColumn.ON_BOUNDARY) || columns.contains(PlacedColumn.CONTESTED)
        ? CONTACTS
        : OWNERS;
  }
}
