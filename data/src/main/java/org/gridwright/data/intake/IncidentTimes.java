package org.gridwright.data.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as incident files write them: {@code 2016-07-27T08:39:48.000Z}, {@code 2010-01-01
 * 00:05}, {@code 2024/3/5}, {@code 7/19/2017 13:45}, {@code 09/09/2017 1:30 PM}. A day without a
 * time is its midnight.
 *
 * @param zone the city's, to bring times with an offset to local time; null refuses such times
 * @param dayFirst whether 5/3/2024 is 5 March
 */
public record IncidentTimes(@Nullable ZoneId zone, boolean dayFirst) {

  /** Local times, month first. */
  public static final IncidentTimes LOCAL = new IncidentTimes(null, false);

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}))"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?)?"
              + "\\s*(Z|z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,}");

  /**
   * The city's local time.
   *
   * @throws InputException when the text is no time, or has an offset and no zone is known
   */
  LocalDateTime read(String text, Source source) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw InputException.at(
          source,
          EPOCH.matcher(text).matches() ? "intake.time-epoch" : "intake.time-unreadable",
          text);
    }
    try {
      LocalDateTime written = written(parts);
      String offset = parts.group(12);
      return offset == null ? written : local(written, offset, text, source);
    } catch (DateTimeException e) {
      throw InputException.because(
          e,
          source,
          parts.group(4) == null ? "intake.time-unreadable" : "intake.time-day-month",
          text);
    }
  }

  private LocalDateTime written(Matcher parts) {
    int year = number(parts, parts.group(1) == null ? 6 : 1);
    int month = number(parts, parts.group(1) != null ? 2 : dayFirst ? 5 : 4);
    int day = number(parts, parts.group(1) != null ? 3 : dayFirst ? 4 : 5);
    int hour = number(parts, 7);
    String half = parts.group(11);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("hour " + hour + half);
      }
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }
    String fraction = parts.group(10);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalDateTime.of(year, month, day, hour, number(parts, 8), number(parts, 9), nanos);
  }

  private LocalDateTime local(LocalDateTime written, String offset, String text, Source source) {
    if (zone == null) {
      throw InputException.at(source, "intake.time-offset", text);
    }
    ZoneOffset meant = ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
    return written.atOffset(meant).atZoneSameInstant(zone).toLocalDateTime();
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
