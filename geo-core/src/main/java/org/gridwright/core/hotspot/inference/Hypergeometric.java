package org.gridwright.core.hotspot.inference;

/**
 * Chances of how many of some drawn places are marked, drawn without replacement. By the ratios of
 * neighbouring terms from the largest one, so that nothing overflows and small chances keep their
 * relative accuracy. Takes time linear in the draws. Pure and thread-safe.
 */
public final class Hypergeometric {

  private Hypergeometric() {}

  /**
   * The chances of at least and of at most so many marked.
   *
   * @param population number of places that are drawn from
   * @param marked how many of them are marked
   * @param draws how many are drawn
   * @param observed how many of these are marked
   */
  public static TailChances of(int population, int marked, int draws, int observed) {
    int least = Math.max(0, draws - (population - marked));
    int most = Math.min(draws, marked);
    if (observed < least || observed > most) {
      throw new IllegalArgumentException("so many marked cannot be drawn");
    }
    long mode = (long) ((draws + 1.0) * (marked + 1.0) / (population + 2.0));
    int from = (int) Math.max(least, Math.min(most, mode));
    double all = 0;
    double upper = 0;
    double lower = 0;
    double term = 1;
    for (int k = from; k <= most; k++) {
      all += term;
      upper += k >= observed ? term : 0;
      lower += k <= observed ? term : 0;
      term *= ratio(population, marked, draws, k);
    }
    term = 1;
    for (int k = from - 1; k >= least; k--) {
      term /= ratio(population, marked, draws, k);
      all += term;
      upper += k >= observed ? term : 0;
      lower += k <= observed ? term : 0;
    }
    return new TailChances(Math.min(1, upper / all), Math.min(1, lower / all));
  }

  /** The chance of k + 1 marked as a multiple of that of k. */
  private static double ratio(int population, int marked, int draws, int k) {
    return ((double) marked - k)
        * ((double) draws - k)
        / ((k + 1.0) * ((double) population - marked - draws + k + 1));
  }
}
