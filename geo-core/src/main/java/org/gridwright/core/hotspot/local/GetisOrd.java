package org.gridwright.core.hotspot.local;

import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.Spread;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * The local statistics Gi and Gi* (J. K. Ord, A. Getis, "Local spatial autocorrelation statistics:
 * distributional issues and an application", Geographical Analysis 27, 1995): the weighted sum of
 * the values around a place, without its own or with it. The statistic told is the sum itself, Σ_j
 * w_ij x_j, which values of any sign allow; z is that of the paper, with Σ_j w_ij² where that
 * belongs, so that it is right under both standardisations. Pure and thread-safe; takes time linear
 * in the links.
 */
public final class GetisOrd {

  private GetisOrd() {}

  /**
   * Gi: the own value is left out, of the sum and of mean and variance. Its moments are those of
   * conditional permutation. Self-links are passed over.
   *
   * @param values one for each place, finite
   */
  public static LocalStatistic gi(SpatialWeights weights, double[] values) {
    return LocalStatistic.conditional(sum(weights, values, false));
  }

  /**
   * Gi*: the own value counts with its self-weight. By total randomisation the moments are those of
   * the paper, Σw·x̄ and s²(n Σw² − (Σw)²)/(n − 1). Conditional ones are Gi's about the own value,
   * which does not vary; z is then that of Gi, and differs.
   *
   * @param weights with self, added before any standardisation
   * @param values one for each place, finite
   * @throws IllegalArgumentException when some place is not in its own row
   */
  public static LocalStatistic giStar(
      SpatialWeights weights, double[] values, LocalStatistic.Randomisation randomisation) {
    for (int place = 0; place < weights.size(); place++) {
      if (!(weights.between(place, place) > 0)) {
        throw new IllegalArgumentException("Gi* needs every place in its own row");
      }
    }
    LocalSum sum = sum(weights, values, true);
    if (randomisation == LocalStatistic.Randomisation.CONDITIONAL || values.length < 3) {
      return LocalStatistic.conditional(sum);
    }
    double mean = Spread.mean(values);
    int n = values.length;
    double square = Spread.isConstant(values) ? 0 : Spread.squares(values, mean) / n;
    return LocalStatistic.total(
        sum, place -> weights.sum(place) * mean, place -> square * spread(weights, place, n), true);
  }

  /** (n Σw² − (Σw)²)/(n − 1); 0 where a place weighs all places alike. */
  private static double spread(SpatialWeights weights, int place, int n) {
    double w1 = weights.sum(place);
    double w2 = weights.sumOfSquares(place);
    double spread = n * w2 - w1 * w1;
    return spread <= 1e-12 * n * w2 ? 0 : spread / (n - 1);
  }

  private static LocalSum sum(SpatialWeights weights, double[] values, boolean star) {
    int n = values.length;
    double[] own = new double[n];
    double[] ones = new double[n];
    for (int place = 0; place < n; place++) {
      own[place] = star ? weights.between(place, place) * values[place] : 0;
      ones[place] = 1;
    }
    return new LocalSum(
        weights, values.clone(), LocalSum.Summand.VALUE, own, ones, new NotDefined[n]);
  }
}
