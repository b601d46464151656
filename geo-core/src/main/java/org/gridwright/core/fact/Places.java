package org.gridwright.core.fact;

import org.gridwright.core.lattice.LatticeEnvelope;

/** Where the weight of ground lies: addresses. Thread-safe. */
@FunctionalInterface
public interface Places {

  /** Nobody knows of any address, so that ground weighs by its area. */
  Places NONE = box -> WeighedPlaces.NONE;

  /** All places of a closed rectangle, and perhaps others. */
  WeighedPlaces within(LatticeEnvelope box);
}
