package org.gridwright.core.edit;

import java.util.Locale;

/** Why an edit is refused. */
public enum Refusal {
  UNIT_UNKNOWN,
  TOO_FEW_UNITS,
  UNITS_DO_NOT_TOUCH(1),
  LINE_DOES_NOT_CROSS(1),
  LINE_CHANGES_NOTHING(2),
  AREA_CHANGES_NOTHING,
  PLACES_CHANGE_NOTHING(1),
  PLACE_OF_NOBODY,
  PLACES_TOO_NEAR,
  NO_SUCH_PIECE(1),
  NO_VERTEX_THERE,
  NO_EDGE_THERE,
  NO_BORDER_BETWEEN,
  VERTEX_NEEDED,
  RING_INVALID(1),
  OVERLAP,
  GAP,
  EDGES_DO_NOT_MATCH,
  UNIT_WOULD_VANISH(1),
  UNIT_WOULD_FALL_APART(1),
  UNIT_EMPTIED(1),
  UNIT_WITHOUT_PARENT,
  BLOCKS_OVERLAP,
  NO_NEIGHBOUR(1),
  PARENT_UNKNOWN,
  CODE_TAKEN,
  CODE_UNFIT,
  CODES_USED_UP(1),
  CHANGES_NOTHING,
  TOO_FAR_AWAY,
  TOO_INTRICATE,
  VOID_UNKNOWN,
  NAME_TAKEN;

  private final int units;

  Refusal() {
    this(0);
  }

  Refusal(int units) {
    this.units = units;
  }

  /**
   * How many of the arguments of its sentence, from the first on, are codes of units of the plan.
   */
  int units() {
    return units;
  }

  /** The stable word for programs, such as {@code line-does-not-cross}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
