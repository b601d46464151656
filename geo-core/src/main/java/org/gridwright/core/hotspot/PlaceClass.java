package org.gridwright.core.hotspot;

import java.util.Locale;

/**
 * What is claimed of a place.
 *
 * @param kind what
 * @param confidence 99, 95 or 90; 0 where nothing is claimed
 */
public record PlaceClass(Kind kind, int confidence) {

  /** Nothing that chance would not explain. */
  public static final PlaceClass NOT_SIGNIFICANT = new PlaceClass(Kind.NOT_SIGNIFICANT, 0);

  /** Nothing can be said. */
  public static final PlaceClass NOT_DEFINED = new PlaceClass(Kind.NOT_DEFINED, 0);

  /** What can be claimed. */
  public enum Kind {
    /** More than expected around the place. */
    HOT,
    /** Less than expected around the place. */
    COLD,
    /** High among high ones. */
    HIGH_HIGH,
    /** Low among low ones. */
    LOW_LOW,
    /** High among low ones. */
    HIGH_LOW,
    /** Low among high ones. */
    LOW_HIGH,
    /** Like its neighbours. */
    ALIKE,
    /** Unlike its neighbours. */
    UNLIKE,
    NOT_SIGNIFICANT,
    NOT_DEFINED
  }

  /** The class of a claim by its chance: at .01, .05 and .10, each included. */
  static PlaceClass of(Kind kind, double p) {
    if (p <= 0.01) {
      return new PlaceClass(kind, 99);
    }
    if (p <= 0.05) {
      return new PlaceClass(kind, 95);
    }
    return p <= 0.10 ? new PlaceClass(kind, 90) : NOT_SIGNIFICANT;
  }

  /** The name used in APIs and files, such as {@code hot-99} or {@code not-significant}. */
  public String id() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return confidence == 0 ? name : name + "-" + confidence;
  }
}
