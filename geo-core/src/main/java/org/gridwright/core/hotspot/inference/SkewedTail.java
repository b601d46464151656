package org.gridwright.core.hotspot.inference;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Chances by a Pearson type III distribution, a shifted gamma, with the first three exact
 * conditional moments: the normal chance corrected for skewness (M. M. Siddiqui; as for permutation
 * statistics in P. W. Mielke, K. J. Berry, "Permutation methods", 2001). The same as the normal
 * chance where there is no skewness. Pure and thread-safe.
 */
public final class SkewedTail {

  /** Below, the gamma distribution cannot be told from the normal one. */
  private static final double NO_SKEWNESS = 1e-4;

  private SkewedTail() {}

  /** The chances of a standardised figure from a distribution of some skewness. */
  public static TailChances of(double z, double skewness) {
    if (Math.abs(skewness) < NO_SKEWNESS) {
      return new TailChances(NormalTail.upper(z), NormalTail.upper(-z));
    }
    if (skewness < 0) {
      return of(-z, -skewness).mirrored();
    }
    double shape = 4 / (skewness * skewness);
    double at = shape + z * Math.sqrt(shape);
    double upper = at <= 0 ? 1 : RegularizedGamma.Q.value(shape, at);
    return new TailChances(upper, Math.max(1 - upper, NormalTail.upper(-z)));
  }
}
