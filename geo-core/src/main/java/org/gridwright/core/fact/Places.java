package org.gridwright.core.fact;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.work.Progress;

/** Where the weight of ground lies: addresses. Thread-safe. */
@FunctionalInterface
public interface Places {

  /** Nobody knows of any address, so that ground weighs by its area. */
  Places NONE = (box, progress) -> WeighedPlaces.NONE;

  /**
   * All places of a closed rectangle, and perhaps others.
   *
   * @param progress for who reads many
   * @throws org.gridwright.core.work.StoppedException at a checkpoint while they are read
   */
  WeighedPlaces within(LatticeEnvelope box, Progress progress);
}
