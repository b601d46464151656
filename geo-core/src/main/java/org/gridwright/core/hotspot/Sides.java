package org.gridwright.core.hotspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.hotspot.inference.TailChances;

/** Which side of what was seen a p is the chance of. */
public enum Sides {
  /** Of either: twice the smaller side, at most 1. */
  TWO,
  /** Of at least as much. */
  UPPER,
  /** Of at most as much. */
  LOWER;

  /** The name used in APIs and on the command line, such as {@code two}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a name, in whatever case. */
  public static Optional<Sides> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
  }

  double of(TailChances chances) {
    return switch (this) {
      case TWO -> chances.twoSided();
      case UPPER -> chances.upper();
      case LOWER -> chances.lower();
    };
  }
}
