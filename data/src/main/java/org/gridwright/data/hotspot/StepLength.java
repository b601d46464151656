package org.gridwright.data.hotspot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a step of time is.
 *
 * @param unit what it is measured by
 * @param number of days; 1 for other units
 */
public record StepLength(CalendarUnit unit, int number) {

  private static final Pattern DAYS = Pattern.compile("days(?::([1-9]\\d{0,3}))?");

  /** Days are counted from the last one back, weeks begin on Mondays, months on their first. */
  public enum CalendarUnit {
    DAYS,
    WEEKS,
    MONTHS
  }

  /** Each day is a step. */
  public static final StepLength DAY = new StepLength(CalendarUnit.DAYS, 1);

  /**
   * What a word means: {@code days}, {@code days:14}, {@code weeks} or {@code months}.
   *
   * @throws HotspotInputException when it means nothing
   */
  public static StepLength of(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    Matcher days = DAYS.matcher(plain);
    if (days.matches()) {
      return days.group(1) == null
          ? DAY
          : new StepLength(CalendarUnit.DAYS, Integer.parseInt(days.group(1)));
    }
    return switch (plain) {
      case "weeks" -> new StepLength(CalendarUnit.WEEKS, 1);
      case "months" -> new StepLength(CalendarUnit.MONTHS, 1);
      default -> throw HotspotInputException.of("hotspot.step", word);
    };
  }

  /** The word for it, such as {@code days:14}. */
  public String id() {
    return unit == CalendarUnit.DAYS ? "days:" + number : unit.name().toLowerCase(Locale.ROOT);
  }
}
