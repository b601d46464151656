package org.gridwright.core.hotspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;

/** What is computed of each place and its neighbours. */
public enum LocalMethod {
  /** Getis–Ord Gi*, the own value included. */
  GISTAR,
  /** Getis–Ord Gi, the own value left out. */
  GI,
  /** Local Moran's I. */
  MORAN,
  /** Local Geary's c. */
  GEARY,
  /** Local join counts of values 0 and 1. */
  JOIN;

  /** The name used in APIs and on the command line, such as {@code gistar}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method of a name, in whatever case. */
  public static Optional<LocalMethod> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }

  /**
   * The moments that are used where none are asked for. Conditional ones are those of conditional
   * permutation; Gi* is defined with total ones (Ord and Getis 1995), and its conditional ones give
   * the z of Gi.
   */
  public Randomisation usualMoments() {
    return this == GISTAR ? Randomisation.TOTAL : Randomisation.CONDITIONAL;
  }

  /** Whether the moments of total randomisation exist beside the conditional ones. */
  public boolean hasTotalMoments() {
    return this == GISTAR || this == MORAN || this == GEARY;
  }
}
