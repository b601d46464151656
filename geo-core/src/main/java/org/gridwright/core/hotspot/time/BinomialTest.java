package org.gridwright.core.hotspot.time;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Exact chances of k of n when each is one with a given probability, through the regularised
 * incomplete beta function. O(log n) calls of it.
 *
 * @param n at least 1
 * @param share probability of each, between 0 and 1
 */
record BinomialTest(int n, double share) {

  /** Outcomes are as probable as what was seen where they differ by no more than this part. */
  private static final double EQUALLY = 1 + 1e-7;

  private static final double OUTSIDE = 0.025;
  private static final int MOST_STEPS = 200;

  static double odds(double probability) {
    return probability / (1 - probability);
  }

  /** The chance of k or more. */
  double atLeast(int k) {
    return k <= 0 ? 1 : k > n ? 0 : RegularizedBeta.value(share, k, n - k + 1.0);
  }

  /** The chance of k or fewer. */
  private double atMost(int k) {
    return k < 0 ? 0 : k >= n ? 1 : RegularizedBeta.complement(share, k + 1.0, n - k);
  }

  /** The chance of all outcomes that are no more probable than k. */
  double twoSided(int k) {
    double mean = n * share;
    if (k == mean) {
      return 1;
    }
    double limit = probability(k) * EQUALLY;
    return k < mean
        ? Math.min(1, atMost(k) + atLeast(firstAbove((int) Math.ceil(mean), limit)))
        : Math.min(1, atMost(lastBelow((int) Math.floor(mean), limit)) + atLeast(k));
  }

  private double probability(int k) {
    double choose = -Math.log(n + 1.0) - LogBeta.value(n - k + 1.0, k + 1.0);
    return Math.exp(choose + k * Math.log(share) + (n - k) * Math.log1p(-share));
  }

  /** The least number from a start above the mean that is as improbable; n + 1 where none is. */
  private int firstAbove(int start, double limit) {
    int low = start;
    int high = n + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (probability(middle) <= limit) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The greatest number up to a start below the mean that is as improbable; -1 where none is. */
  private int lastBelow(int start, double limit) {
    int low = -1;
    int high = start;
    while (low < high) {
      int middle = (low + high + 1) >> 1;
      if (probability(middle) <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Lower end of the 95 % interval of the probability when k were seen. */
  double lower(int k) {
    return k == 0 ? 0 : quantile(OUTSIDE, k, n - k + 1.0);
  }

  /** Upper end of it. */
  double upper(int k) {
    return k == n ? 1 : quantile(1 - OUTSIDE, k + 1.0, n - k);
  }

  /**
   * Where a beta distribution has a level: Newton's steps, halving where they leave the bracket.
   */
  private static double quantile(double level, double a, double b) {
    double low = 0;
    double high = 1;
    double x = a / (a + b);
    for (int i = 0; i < MOST_STEPS; i++) {
      double off = RegularizedBeta.value(x, a, b) - level;
      if (off == 0) {
        return x;
      }
      if (off > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - off / RegularizedBeta.derivative(x, a, b);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - x) <= 2 * Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
