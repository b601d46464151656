package org.gridwright.data.clock.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.data.clock.OpenSpan;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;

/** Times of day as calendars write them: {@code 8:30}, {@code 08:30:00}, {@code 24:00}. */
final class DayTime {

  private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final int SIXTY = 60;

  private DayTime() {}

  /**
   * Seconds from midnight, {@link OpenSpan#DAY} for the end of the day.
   *
   * @throws InputException when the text is no time of day
   */
  static int seconds(String text, Source source) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw InputException.at(source, "clock.time-unreadable", text);
    }
    int minutes = Integer.parseInt(parts.group(2));
    int seconds = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    int all = (Integer.parseInt(parts.group(1)) * SIXTY + minutes) * SIXTY + seconds;
    if (minutes >= SIXTY || seconds >= SIXTY || all > OpenSpan.DAY) {
      throw InputException.at(source, "clock.time-unreadable", text);
    }
    return all;
  }
}
