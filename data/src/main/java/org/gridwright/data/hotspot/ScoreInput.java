package org.gridwright.data.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places with rankings of them, and what happened then. Arrays are not to be changed.
 *
 * @param squareMetres of each place
 * @param future incidents of each in the period that is scored on
 * @param outside incidents of it that no place has
 */
public record ScoreInput(
    List<String> codes,
    double[] squareMetres,
    int[] future,
    List<PlaceRanking> rankings,
    long outside) {

  public ScoreInput {
    codes = List.copyOf(codes);
    rankings = List.copyOf(rankings);
  }

  /**
   * An order of places, those with most for their area first.
   *
   * @param baseline whether it is there for comparison
   * @param risks of each place
   */
  public record PlaceRanking(String name, boolean baseline, double[] risks) {}

  /** All incidents of the period that is scored on. */
  public long incidents() {
    return Arrays.stream(future).asLongStream().sum();
  }

  /** Whether a ranking puts no place before another, so that only their order is left. */
  public boolean isFlat(PlaceRanking ranking) {
    return IntStream.range(0, squareMetres.length)
            .mapToDouble(place -> ranking.risks()[place] / squareMetres[place])
            .distinct()
            .count()
        <= 1;
  }
}
