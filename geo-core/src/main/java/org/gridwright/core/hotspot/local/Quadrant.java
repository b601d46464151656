package org.gridwright.core.hotspot.local;

/**
 * Where a place lies in Moran's scatter plot: first the place itself, then its neighbours, each
 * high where above the mean of all places, and low where at the mean or below.
 */
public enum Quadrant {
  HIGH_HIGH("HH"),
  LOW_LOW("LL"),
  HIGH_LOW("HL"),
  LOW_HIGH("LH");

  private final String letters;

  Quadrant(String letters) {
    this.letters = letters;
  }

  /** Two letters, such as HH. */
  public String letters() {
    return letters;
  }

  /** The quadrant of a place. */
  static Quadrant of(boolean isHigh, boolean areNeighboursHigh) {
    if (isHigh) {
      return areNeighboursHigh ? HIGH_HIGH : HIGH_LOW;
    }
    return areNeighboursHigh ? LOW_HIGH : LOW_LOW;
  }
}
