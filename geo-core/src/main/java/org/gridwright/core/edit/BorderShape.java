package org.gridwright.core.edit;

import java.util.Locale;

/** What a stretch of border is made to look like. */
public enum BorderShape {
  /** The straight line between its ends; borders that meet it end on that line. */
  STRAIGHT,

  /** Less angular: each of its corners comes nearer to the middle between its neighbours. */
  SMOOTH;

  /** The stable word for programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
