package org.gridwright.core;

/**
 * How far seeded runs go: a sample of each whenever tests run, ten times as far with {@code
 * scripts/test --long}.
 */
public final class SeededRuns {

  private static final int TIMES = Integer.getInteger("gridwright.seeded.times", 1);

  private SeededRuns() {}

  /** The number of seeds, steps or rounds to take, given that of the sample. */
  public static int of(int sample) {
    return Math.multiplyExact(sample, TIMES);
  }
}
