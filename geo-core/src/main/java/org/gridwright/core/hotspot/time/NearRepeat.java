package org.gridwright.core.hotspot.time;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Near repeats: pairs of incidents that are close in space and in time, by bands of both, and how
 * many there would be if when had nothing to do with where (E. G. Knox, The detection of space-time
 * interactions, Applied Statistics 13, 1964). Mean and variance under shuffled times are exact (D.
 * E. Barton, F. N. David, The random intersection of two graphs, in: Research Papers in Statistics,
 * 1966); p is by replicas of shuffled times. Pure and thread-safe.
 *
 * <p>With n incidents, m pairs close in space and R replicas, time n·w + m·R, where w is how many
 * incidents lie in a strip of the greatest distance; memory m.
 */
public final class NearRepeat {

  /** Pairs that are kept: 8 bytes each. */
  private static final int MOST_PAIRS = 50_000_000;

  private NearRepeat() {}

  /**
   * The table, distance bands one after the other, and in each the bands of days.
   *
   * @param places where each incident was
   * @param days when each was, in days from any moment
   * @param distances where bands end, inclusive, ascending, in metres; the first band begins at 0
   *     inclusive, each other one behind the end of the one before. 0 is a band of the same place
   * @param spans where bands of days end, likewise
   * @param replicas of shuffled times, from 0
   * @param seed of the replicas
   * @throws HotspotException where numbers do not fit together, bands do not ascend, or there are
   *     too many pairs
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static List<KnoxCell> table(
      PlacePoints places,
      double[] days,
      double[] distances,
      double[] spans,
      int replicas,
      long seed,
      Progress progress) {
    requireSame(places.size(), days.length);
    for (int i = 0; i < days.length; i++) {
      if (!Double.isFinite(places.x(i) + places.y(i) + days[i])) {
        throw new HotspotException(Message.core("hotspot.coordinate", i + 1));
      }
    }
    Bands inSpace = Bands.of(distances);
    Bands inTime = Bands.of(spans);
    ClosePairs pairs = ClosePairs.of(places, inSpace, MOST_PAIRS, progress.part(0, 0.3));
    long[][] ofDays = inTime.partners(days, progress.part(0.3, 0.4));
    int[] observed = counts(pairs, days, inSpace, inTime);
    int[] asMany =
        asMany(pairs, days, inSpace, inTime, observed, replicas, seed, progress.part(0.4, 1));
    List<KnoxCell> cells = new ArrayList<>();
    for (int a = 0; a < inSpace.size(); a++) {
      for (int b = 0; b < inTime.size(); b++) {
        int cell = a * inTime.size() + b;
        PairMoments moments = PairMoments.of(pairs.partners()[a], ofDays[b]);
        cells.add(
            KnoxCell.of(inSpace, a, inTime, b, observed[cell], moments, asMany[cell], replicas));
      }
    }
    return cells;
  }

  private static void requireSame(int some, int others) {
    if (some != others) {
      throw new HotspotException(Message.core("hotspot.shape", some, others));
    }
  }

  /** Pairs by cell. */
  private static int[] counts(ClosePairs pairs, double[] days, Bands inSpace, Bands inTime) {
    int[] counts = new int[inSpace.size() * inTime.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      int span = inTime.band(Math.abs(days[pairs.first(pair)] - days[pairs.second(pair)]));
      if (span >= 0) {
        counts[pairs.band(pair) * inTime.size() + span]++;
      }
    }
    return counts;
  }

  /** In how many replicas each cell has as many pairs as there are, or more. */
  private static int[] asMany(
      ClosePairs pairs,
      double[] days,
      Bands inSpace,
      Bands inTime,
      int[] observed,
      int replicas,
      long seed,
      Progress progress) {
    if (replicas < 0) {
      throw new HotspotException(Message.core("hotspot.replicas-negative", replicas));
    }
    long[] seeds = new SplittableRandom(seed).longs(replicas).toArray();
    Steps steps = progress.steps(replicas);
    return IntStream.range(0, replicas)
        .parallel()
        .mapToObj(
            replica -> {
              steps.done();
              double[] shuffled = shuffled(days, new SplittableRandom(seeds[replica]));
              int[] counts = counts(pairs, shuffled, inSpace, inTime);
              for (int cell = 0; cell < counts.length; cell++) {
                counts[cell] = counts[cell] >= observed[cell] ? 1 : 0;
              }
              return counts;
            })
        .reduce(new int[observed.length], NearRepeat::sum);
  }

  private static int[] sum(int[] some, int[] others) {
    int[] sum = some.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }

  private static double[] shuffled(double[] values, SplittableRandom random) {
    double[] shuffled = values.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = kept;
    }
    return shuffled;
  }
}
