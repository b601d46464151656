package org.gridwright.core.hotspot.inference;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * Chances of a standard normal deviate, by the complementary error function of Apache Commons
 * Numbers (after Boost), which keeps its relative accuracy in the far tail. Pure and thread-safe.
 */
public final class NormalTail {

  private static final double ROOT_HALF = Math.sqrt(0.5);

  private NormalTail() {}

  /** The chance of at least z. */
  public static double upper(double z) {
    return Erfc.value(z * ROOT_HALF) / 2;
  }

  /** The chance of being as far from 0 as z, on either side. */
  public static double twoSided(double z) {
    return Erfc.value(Math.abs(z) * ROOT_HALF);
  }
}
