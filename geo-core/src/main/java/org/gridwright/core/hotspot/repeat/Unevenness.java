package org.gridwright.core.hotspot.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * How unevenly incidents lie over places: the share of those with most, the Lorenz curve (M. O.
 * Lorenz, 1905), and the Gini coefficient, plain and corrected for more places than incidents (W.
 * Bernasco, W. Steenbeek, More places than crimes, J. Quantitative Criminology 33, 2017). With
 * fewer incidents than places even the most even layout leaves places empty, and the plain
 * coefficient calls that uneven. Immutable and thread-safe.
 */
public final class Unevenness {

  /** Ascending. */
  private final int[] counts;

  /** Of the first i counts at i. */
  private final long[] sums;

  private Unevenness(int[] counts) {
    this.counts = counts;
    this.sums = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
  }

  /**
   * From counts.
   *
   * @param counts of all places, those without incidents among them; at least 0, in any order
   * @throws HotspotException where there is no place, or a count is negative
   */
  public static Unevenness of(int... counts) {
    if (counts.length == 0) {
      throw new HotspotException(Message.core("hotspot.no-places"));
    }
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    if (sorted[0] < 0) {
      throw new HotspotException(Message.core("hotspot.count-negative", "?", sorted[0]));
    }
    return new Unevenness(sorted);
  }

  public int places() {
    return counts.length;
  }

  public long incidents() {
    return sums[counts.length];
  }

  /**
   * The share of all incidents that the places with most have; absent without incidents.
   *
   * @param share of all places, from 0 to 1; rounded up to whole places
   */
  public OptionalDouble topShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new HotspotException(Message.core("hotspot.share", share));
    }
    int top = (int) Math.min(counts.length, Math.ceil(share * counts.length - 1e-9));
    return incidents() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (incidents() - sums[counts.length - top]) / incidents());
  }

  /**
   * The Lorenz curve: shares of incidents that the i places with fewest have, i from 0 to all;
   * empty without incidents.
   */
  public List<Double> lorenz() {
    List<Double> curve = new ArrayList<>();
    if (incidents() > 0) {
      for (long sum : sums) {
        curve.add((double) sum / incidents());
      }
    }
    return curve;
  }

  /**
   * Gini's coefficient, 0 where all places have as many, 1 − 1/n where one has all; absent without
   * incidents.
   */
  public OptionalDouble gini() {
    return gini(counts.length);
  }

  /**
   * The same corrected for more places than incidents: 0 also where no place has two. Absent
   * without incidents.
   */
  public OptionalDouble correctedGini() {
    return gini((double) Math.min(counts.length, incidents()));
  }

  /** (2 Σ i y_i − n − 1) / k − n/k + 1 with y the shares, ascending. */
  private OptionalDouble gini(double among) {
    if (incidents() == 0) {
      return OptionalDouble.empty();
    }
    int n = counts.length;
    double ranked = 0;
    for (int i = 0; i < n; i++) {
      ranked += (i + 1.0) * counts[i];
    }
    return OptionalDouble.of((2 * ranked / incidents() - n - 1) / among - n / among + 1);
  }
}
