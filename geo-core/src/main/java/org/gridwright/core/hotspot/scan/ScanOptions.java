package org.gridwright.core.hotspot.scan;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * How to scan. Immutable; begin with {@link #DEFAULT}.
 *
 * @param direction which windows are looked for
 * @param populationShare the greatest share of all population in a window, inclusive, above 0 and
 *     at most 1; of all incidents where there is no population
 * @param radiusMetres the greatest radius, inclusive; infinite where it does not matter
 * @param leastCases incidents that a window with more than expected needs
 * @param longestSteps the greatest length of a window in steps of time, from 1; what is longer than
 *     the data is as long as the data
 * @param alive whether only windows that last until the last step count: a prospective scan
 * @param replicas random replicas, from 0; p is defined from 1 on
 * @param seed of the replicas
 * @param mostClusters at most so many clusters are told, from 1
 */
public record ScanOptions(
    ScanDirection direction,
    double populationShare,
    double radiusMetres,
    int leastCases,
    int longestSteps,
    boolean alive,
    int replicas,
    long seed,
    int mostClusters) {

  /** Most replicas; p of a hundred-thousandth can be told by rank, and smaller ones by Gumbel. */
  public static final int MOST_REPLICAS = 99_999;

  /** Windows with more than expected, up to half the population, 999 replicas. */
  public static final ScanOptions DEFAULT =
      new ScanOptions(
          ScanDirection.HIGH,
          0.5,
          Double.POSITIVE_INFINITY,
          2,
          Integer.MAX_VALUE,
          false,
          999,
          1,
          100);

  /**
   * @throws HotspotException when a value is out of its range
   */
  public ScanOptions {
    require(populationShare > 0 && populationShare <= 1, "hotspot.scan.share", populationShare);
    require(radiusMetres >= 0, "hotspot.scan.radius", radiusMetres);
    require(leastCases >= 1, "hotspot.scan.least-cases", leastCases);
    require(longestSteps >= 1, "hotspot.scan.longest", longestSteps);
    require(replicas >= 0 && replicas <= MOST_REPLICAS, "hotspot.scan.replicas", replicas);
    require(mostClusters >= 1, "hotspot.scan.most-clusters", mostClusters);
  }

  private static void require(boolean sound, String key, Number value) {
    if (!sound) {
      throw new HotspotException(Message.core(key, value, MOST_REPLICAS));
    }
  }

  public ScanOptions withDirection(ScanDirection wanted) {
    return new ScanOptions(
        wanted,
        populationShare,
        radiusMetres,
        leastCases,
        longestSteps,
        alive,
        replicas,
        seed,
        mostClusters);
  }

  /**
   * The same with other limits of a window.
   *
   * @param share of the population, above 0 and at most 1
   * @param radius in metres, at least 0
   */
  public ScanOptions withLargest(double share, double radius) {
    return new ScanOptions(
        direction, share, radius, leastCases, longestSteps, alive, replicas, seed, mostClusters);
  }

  public ScanOptions withReplicas(int number, long randomSeed) {
    return new ScanOptions(
        direction,
        populationShare,
        radiusMetres,
        leastCases,
        longestSteps,
        alive,
        number,
        randomSeed,
        mostClusters);
  }

  /**
   * The same with other stretches of time.
   *
   * @param longest length in steps
   * @param onlyAlive whether windows have to last until the last step
   */
  public ScanOptions withTime(int longest, boolean onlyAlive) {
    return new ScanOptions(
        direction,
        populationShare,
        radiusMetres,
        leastCases,
        longest,
        onlyAlive,
        replicas,
        seed,
        mostClusters);
  }

  public ScanOptions withLeastCases(int cases) {
    return new ScanOptions(
        direction,
        populationShare,
        radiusMetres,
        cases,
        longestSteps,
        alive,
        replicas,
        seed,
        mostClusters);
  }
}
