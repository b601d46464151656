package org.gridwright.core.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an attribute when borders move. */
public enum FactKind {
  /** A total that ground carries, such as households: conserved, spread and added up. */
  EXTENSIVE,
  /** A mean over what ground carries, such as a density or a share: averaged by weight. */
  INTENSIVE,
  /** Computed and never stored: the area, or the density of something counted. */
  DERIVED,
  /** A number that neither adds up nor averages, such as a rank; kept with the code. */
  OTHER,
  /** A text; kept with the code. */
  LABEL,
  /** Texts separated by semicolons; every part has them, and a merge unites them. */
  TAGS;

  /** The name used in commands, files and APIs, such as {@code extensive}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a number that is counted on ground and then spread or averaged. */
  public boolean isCounted() {
    return this == EXTENSIVE || this == INTENSIVE;
  }

  public static Optional<FactKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
