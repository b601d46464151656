package org.gridwright.core.edit;

import java.util.Locale;

/** Why an edit is refused. */
public enum Refusal {
  UNIT_UNKNOWN,
  TOO_FEW_UNITS,
  UNITS_DO_NOT_TOUCH,
  LINE_DOES_NOT_CROSS,
  LINE_CHANGES_NOTHING,
  AREA_CHANGES_NOTHING,
  PLACES_CHANGE_NOTHING,
  PLACE_OF_NOBODY,
  PLACES_TOO_NEAR,
  NO_SUCH_PIECE,
  NO_VERTEX_THERE,
  NO_EDGE_THERE,
  NO_BORDER_BETWEEN,
  VERTEX_NEEDED,
  RING_INVALID,
  OVERLAP,
  GAP,
  EDGES_DO_NOT_MATCH,
  UNIT_WOULD_VANISH,
  UNIT_WOULD_FALL_APART,
  UNIT_EMPTIED,
  UNIT_WITHOUT_PARENT,
  BLOCKS_OVERLAP,
  NO_NEIGHBOUR,
  PARENT_UNKNOWN,
  CODE_TAKEN,
  CODE_UNFIT,
  CODES_USED_UP,
  CHANGES_NOTHING,
  TOO_FAR_AWAY,
  TOO_INTRICATE,
  VOID_UNKNOWN,
  NAME_TAKEN;

  /** The stable word for programs, such as {@code line-does-not-cross}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
