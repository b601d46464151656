package org.gridwright.core.hotspot.time;

import java.util.Arrays;

/** What serial correlation does to the variance of Kendall's S (Hamed and Rao 1998). Pure. */
final class SerialCorrelation {

  /** Two-sided .05 of a normal deviate. */
  private static final double SIGNIFICANT = 1.959963984540054;

  private SerialCorrelation() {}

  /**
   * 1 + 2/(n(n−1)(n−2)) Σ_k (n−k)(n−k−1)(n−k−2) ρ(k), over the lags whose autocorrelation ρ of the
   * ranks, the Sen slope taken off, is farther from 0 than 1.96/√n.
   *
   * @param values at least three
   */
  static double factor(double[] values) {
    int n = values.length;
    double slope = SenSlope.of(values).orElseThrow();
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - slope * i;
    }
    double[] ranks = ranks(rest);
    double mean = (n + 1) / 2.0;
    double squares = 0;
    for (double rank : ranks) {
      squares += (rank - mean) * (rank - mean);
    }
    double sum = 0;
    for (int lag = 1; lag < n - 2 && squares > 0; lag++) {
      double products = 0;
      for (int i = 0; i + lag < n; i++) {
        products += (ranks[i] - mean) * (ranks[i + lag] - mean);
      }
      double correlation = products / squares;
      if (Math.abs(correlation) > SIGNIFICANT / Math.sqrt(n)) {
        sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * correlation;
      }
    }
    return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
  }

  /** Ranks from 1; equal values share the mean of theirs. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : sorted) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
