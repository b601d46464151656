package org.gridwright.core.hotspot.score;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * How many of the next period's incidents the places that come first in a ranking had. Hit rate,
 * PAI (S. Chainey, L. Tompson, S. Uhlig, The utility of hotspot mapping, Security J. 21, 2008) and
 * PEI (J. M. Hunt, 2016: of the best that was possible on the same area). Immutable.
 *
 * @param share of all area that was asked about
 * @param places that are within it, from 1
 * @param squareMetres of these places
 * @param hits incidents in them in the next period
 * @param hitRate hits over all incidents; absent without any
 * @param pai hit rate over the share of the area that was taken
 * @param bestHits hits of the places with most incidents for their area, within the same share
 * @param pei hits over best hits; absent where the best are 0
 */
public record RankingScore(
    double share,
    int places,
    double squareMetres,
    long hits,
    OptionalDouble hitRate,
    OptionalDouble pai,
    long bestHits,
    OptionalDouble pei) {

  /** Shares that are told by default. */
  public static final List<Double> SHARES = List.of(0.01, 0.02, 0.05, 0.10);

  /** Rounding of areas that are added up. */
  private static final double ROOM = 1 + 1e-12;

  /**
   * Scores a ranking.
   *
   * @param risks of each place; those that are greatest for their area come first. Counts of the
   *     period before and of all time are the baselines
   * @param squareMetres of each place, above 0
   * @param future incidents of each in the next period
   * @param shares of the area, above 0 and at most 1
   * @throws HotspotException where they are not so, or do not fit together
   */
  public static List<RankingScore> of(
      double[] risks, double[] squareMetres, int[] future, List<Double> shares) {
    requireSame(risks.length, squareMetres.length);
    requireSame(risks.length, future.length);
    double area = 0;
    long incidents = 0;
    double[] next = new double[future.length];
    for (int i = 0; i < future.length; i++) {
      requireSound(i, risks[i], squareMetres[i], future[i]);
      area += squareMetres[i];
      incidents += future[i];
      next[i] = future[i];
    }
    int[] ranked = ranked(risks, squareMetres);
    int[] best = ranked(next, squareMetres);
    double allArea = area;
    long all = incidents;
    return shares.stream()
        .map(share -> score(share, ranked, best, squareMetres, future, allArea, all))
        .toList();
  }

  private static RankingScore score(
      double share,
      int[] ranked,
      int[] best,
      double[] squareMetres,
      int[] future,
      double area,
      long incidents) {
    if (!(share > 0 && share <= 1)) {
      throw new HotspotException(Message.core("hotspot.share", share));
    }
    int places = within(ranked, squareMetres, share * area);
    double taken = 0;
    for (int i = 0; i < places; i++) {
      taken += squareMetres[ranked[i]];
    }
    long hits = hits(ranked, places, future);
    long bestHits = hits(best, within(best, squareMetres, share * area), future);
    OptionalDouble rate =
        incidents == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / incidents);
    return new RankingScore(
        share,
        places,
        taken,
        hits,
        rate,
        rate.isPresent()
            ? OptionalDouble.of(rate.getAsDouble() / (taken / area))
            : OptionalDouble.empty(),
        bestHits,
        bestHits == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / bestHits));
  }

  private static int within(int[] order, double[] squareMetres, double most) {
    double taken = squareMetres[order[0]];
    int places = 1;
    while (places < order.length && taken + squareMetres[order[places]] <= most * ROOM) {
      taken += squareMetres[order[places++]];
    }
    return places;
  }

  private static long hits(int[] order, int places, int[] future) {
    long hits = 0;
    for (int i = 0; i < places; i++) {
      hits += future[order[i]];
    }
    return hits;
  }

  /** Greatest for its area first, then by number. */
  private static int[] ranked(double[] values, double[] squareMetres) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (a, b) -> Double.compare(values[b] / squareMetres[b], values[a] / squareMetres[a]));
    return Arrays.stream(order).mapToInt(it -> it).toArray();
  }

  private static void requireSame(int some, int others) {
    if (some != others) {
      throw new HotspotException(Message.core("hotspot.shape", some, others));
    }
    if (some == 0) {
      throw new HotspotException(Message.core("hotspot.no-places"));
    }
  }

  private static void requireSound(int place, double risk, double area, int future) {
    if (!Double.isFinite(risk)) {
      throw new HotspotException(Message.core("hotspot.value", place + 1));
    }
    if (!(area > 0) || area == Double.POSITIVE_INFINITY) {
      throw new HotspotException(Message.core("hotspot.area", place + 1, area));
    }
    if (future < 0) {
      throw new HotspotException(Message.core("hotspot.count-negative", place + 1, future));
    }
  }
}
