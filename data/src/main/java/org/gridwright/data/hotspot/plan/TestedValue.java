package org.gridwright.data.hotspot.plan;

import java.util.Locale;

/** Which number of each unit is tested. */
public enum TestedValue {
  /** How many incidents there are. */
  COUNT,
  /** Incidents by what is at risk. */
  RATE,
  /** The rate drawn towards that of the city, the more the less is at risk (Marshall 1991). */
  SMOOTHED,
  /** By how many standard deviations the rate is off (Assunção and Reis 1999). */
  STANDARDISED;

  /** The name used in APIs, such as {@code rate}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
