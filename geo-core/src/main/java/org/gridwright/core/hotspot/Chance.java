package org.gridwright.core.hotspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the p of each place comes from. */
public enum Chance {
  /** The normal distribution, of z. */
  NORMAL,
  /**
   * A shifted gamma with three exact conditional moments: the normal tail corrected for skewness.
   */
  SKEWED,
  /** The exact distribution of conditional permutation, of whole values and even weights. */
  EXACT,
  /** Conditional permutation, drawn. */
  PERMUTATION;

  /** The name used in APIs and on the command line, such as {@code normal}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a name, in whatever case. */
  public static Optional<Chance> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }
}
