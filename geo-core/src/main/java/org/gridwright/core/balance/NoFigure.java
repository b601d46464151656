package org.gridwright.core.balance;

import java.util.Locale;

/** Why there is no coefficient of variation, and without a target no deviation. */
public enum NoFigure {
  /** Fewer than two units have a number. */
  FEW_UNITS,
  /** Nothing is a part of a mean of zero. */
  MEAN_ZERO;

  /** The name used in APIs, such as {@code few-units}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
