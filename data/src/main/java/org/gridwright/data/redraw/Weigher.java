package org.gridwright.data.redraw;

import java.util.List;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;

/** Knows what weighs how much where. */
@FunctionalInterface
public interface Weigher {

  /** Knows what the grids themselves say, and nothing of a city. */
  static Weigher ofGrids() {
    return (plan, box, by, progress) ->
        by == BalanceBy.HOUSEHOLDS
            ? Households.of(plan.grids(), List.of(), progress)
            : WeightedPoints.NONE;
  }

  /**
   * The points of a closed rectangle, and perhaps others.
   *
   * @param plan whose grids have the households
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  WeightedPoints points(Plan plan, LatticeEnvelope box, BalanceBy by, Progress progress);
}
