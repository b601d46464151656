package org.gridwright.core.hotspot.rates;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.gridwright.core.hotspot.inference.PlaceFigures;

/**
 * How likely each count is where cases fall at the expected rate, place by place. Pure and
 * thread-safe. Each place is by itself: neighbours play no part, and counts that vary more than
 * Poisson ones make more small chances than that.
 */
public final class PoissonMap {

  private PoissonMap() {}

  /** The chance of at most as many cases, as {@code probmap} of spdep. */
  public static PlaceFigures atMost(CountsAtRisk counts, PlaceFigures expected) {
    return PlaceFigures.of(
        counts.size(),
        place -> expected.isDefined(place) && expected.value(place) > 0,
        place -> atMost(counts.cases(place), expected.value(place)));
  }

  /**
   * The chance of a count at least as far off on its own side (M. Choynowski, "Maps based on
   * probabilities", J. Am. Statist. Assoc. 54, 1959): of at most as many where there are no more
   * than expected, otherwise of at least as many. One-sided, the side chosen after looking.
   */
  public static PlaceFigures choynowski(CountsAtRisk counts, PlaceFigures expected) {
    return PlaceFigures.of(
        counts.size(),
        place -> expected.isDefined(place) && expected.value(place) > 0,
        place -> {
          double cases = counts.cases(place);
          double mean = expected.value(place);
          return cases <= mean ? atMost(cases, mean) : atLeast(cases, mean);
        });
  }

  /** P(X ≤ k) = Q(k + 1, mean), for the whole cases. */
  private static double atMost(double cases, double mean) {
    return RegularizedGamma.Q.value(Math.floor(cases) + 1, mean);
  }

  /** P(X ≥ k) = P(k, mean). */
  private static double atLeast(double cases, double mean) {
    double least = Math.ceil(cases);
    return least == 0 ? 1 : RegularizedGamma.P.value(least, mean);
  }
}
