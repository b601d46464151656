package org.gridwright.data.bulk;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be appended to a row, in the order in which it is appended. */
public enum PlacedColumn {
  /** Code of the owner; empty where nobody owns the place. */
  GRID,
  /** Whether the place lies on the boundary of a grid. */
  ON_BOUNDARY,
  /** Codes of all grids that hold the place, where there are several. */
  CONTESTED,
  /** Code of the nearest other grid. */
  RUNNER_UP,
  /** Distance to it in metres, with one decimal. */
  DISTANCE_M;

  /** Every column. */
  public static final Set<PlacedColumn> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(PlacedColumn.class));

  /** The column's name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names of all columns, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(PlacedColumn::label).toList();
  }

  /** The column of that name; empty where there is none. */
  public static Optional<PlacedColumn> of(String label) {
    return Arrays.stream(values()).filter(column -> column.label().equals(label)).findFirst();
  }
}
