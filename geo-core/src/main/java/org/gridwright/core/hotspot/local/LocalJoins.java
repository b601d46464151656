package org.gridwright.core.hotspot.local;

import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.jspecify.annotations.Nullable;

/**
 * Local join counts of yes/no values: BB_i = x_i Σ_j w_ij x_j, how many neighbours of a place with
 * 1 have 1 too (L. Anselin, X. Li, "Operational local join count statistics for cluster detection",
 * Journal of Geographical Systems 21, 2019). Defined for places of value 1 only. Under conditional
 * permutation the count is hypergeometric where links weigh the same, which {@link
 * org.gridwright.core.hotspot.inference.ExactSums} gives exactly; what is asked is the upper side.
 * Pure and thread-safe.
 */
public final class LocalJoins {

  private LocalJoins() {}

  /**
   * The statistic of all places.
   *
   * @param values 0 or 1 for each place
   * @throws IllegalArgumentException for another value
   */
  public static LocalStatistic of(SpatialWeights weights, double[] values) {
    int n = values.length;
    @Nullable NotDefined[] reasons = new NotDefined[n];
    for (int place = 0; place < n; place++) {
      if (values[place] != 0 && values[place] != 1) {
        throw new IllegalArgumentException("joins are counted of values 0 and 1");
      }
      reasons[place] = values[place] == 0 ? NotDefined.NOT_A_CASE : null;
    }
    return LocalStatistic.conditional(
        new LocalSum(
            weights,
            values.clone(),
            LocalSum.Summand.VALUE,
            new double[n],
            values.clone(),
            reasons));
  }
}
