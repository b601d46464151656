package org.gridwright.core.hotspot.time;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the rate of a place changed from one period to another. Immutable.
 *
 * @param before incidents of the first period
 * @param after incidents of the second
 * @param ratio rate after over rate before; absent where there was no incident before, or with a
 *     reason
 * @param lower end of the exact 95 % interval of the ratio, 0 where there is no incident after
 * @param upper end of it; absent where there was no incident before: any ratio above the lower end
 * @param p two-sided: the chance of all divisions of the incidents that are no more probable
 * @param increaseP one-sided: the chance of as many incidents or more after
 * @param adjustedP p by Benjamini–Hochberg over all places that have one
 * @param reason why there is no p
 */
public record RateChange(
    int before,
    int after,
    OptionalDouble ratio,
    OptionalDouble lower,
    OptionalDouble upper,
    OptionalDouble p,
    OptionalDouble increaseP,
    OptionalDouble adjustedP,
    Optional<NoTrend> reason) {

  static RateChange none(int before, int after, NoTrend reason) {
    OptionalDouble none = OptionalDouble.empty();
    return new RateChange(before, after, none, none, none, none, none, none, Optional.of(reason));
  }

  RateChange withAdjusted(OptionalDouble adjusted) {
    return new RateChange(before, after, ratio, lower, upper, p, increaseP, adjusted, reason);
  }
}
