package org.gridwright.data.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as incident files write them: {@code 2016-07-27T08:39:48.000Z}, {@code 2010-01-01
 * 00:05}, {@code 2024/3/5}, {@code 05.03.2024 8:00}, {@code 7/19/2017 13:45}, {@code 09/09/2017
 * 1:30 PM}. A day without a time is its midnight. Where dots stand between the numbers the day
 * comes first.
 *
 * @param zone the city's, to bring times with an offset to local time; null refuses such times
 * @param order what 5/3/2024 is; null where it was not said: such a text is then refused
 */
public record IncidentTimes(@Nullable ZoneId zone, @Nullable DayOrder order) {

  /** Local times, in an order that was not said. */
  public static final IncidentTimes LOCAL = new IncidentTimes(null, null);

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}))"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?)?"
              + "\\s*(Z|z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,}");
  private static final int MONTHS = 12;

  /** The same, with what was found of a file. */
  IncidentTimes in(DayOrder found) {
    return new IncidentTimes(zone, found);
  }

  /**
   * What a text says about the order of day and month.
   *
   * @param order null where it can be read both ways
   */
  record Hint(@Nullable DayOrder order) {

    /** The hint of a text whose year stands last; empty where it is no such text. */
    static Optional<Hint> of(String text) {
      Matcher parts = FORM.matcher(text);
      if (!parts.matches() || parts.group(4) == null) {
        return Optional.empty();
      }
      int first = number(parts, 4);
      int second = number(parts, 6);
      if (parts.group(5).equals(".") || first > MONTHS) {
        return Optional.of(new Hint(DayOrder.DAY_FIRST));
      }
      if (second > MONTHS) {
        return Optional.of(new Hint(DayOrder.MONTH_FIRST));
      }
      return first == second ? Optional.empty() : Optional.of(new Hint(null));
    }
  }

  /**
   * The city's local time.
   *
   * @throws InputException when the text is no time, can be read two ways, or has an offset and no
   *     zone is known
   */
  LocalDateTime read(String text, Source source) {
    Written written = written(text, source);
    if (written.offset() == null) {
      return written.time();
    }
    if (zone == null) {
      throw InputException.at(source, "intake.time-offset", text);
    }
    return written.time().atOffset(written.offset()).atZoneSameInstant(zone).toLocalDateTime();
  }

  /**
   * The moment. A local time that comes twice is the first of the two; one that is skipped is as
   * much later as clocks are put on.
   *
   * @param city where local times are meant
   * @throws InputException when the text is no time, or can be read two ways
   */
  Instant moment(String text, Source source, ZoneId city) {
    Written written = written(text, source);
    return written.offset() == null
        ? written.time().atZone(city).toInstant()
        : written.time().toInstant(written.offset());
  }

  /**
   * A time as it stands there.
   *
   * @param offset null where none is written
   */
  private record Written(LocalDateTime time, @Nullable ZoneOffset offset) {}

  private Written written(String text, Source source) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw InputException.at(
          source,
          EPOCH.matcher(text).matches() ? "intake.time-epoch" : "intake.time-unreadable",
          text);
    }
    boolean dayFirst = parts.group(4) != null && dayFirst(parts, text, source);
    try {
      LocalDateTime written = written(parts, dayFirst);
      String offset = parts.group(13);
      return new Written(
          written, offset == null ? null : ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      throw InputException.because(
          e, source, parts.group(4) == null ? "intake.time-unreadable" : key(dayFirst), text);
    }
  }

  private static String key(boolean dayFirst) {
    return dayFirst ? "intake.time-not-day-first" : "intake.time-not-month-first";
  }

  private boolean dayFirst(Matcher parts, String text, Source source) {
    if (parts.group(5).equals(".")) {
      if (order == DayOrder.MONTH_FIRST) {
        throw InputException.at(source, "intake.time-dots", text);
      }
      return true;
    }
    if (order != null) {
      return order == DayOrder.DAY_FIRST;
    }
    return Hint.of(text)
        .map(
            hint -> {
              if (hint.order() == null) {
                throw InputException.at(source, "intake.time-ambiguous", text);
              }
              return hint.order() == DayOrder.DAY_FIRST;
            })
        .orElse(true);
  }

  private static LocalDateTime written(Matcher parts, boolean dayFirst) {
    int year = number(parts, parts.group(1) == null ? 7 : 1);
    int month = number(parts, parts.group(1) != null ? 2 : dayFirst ? 6 : 4);
    int day = number(parts, parts.group(1) != null ? 3 : dayFirst ? 4 : 6);
    int hour = number(parts, 8);
    String half = parts.group(12);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("hour " + hour + half);
      }
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }
    String fraction = parts.group(11);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalDateTime.of(year, month, day, hour, number(parts, 9), number(parts, 10), nanos);
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
