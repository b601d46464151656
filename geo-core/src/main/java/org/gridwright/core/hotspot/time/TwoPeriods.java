package org.gridwright.core.hotspot.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.message.Message;

/**
 * Two periods, place by place, by the exact conditional test of two Poisson counts: given how many
 * incidents there are in both, those of the second are binomial (J. Przyborowski, H. Wilenski,
 * Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940). Two-sided p
 * and interval (C. J. Clopper, E. S. Pearson, Biometrika 26, 1934) are those of R's {@code
 * poisson.test}. Pure and thread-safe.
 */
public final class TwoPeriods {

  private TwoPeriods() {}

  /**
   * The changes of all places, in their order.
   *
   * @param before incidents of the first period, by place
   * @param after incidents of the second
   * @param exposureBefore what the first is counted over, in any unit that the second has too:
   *     days, or persons times days; finite, at least 0
   * @param exposureAfter what the second is counted over
   * @throws HotspotException where numbers are negative, not finite, or do not fit together
   */
  public static List<RateChange> compared(
      int[] before, int[] after, double[] exposureBefore, double[] exposureAfter) {
    requireSame(before.length, after.length);
    requireSame(before.length, exposureBefore.length);
    requireSame(before.length, exposureAfter.length);
    List<RateChange> changes =
        IntStream.range(0, before.length)
            .mapToObj(i -> change(i, before[i], after[i], exposureBefore[i], exposureAfter[i]))
            .toList();
    PlaceFigures adjusted =
        Adjustment.BH.adjusted(
            PlaceFigures.of(
                changes.size(),
                i -> changes.get(i).p().isPresent(),
                i -> changes.get(i).p().orElseThrow()));
    List<RateChange> told = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      told.add(changes.get(i).withAdjusted(adjusted.at(i)));
    }
    return told;
  }

  private static void requireSame(int some, int others) {
    if (some != others) {
      throw new HotspotException(Message.core("hotspot.shape", some, others));
    }
  }

  private static RateChange change(
      int place, int before, int after, double exposureBefore, double exposureAfter) {
    requireCount(place, before);
    requireCount(place, after);
    requireExposure(place, exposureBefore);
    requireExposure(place, exposureAfter);
    if (exposureBefore == 0 || exposureAfter == 0) {
      return RateChange.none(before, after, NoTrend.NO_EXPOSURE);
    }
    if (before + (long) after == 0) {
      return RateChange.none(before, after, NoTrend.NO_INCIDENTS);
    }
    double share = exposureAfter / (exposureBefore + exposureAfter);
    double odds = exposureBefore / exposureAfter;
    BinomialTest test = new BinomialTest(Math.addExact(before, after), share);
    return new RateChange(
        before,
        after,
        before == 0 ? OptionalDouble.empty() : OptionalDouble.of(odds * after / before),
        OptionalDouble.of(odds * BinomialTest.odds(test.lower(after))),
        before == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(odds * BinomialTest.odds(test.upper(after))),
        OptionalDouble.of(test.twoSided(after)),
        OptionalDouble.of(test.atLeast(after)),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static void requireCount(int place, int count) {
    if (count < 0) {
      throw new HotspotException(Message.core("hotspot.count-negative", place + 1, count));
    }
  }

  private static void requireExposure(int place, double exposure) {
    if (!(exposure >= 0) || exposure == Double.POSITIVE_INFINITY) {
      throw new HotspotException(Message.core("hotspot.denominator", place + 1, exposure));
    }
  }
}
