package org.gridwright.core;

import org.junit.jupiter.api.Assumptions;

/**
 * How far seeded runs go: a sample of each whenever tests run, ten times as far with {@code
 * scripts/test --long}.
 */
public final class SeededRuns {

  private static final int TIMES = Integer.getInteger("gridwright.seeded.times", 1);

  private SeededRuns() {}

  /**
   * Whether runs go all the way. A test whose proof stands elsewhere too, and that takes a minute
   * of its own, may leave itself to such runs; it says so where it skips.
   */
  public static boolean areLong() {
    return TIMES > 1;
  }

  /** Skips the test, with the reason printed, unless runs go all the way. */
  public static void onlyWhenLong(String reason) {
    if (!areLong()) {
      String told = "skipped: " + reason + "; scripts/test --long runs it";
      System.out.println(told);
      Assumptions.abort(told);
    }
  }

  /** The number of seeds, steps or rounds to take, given that of the sample. */
  public static int of(int sample) {
    return Math.multiplyExact(sample, TIMES);
  }
}
