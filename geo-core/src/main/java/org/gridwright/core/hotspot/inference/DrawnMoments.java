package org.gridwright.core.hotspot.inference;

/**
 * Exact moments of Σ_j w_j a_j, where the a_j are drawn without replacement from a population. From
 * the augmented symmetric functions of the weights and of the population (F. N. David, M. G.
 * Kendall, "Tables of symmetric functions", Biometrika 36, 1949); the first two are those of D. A.
 * Griffith's and R. R. Sokal's conditional randomisation (R. R. Sokal, N. L. Oden, B. A. Thomson,
 * "Local spatial autocorrelation in a biological model", Geographical Analysis 30, 1998).
 *
 * @param expectation of the sum
 * @param variance of the sum, at least 0
 * @param skewness third standardised central moment; 0 without variance
 * @param kurtosis fourth standardised central moment; 0 without variance
 */
public record DrawnMoments(double expectation, double variance, double skewness, double kurtosis) {

  /**
   * The moments.
   *
   * @param population what is drawn from
   * @param w1 sum of the weights
   * @param w2 sum of their squares
   * @param w3 sum of their cubes
   * @param w4 sum of their fourth powers
   */
  static DrawnMoments of(Population population, double w1, double w2, double w3, double w4) {
    double n = population.count();
    double variance = variance(population, w1, w2);
    if (!(variance > 0)) {
      return new DrawnMoments(w1 * population.mean(), 0, 0, 0);
    }
    double p3 = population.p3();
    double ones3 = w1 * w1 * w1 - 3 * w1 * w2 + 2 * w3;
    double third = w3 - 3 * (w1 * w2 - w3) / (n - 1) + per(2 * ones3, (n - 1) * (n - 2));
    double skewness = p3 / n * third / (variance * Math.sqrt(variance));
    double kurtosis = fourth(population, w1, w2, w3, w4) / (variance * variance);
    return new DrawnMoments(w1 * population.mean(), variance, skewness, kurtosis);
  }

  /** The variance alone: p2/n (n w2 − w1²)/(n − 1). */
  static double variance(Population population, double w1, double w2) {
    double n = population.count();
    double spread = n * w2 - w1 * w1;
    // equal weights for the whole population leave nothing to chance
    return n < 2 || spread <= 1e-12 * n * w2 ? 0 : population.p2() / n * spread / (n - 1);
  }

  private static double fourth(Population population, double w1, double w2, double w3, double w4) {
    double n = population.count();
    double p2 = population.p2();
    double p4 = population.p4();
    double pairs = n * (n - 1);
    double triples = pairs * (n - 2);
    double quads = triples * (n - 3);
    double w31 = w3 * w1 - w4;
    double w22 = w2 * w2 - w4;
    double w211 = w2 * w1 * w1 - w2 * w2 - 2 * w3 * w1 + 2 * w4;
    double w1111 = w1 * w1 * w1 * w1 - 6 * w1 * w1 * w2 + 3 * w2 * w2 + 8 * w1 * w3 - 6 * w4;
    return w4 * p4 / n
        - 4 * w31 * p4 / pairs
        + 3 * w22 * (p2 * p2 - p4) / pairs
        + per(6 * w211 * (2 * p4 - p2 * p2), triples)
        + per(w1111 * (3 * p2 * p2 - 6 * p4), quads);
  }

  /** A quotient; 0 where nothing of its kind exists. */
  private static double per(double value, double count) {
    return count > 0 ? value / count : 0;
  }
}
