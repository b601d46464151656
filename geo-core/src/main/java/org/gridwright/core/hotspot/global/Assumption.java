package org.gridwright.core.hotspot.global;

/** What moments of a global statistic are computed under. */
public enum Assumption {
  /** The values are as they are, and lie at random. */
  RANDOMISATION,
  /** The values are drawn from one normal distribution. */
  NORMALITY
}
