package org.gridwright.core.repair;

import java.util.List;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What would happen to one piece of ground.
 *
 * @param kind what is wrong there now
 * @param place polygon in degrees, longitude first
 * @param squareMetres its area
 * @param widthMetres its greatest width
 * @param units codes of the units that cover it or lie around it, in code order
 * @param receiver code of the unit that is given the ground; empty where it is left as it is
 * @param reason why the ground is left as it is; null where it is given to a unit
 * @param message one sentence for people
 */
public record Mend(
    Kind kind,
    Geometry place,
    double squareMetres,
    double widthMetres,
    List<String> units,
    List<String> receiver,
    @Nullable Reason reason,
    Message message) {

  /** What a mended piece of ground is. */
  public enum Kind {
    GAP,
    INLET,
    OVERLAP,
    SLIVER
  }

  /** Why a piece of ground is left as it is. */
  public enum Reason {
    /** The choice for it says so. */
    CHOSEN,
    /** The gap is as wide as the gap width, or wider. */
    WIDE,
    /** The unit that was chosen by its code neither covers the ground nor lies beside it. */
    NOT_CONCERNED,
    /** A unit would be left with hardly any ground, or none. */
    LAST_GROUND,
    /** No unit lies beside it. */
    NO_NEIGHBOUR
  }

  public Mend {
    units = List.copyOf(units);
    receiver = List.copyOf(receiver);
  }

  /** Whether the ground is left as it is. */
  public boolean isLeft() {
    return receiver.isEmpty();
  }
}
