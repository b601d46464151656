package org.gridwright.core.edit;

import org.gridwright.core.lattice.LatticePoint;

/** Which part of a divided grid keeps its code and name. */
public sealed interface Keeper {

  /** A rule that picks a part. */
  enum By implements Keeper {
    LARGEST,
    /** The part whose middle lies farthest west; the others likewise. */
    WEST,
    EAST,
    NORTH,
    SOUTH
  }

  /** The part that contains a point. */
  record At(LatticePoint point) implements Keeper {}
}
