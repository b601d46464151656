package org.gridwright.data.redraw;

import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.plan.Unit;

/** What the grids of a redraw are made equal in. */
public enum BalanceBy {
  /** Each address weighs the same. */
  ADDRESSES,
  /** What grids are told of the attribute {@code households}. */
  HOUSEHOLDS,
  /** Each incident weighs the same. */
  INCIDENTS,
  /** Square metres. */
  AREA;

  /** The name used in APIs, such as {@code addresses}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The attribute that says how much a grid has of it; empty where none does. */
  public Optional<String> attribute() {
    return this == HOUSEHOLDS ? Optional.of(Unit.HOUSEHOLDS) : Optional.empty();
  }
}
