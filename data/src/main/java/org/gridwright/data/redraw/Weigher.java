package org.gridwright.data.redraw;

import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.work.Progress;

/** Knows what weighs how much where. */
@FunctionalInterface
public interface Weigher {

  /** Knows what the grids themselves say, and nothing of a city. */
  static Weigher ofGrids() {
    return (plan, box, by, progress) ->
        by == BalanceBy.HOUSEHOLDS
            ? Households.of(plan.gridsNear(box), plan.facts(), WeighedPlaces.NONE, progress)
            : WeightedPoints.NONE;
  }

  /**
   * The points of a closed rectangle, and perhaps others.
   *
   * @param plan whose grids have the households
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  WeightedPoints points(EditablePlan plan, LatticeEnvelope box, BalanceBy by, Progress progress);
}
