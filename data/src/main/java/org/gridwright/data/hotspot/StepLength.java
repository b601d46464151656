package org.gridwright.data.hotspot;

import java.util.Locale;
import org.gridwright.core.lattice.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * How long the steps of a cube are.
 *
 * @param kind how they are told
 * @param days how many days a step of days has; 1 for other kinds
 */
public record StepLength(Kind kind, int days) {

  /** Steps that the file numbers. */
  public static final StepLength NUMBERED = new StepLength(Kind.NUMBERED, 1);

  /** Each day is a step. */
  public static final StepLength DAY = new StepLength(Kind.DAYS, 1);

  private static final double MOST_DAYS = 3660;

  /** How steps are told. */
  public enum Kind {
    /** By numbers of the file, 1 apart. */
    NUMBERED,
    /** By so many days from the first day on. */
    DAYS,
    /** From Monday to Sunday. */
    WEEKS,
    /** Months of the calendar. */
    MONTHS
  }

  /**
   * What a word means: {@code days:N}, {@code weeks} or {@code months}; null for numbered ones.
   *
   * @throws HotspotInputException when it means none
   */
  public static StepLength of(@Nullable String word) {
    if (word == null) {
      return NUMBERED;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "weeks" -> new StepLength(Kind.WEEKS, 1);
      case "months" -> new StepLength(Kind.MONTHS, 1);
      case "days" -> DAY;
      default -> new StepLength(Kind.DAYS, days(word, lower));
    };
  }

  private static int days(String word, String lower) {
    try {
      if (lower.startsWith("days:")) {
        double days = DecimalText.parse(lower.substring("days:".length()));
        if (days >= 1 && days <= MOST_DAYS && days == Math.rint(days)) {
          return (int) days;
        }
      }
    } catch (NumberFormatException none) {
      throw HotspotInputException.of("hotspot.step", word);
    }
    throw HotspotInputException.of("hotspot.step", word);
  }

  /** The name used in APIs, such as {@code days:7}. */
  public String id() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.DAYS ? name + ":" + days : name;
  }
}
