package org.gridwright.core.hotspot.time;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Pairs of incidents in one band of distance and one of days. Immutable.
 *
 * @param metresFrom where the band begins; itself in the first band only
 * @param metresTo where it ends, itself in it
 * @param daysFrom where the band of days begins
 * @param daysTo where it ends
 * @param pairs in both
 * @param closeInSpace pairs in the band of distance, whatever their days
 * @param closeInTime pairs in the band of days, whatever their distance
 * @param allPairs all of them
 * @param expected pairs in both under shuffled times
 * @param variance of it, exact
 * @param z (pairs − expected) / √variance; absent without variance
 * @param p the chance of as many pairs, (r + 1) / (m + 1); absent without replicas
 */
public record KnoxCell(
    double metresFrom,
    double metresTo,
    double daysFrom,
    double daysTo,
    int pairs,
    long closeInSpace,
    long closeInTime,
    long allPairs,
    double expected,
    double variance,
    OptionalDouble z,
    OptionalDouble p) {

  static KnoxCell of(
      Bands inSpace,
      int space,
      Bands inTime,
      int time,
      int pairs,
      PairMoments moments,
      int asMany,
      int replicas) {
    double variance = moments.variance();
    return new KnoxCell(
        inSpace.begin(space),
        inSpace.end(space),
        inTime.begin(time),
        inTime.end(time),
        pairs,
        moments.linked(),
        moments.otherLinked(),
        moments.pairs(),
        moments.mean(),
        variance,
        variance > 0
            ? OptionalDouble.of((pairs - moments.mean()) / Math.sqrt(variance))
            : OptionalDouble.empty(),
        replicas > 0
            ? OptionalDouble.of((asMany + 1.0) / (replicas + 1.0))
            : OptionalDouble.empty());
  }

  /**
   * The chance of more pairs than these if they were Poisson around what is expected, as R's {@code
   * surveillance::knox} tells it; rough, since pairs that share an incident are not independent.
   */
  public double poissonP() {
    return morePoisson(pairs, expected);
  }

  /** The chance of more than k when a mean is expected. */
  static double morePoisson(int k, double mean) {
    return mean == 0 ? 0 : RegularizedGamma.P.value(k + 1.0, mean);
  }
}
