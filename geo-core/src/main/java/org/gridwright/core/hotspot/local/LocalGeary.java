package org.gridwright.core.hotspot.local;

import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.Spread;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Local Geary's c: C_i = Σ_j w_ij (x_i − x_j)²/s² with s² = Σ(x − x̄)²/(n − 1) (L. Anselin, "A
 * local indicator of multivariate spatial association: extending Geary's c", Geographical Analysis
 * 51, 2019, for one variable). Small where a place is like its neighbours, so that z is negative
 * there. Conditional moments are those of conditional permutation; total ones follow from them by
 * averaging over which value the place itself has. Self-links, which differ by nothing, are passed
 * over. Pure and thread-safe; takes time linear in the links.
 */
public final class LocalGeary {

  private LocalGeary() {}

  /**
   * The statistic of all places.
   *
   * @param values one for each place, finite
   */
  public static LocalStatistic of(
      SpatialWeights weights, double[] values, LocalStatistic.Randomisation randomisation) {
    int n = values.length;
    boolean flat = n < 2 || Spread.isConstant(values);
    double mean = n == 0 ? 0 : Spread.mean(values);
    double square = flat ? 1 : Spread.squares(values, mean) / (n - 1);
    double[] shift = new double[n];
    double[] factor = new double[n];
    NotDefined[] reasons = new NotDefined[n];
    for (int place = 0; place < n; place++) {
      factor[place] = 1 / square;
    }
    LocalSum sum =
        new LocalSum(
            weights, values.clone(), LocalSum.Summand.SQUARED_DIFFERENCE, shift, factor, reasons);
    return randomisation == LocalStatistic.Randomisation.CONDITIONAL || n < 3
        ? LocalStatistic.conditional(sum)
        : total(sum, weights, centred(values, mean, square), flat);
  }

  private static double[] centred(double[] values, double mean, double square) {
    double[] centred = new double[values.length];
    for (int place = 0; place < centred.length; place++) {
      centred[place] = (values[place] - mean) / Math.sqrt(square);
    }
    return centred;
  }

  /** Moments of squared differences d² of standardised values: E d², E d⁴, and E d_ij² d_ik². */
  private static LocalStatistic total(
      LocalSum sum, SpatialWeights weights, double[] z, boolean flat) {
    int n = z.length;
    double p2 = 0;
    double p3 = 0;
    double p4 = 0;
    for (double each : z) {
      p2 += each * each;
      p3 += each * each * each;
      p4 += each * each * each * each;
    }
    double both = 0;
    for (double each : z) {
      double seconds = n * each * each + p2;
      double fourths = n * each * each * each * each + 6 * each * each * p2 - 4 * each * p3 + p4;
      both += seconds * seconds - fourths;
    }
    double pairs = n * (n - 1.0);
    double second = 2 * n * p2 / pairs;
    double fourth = (2 * n * p4 + 6 * p2 * p2) / pairs;
    double crossed = both / (pairs * (n - 2.0));
    return LocalStatistic.total(
        sum,
        place -> others(weights, place) * second,
        place -> {
          double self = weights.between(place, place);
          double w1 = others(weights, place);
          double w2 = weights.sumOfSquares(place) - self * self;
          return flat ? 0 : w2 * fourth + (w1 * w1 - w2) * crossed - w1 * w1 * second * second;
        },
        false);
  }

  private static double others(SpatialWeights weights, int place) {
    return weights.sum(place) - weights.between(place, place);
  }
}
