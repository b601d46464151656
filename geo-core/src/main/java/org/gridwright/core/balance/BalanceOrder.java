package org.gridwright.core.balance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order units are listed; those without a number always come last. */
public enum BalanceOrder {
  /** The largest deviation first, above or below. */
  DEVIATION,
  /** Who has most first. */
  MOST,
  /** Who has least first. */
  LEAST;

  /** The name used in APIs, such as {@code deviation}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BalanceOrder> of(String id) {
    return Arrays.stream(values()).filter(order -> order.id().equals(id)).findFirst();
  }
}
