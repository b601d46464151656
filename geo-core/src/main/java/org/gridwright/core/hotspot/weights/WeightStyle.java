package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import java.util.Optional;

/** How the weights of a row stand to each other. */
public enum WeightStyle {
  /** As they were given: 1 for each link of contiguity, bands and nearest places; "B" in spdep. */
  BINARY('B'),
  /** Divided by their sum, so that each row that has links sums to 1; "W" in spdep. */
  ROW_STANDARDISED('W');

  private final char letter;

  WeightStyle(char letter) {
    this.letter = letter;
  }

  /** The style of a letter, in whatever case. */
  public static Optional<WeightStyle> of(String letter) {
    return Arrays.stream(values())
        .filter(each -> letter.equalsIgnoreCase(String.valueOf(each.letter)))
        .findFirst();
  }

  /** The letter that is used in APIs and by spdep. */
  public char letter() {
    return letter;
  }
}
