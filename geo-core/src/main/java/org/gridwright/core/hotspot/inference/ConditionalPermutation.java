package org.gridwright.core.hotspot.inference;

import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Conditional permutation by drawing (L. Anselin, "Local indicators of spatial association",
 * Geographical Analysis 27, 1995): the own value stays, those of the neighbours are drawn m times
 * from the other n − 1 without replacement. A chance is (r + 1)/(m + 1), with r draws at least (or
 * at most) as large as what was seen; a draw that is equal counts. Each place has random numbers of
 * its own, of seed and place alone, so that the outcome does not depend on how the work is divided.
 * Takes m times the links in time, on all processors of the caller's pool. Immutable.
 */
public final class ConditionalPermutation {

  /** The most draws that are made for a place. */
  public static final int MOST_DRAWS = 10_000_000;

  private static final int PLACES_AT_ONCE = 16;

  private final int draws;
  private final int[] atLeast;
  private final int[] atMost;

  private ConditionalPermutation(int draws, int[] atLeast, int[] atMost) {
    this.draws = draws;
    this.atLeast = atLeast;
    this.atMost = atMost;
  }

  /**
   * Draws for every place that has a chance.
   *
   * @param draws m, from 1 to {@link #MOST_DRAWS}
   * @throws IllegalArgumentException when m is not
   */
  public static ConditionalPermutation of(LocalSum sum, int draws, long seed, Progress progress) {
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException("draws must be from 1 to " + MOST_DRAWS);
    }
    int n = sum.size();
    int[] atLeast = new int[n];
    int[] atMost = new int[n];
    int parts = (n + PLACES_AT_ONCE - 1) / PLACES_AT_ONCE;
    Steps steps = progress.steps(Math.max(1, parts));
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              PlaceSampler sampler = new PlaceSampler(sum, draws, progress);
              int end = Math.min(n, (part + 1) * PLACES_AT_ONCE);
              for (int place = part * PLACES_AT_ONCE; place < end; place++) {
                sampler.run(place, seed, atLeast, atMost);
              }
              steps.done();
            });
    return new ConditionalPermutation(draws, atLeast, atMost);
  }

  /** Number of draws, m. */
  public int draws() {
    return draws;
  }

  /** Whether a place has chances. */
  public boolean isDefined(int place) {
    return atLeast[place] >= 0;
  }

  /** The chances of a place that has some. */
  public TailChances chances(int place) {
    return new TailChances(
        (atLeast[place] + 1.0) / (draws + 1.0), (atMost[place] + 1.0) / (draws + 1.0));
  }
}
