package org.gridwright.core.hotspot.inference;

/**
 * The chances of at least and of at most what was seen; both count what was seen, so that together
 * they can be more than 1.
 *
 * @param upper of at least as much, from 0 to 1
 * @param lower of at most as much, from 0 to 1
 */
public record TailChances(double upper, double lower) {

  public TailChances {
    if (!(upper >= 0 && upper <= 1 && lower >= 0 && lower <= 1)) {
      throw new IllegalArgumentException("chances are from 0 to 1");
    }
  }

  /** The smaller of both sides: a one-sided chance whose side was chosen after looking. */
  public double folded() {
    return Math.min(upper, lower);
  }

  /** Twice the smaller side, at most 1. */
  public double twoSided() {
    return Math.min(1, 2 * folded());
  }

  /** The chances of the negative. */
  public TailChances mirrored() {
    return new TailChances(/* upper= */ lower, /* lower= */ upper);
  }
}
