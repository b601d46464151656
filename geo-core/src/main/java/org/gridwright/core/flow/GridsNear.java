package org.gridwright.core.flow;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Unit;

/** Finds grids of a plan. */
@FunctionalInterface
public interface GridsNear {

  /** Grids whose rectangles meet a closed one, in code order. */
  List<Unit> near(LatticeEnvelope box);
}
