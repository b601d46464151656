package org.gridwright.api.http.answer;

/** Rounds measures for people. */
public final class Metres {

  private Metres() {}

  /** Rounded to one decimal. */
  public static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
