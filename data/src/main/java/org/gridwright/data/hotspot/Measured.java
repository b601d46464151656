package org.gridwright.data.hotspot;

import java.util.Locale;

/** What of the counts is tested. */
public enum Measured {
  /** The values as they are. */
  COUNT,
  /** By what is at risk. */
  RATE,
  /** Smoothed towards the overall rate by empirical Bayes (Marshall 1991). */
  EB,
  /** Smoothed towards the rate around the place. */
  EB_LOCAL,
  /** Standardised by empirical Bayes (Assunção and Reis 1999). */
  EB_Z;

  /** The name used in APIs and on the command line, such as {@code eb-local}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
