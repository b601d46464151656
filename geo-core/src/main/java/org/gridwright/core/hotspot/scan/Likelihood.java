package org.gridwright.core.hotspot.scan;

/**
 * The likelihood ratio of a window, and bounds of it that cost no logarithm. Immutable.
 *
 * <p>Poisson: c ln(c/μ) + (C − c) ln((C − c)/(C − μ)), with c of C incidents inside and μ expected
 * there. Bernoulli adds the same of those who are not cases.
 *
 * <p>The bounds come from (1 + x) ln(1 + x) − x, which is at most x²/2 for x ≥ 0 and at most x² for
 * −1 ≤ x &lt; 0; the terms linear in x cancel.
 */
final class Likelihood {

  /** More than what rounding can add to a bound. */
  private static final double ROOM = 1 + 1e-9;

  private final boolean bernoulli;
  private final double cases;
  private final double total;
  private final double others;

  /**
   * @param cases all incidents
   * @param total all weights
   */
  Likelihood(boolean bernoulli, long cases, long total) {
    this.bernoulli = bernoulli;
    this.cases = cases;
    this.total = total;
    this.others = (double) total - cases;
  }

  double cases() {
    return cases;
  }

  /** What is expected in a window of this weight. */
  double expected(long weight) {
    return cases * (weight / total);
  }

  /** Of a window; 0 where it has as many as expected. */
  double ratio(int count, long weight) {
    double mean = expected(weight);
    double ratio = part(count, mean) + part(cases - count, cases - mean);
    if (bernoulli) {
      double rest = weight - (double) count;
      double restMean = weight - mean;
      ratio += part(rest, restMean) + part(others - rest, others - restMean);
    }
    return Math.max(0, ratio);
  }

  private static double part(double count, double mean) {
    return count <= 0 || mean <= 0 ? 0 : count * Math.log(count / mean);
  }

  /**
   * What the square of a surplus has to be multiplied with, at least, to be as great as the ratio
   * of any window between two others.
   *
   * @param least weight of the smaller one
   * @param most weight of the larger one
   */
  double surplusFactor(long least, long most) {
    double mean = expected(least);
    double rest = cases - expected(most);
    double factor = half(mean) + whole(rest);
    if (bernoulli) {
      factor += whole(least - mean) + half(others - (most - expected(most)));
    }
    return factor * ROOM;
  }

  /** The same for the square of what is missing. */
  double deficitFactor(long least, long most) {
    double mean = expected(least);
    double rest = cases - expected(most);
    double factor = whole(mean) + half(rest);
    if (bernoulli) {
      factor += half(least - mean) + whole(others - (most - expected(most)));
    }
    return factor * ROOM;
  }

  private static double half(double mean) {
    return mean > 0 ? 0.5 / mean : Double.POSITIVE_INFINITY;
  }

  private static double whole(double mean) {
    return mean > 0 ? 1 / mean : Double.POSITIVE_INFINITY;
  }
}
