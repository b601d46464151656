package org.gridwright.data.redraw;

import java.util.Locale;

/** What the grids of a redraw are made equal in. */
public enum BalanceBy {
  /** Each address weighs the same. */
  ADDRESSES,
  /** The attribute {@code households} of the grids that there are. */
  HOUSEHOLDS,
  /** Each incident weighs the same. */
  INCIDENTS,
  /** Square metres. */
  AREA;

  /** The name used in APIs, such as {@code addresses}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
