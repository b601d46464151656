package org.gridwright.core.hotspot.local;

import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.Spread;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.jspecify.annotations.Nullable;

/**
 * Local Moran's I: I_i = (z_i/m2) Σ_j w_ij z_j with z = x − x̄ and m2 = Σz²/n (L. Anselin, "Local
 * indicators of spatial association", Geographical Analysis 27, 1995). Moments by total
 * randomisation as in that paper, or conditional (R. R. Sokal, N. L. Oden, B. A. Thomson,
 * Geographical Analysis 30, 1998), which are those of conditional permutation. Self-links are
 * passed over. Immutable and thread-safe; takes time linear in the links.
 */
public final class LocalMoran {

  private final LocalStatistic statistic;
  private final SpatialWeights weights;
  private final double[] centred;

  private LocalMoran(LocalStatistic statistic, SpatialWeights weights, double[] centred) {
    this.statistic = statistic;
    this.weights = weights;
    this.centred = centred;
  }

  /**
   * The statistic of all places.
   *
   * @param values one for each place, finite
   */
  public static LocalMoran of(
      SpatialWeights weights, double[] values, LocalStatistic.Randomisation randomisation) {
    int n = values.length;
    double mean = n == 0 ? 0 : Spread.mean(values);
    double[] centred = new double[n];
    for (int place = 0; place < n; place++) {
      centred[place] = values[place] - mean;
    }
    boolean flat = n == 0 || Spread.isConstant(values);
    double m2 = flat ? 1 : Spread.squares(values, mean) / n;
    LocalSum sum = sum(weights, values, mean, centred, flat ? Double.NaN : m2);
    LocalStatistic statistic =
        randomisation == LocalStatistic.Randomisation.CONDITIONAL
            ? LocalStatistic.conditional(sum)
            : total(sum, weights, flat ? new double[n] : centred, m2);
    return new LocalMoran(statistic, weights, centred);
  }

  /** The values as they are, so that whole numbers stay whole: I is linear in their sum. */
  private static LocalSum sum(
      SpatialWeights weights, double[] values, double mean, double[] centred, double m2) {
    int n = values.length;
    double[] shift = new double[n];
    double[] factor = new double[n];
    @Nullable NotDefined[] reasons = new NotDefined[n];
    for (int place = 0; place < n; place++) {
      double self = weights.between(place, place);
      factor[place] = Double.isNaN(m2) ? 0 : centred[place] / m2;
      shift[place] = -factor[place] * mean * (weights.sum(place) - self);
      reasons[place] = factor[place] == 0 ? NotDefined.NO_VARIANCE : null;
    }
    return new LocalSum(weights, values.clone(), LocalSum.Summand.VALUE, shift, factor, reasons);
  }

  private static LocalStatistic total(
      LocalSum sum, SpatialWeights weights, double[] centred, double m2) {
    int n = centred.length;
    double m4 = 0;
    for (double z : centred) {
      m4 += z * z * z * z;
    }
    double b2 = m4 / n / (m2 * m2);
    double a = (n - b2) / (n - 1.0);
    double b = (2 * b2 - n) / ((n - 1.0) * (n - 2.0));
    return LocalStatistic.total(
        sum,
        place -> -others(weights, place) / (n - 1),
        place -> {
          double self = weights.between(place, place);
          double w1 = others(weights, place);
          double w2 = weights.sumOfSquares(place) - self * self;
          double mean = w1 / (n - 1);
          return b2 == 0 ? 0 : a * w2 + b * (w1 * w1 - w2) - mean * mean;
        },
        false);
  }

  private static double others(SpatialWeights weights, int place) {
    return weights.sum(place) - weights.between(place, place);
  }

  public LocalStatistic statistic() {
    return statistic;
  }

  /** The quadrant of a place; that of an island has low neighbours, which says nothing. */
  public Quadrant quadrant(int place) {
    double lag = weights.lag(place, centred) - weights.between(place, place) * centred[place];
    return Quadrant.of(centred[place] > 0, lag > 0);
  }
}
