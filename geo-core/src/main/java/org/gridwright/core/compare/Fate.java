package org.gridwright.core.compare;

import java.util.Locale;

/** What became of the units of a family. */
public enum Fate {
  /** One unit, the same but for border noise. */
  KEPT,
  /** One unit went on with another outline, name, code, parent or other attributes. */
  CHANGED,
  /** One unit went on as several. */
  SPLIT,
  /** Several units went on as one. */
  MERGED,
  /** Several units went on as another number of several. */
  REARRANGED,
  /** A unit whose ground came from nobody, or from many without a main one. */
  NEW,
  /** A unit whose ground went to nobody, or to many without a main one. */
  RETIRED;

  /** Name in JSON and CSV, such as {@code kept}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
