package org.gridwright.core.hotspot.scan;

/** What chance is taken to be. */
public enum ScanModel {
  /** Incidents fall on places in proportion to their population, whatever their total. */
  POISSON,
  /** Each of a known number of individuals is a case or a control. */
  BERNOULLI,
  /**
   * When an incident happened has nothing to do with where: how many there are of each place and of
   * each step is kept, and no denominator is needed.
   */
  SPACE_TIME_PERMUTATION
}
