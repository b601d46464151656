package org.gridwright.core.hotspot.scan;

/** Which windows are looked for. */
public enum ScanDirection {
  /** Those with more incidents than expected. */
  HIGH,
  /** Those with fewer. */
  LOW,
  /** Both; the p of one takes the search for the other into account. */
  BOTH;

  boolean wantsHigh() {
    return this != LOW;
  }

  boolean wantsLow() {
    return this != HIGH;
  }
}
