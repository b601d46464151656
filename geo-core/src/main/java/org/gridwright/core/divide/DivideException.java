package org.gridwright.core.divide;

import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.jspecify.annotations.Nullable;

/** A redraw that is impossible; the message says what, where, and what to do instead. */
public final class DivideException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  /** Why a redraw is impossible. */
  public enum Code {
    /** A unit that the plan does not have, or one without an area. */
    UNIT,
    /** Units of a level whose parts would have no parent. */
    LEVEL,
    /** A number of grids below one, above what codes allow, or above what there is to join. */
    COUNT,
    /** A tolerance, cell size or other measure out of its range. */
    MEASURE,
    /** A weight that is negative or no number. */
    WEIGHT,
    /** Ground whose outline is not valid, or that overlaps its neighbours. */
    GROUND,
    /** Ground with fewer lattice points than are needed to cut it. */
    TOO_SMALL
  }

  private final Code code;
  private final Message told;
  private final transient @Nullable LatticePoint place;

  public DivideException(Code code, Message told) {
    this(code, told, null);
  }

  public DivideException(Code code, Message told, @Nullable LatticePoint place) {
    super(told.toString());
    this.code = code;
    this.told = told;
    this.place = place;
  }

  public Code code() {
    return code;
  }

  /** Where; null where it is about no place. */
  public @Nullable LatticePoint place() {
    return place;
  }

  @Override
  public Message told() {
    return told;
  }
}
