package org.gridwright.core.hotspot.time;

/**
 * Mean and variance of how many pairs are linked in two graphs on the same n incidents when the
 * incidents of one are shuffled (Barton and David 1966): by how many ways two links can be the same
 * link, share an end, or share none.
 *
 * @param linked pairs linked in the first graph
 * @param otherLinked pairs linked in the second
 * @param pairs all pairs
 * @param mean pairs linked in both
 * @param variance at least 0
 */
record PairMoments(long linked, long otherLinked, long pairs, double mean, double variance) {

  /**
   * @param partners of each incident in the first graph
   * @param otherPartners of each in the second
   */
  static PairMoments of(long[] partners, long[] otherPartners) {
    double n = partners.length;
    long linked = sum(partners) / 2;
    long other = sum(otherPartners) / 2;
    double pairs = n * (n - 1) / 2;
    double mean = pairs > 0 ? (double) linked * other / pairs : 0;
    double sharing = sharing(partners);
    double otherSharing = sharing(otherPartners);
    double apart = (double) linked * (linked - 1) - sharing;
    double otherApart = (double) other * (other - 1) - otherSharing;
    double squares = mean;
    if (n >= 3) {
      squares += sharing * otherSharing / (n * (n - 1) * (n - 2));
    }
    if (n >= 4) {
      squares += apart * otherApart / (n * (n - 1) * (n - 2) * (n - 3) / 4);
    }
    return new PairMoments(linked, other, (long) pairs, mean, Math.max(0, squares - mean * mean));
  }

  private static long sum(long[] numbers) {
    long sum = 0;
    for (long each : numbers) {
      sum += each;
    }
    return sum;
  }

  /** Ordered pairs of different links that share an end. */
  private static double sharing(long[] partners) {
    double sum = 0;
    for (long each : partners) {
      sum += (double) each * (each - 1);
    }
    return sum;
  }
}
