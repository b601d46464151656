package org.gridwright.api.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.data.layer.WeekTimes;
import org.jspecify.annotations.Nullable;

/**
 * Hours and weekdays as requests write them: numbers and ranges between commas. A range may go over
 * the end: {@code 22-5} is the night, {@code 6-1} Saturday to Monday.
 */
public final class WeekWords {

  public static final int LAST_HOUR = WeekTimes.HOURS - 1;
  public static final int MONDAY = 1;
  public static final int SUNDAY = WeekTimes.WEEKDAYS;

  private static final int LONGEST = 200;
  private static final Pattern PART = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

  private WeekWords() {}

  /**
   * The numbers of a text.
   *
   * @return empty where it is none
   */
  public static Optional<Collection<Integer>> numbers(String text, int least, int most) {
    Collection<Integer> numbers = new TreeSet<>();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    for (String part : text.split(",", -1)) {
      Matcher read = PART.matcher(part.strip());
      if (!read.matches()) {
        return Optional.empty();
      }
      int from = Integer.parseInt(read.group(1));
      int to = read.group(2) == null ? from : Integer.parseInt(read.group(2));
      if (Math.min(from, to) < least || Math.max(from, to) > most) {
        return Optional.empty();
      }
      numbers.add(to);
      for (int each = from; each != to; each = each == most ? least : each + 1) {
        numbers.add(each);
      }
    }
    return Optional.of(numbers);
  }

  /** Hours and weekdays; null where neither is said. */
  public static @Nullable WeekTimes times(
      Optional<Collection<Integer>> hours, Optional<Collection<Integer>> weekdays) {
    return hours.isEmpty() && weekdays.isEmpty()
        ? null
        : WeekTimes.of(hours.orElse(List.of()), weekdays.orElse(List.of()));
  }

  /** The hours as {@link #numbers} reads them; null for all. */
  public static @Nullable String hours(@Nullable WeekTimes times) {
    return times == null || times.hours() == WeekTimes.ALWAYS.hours()
        ? null
        : text(times.hours(), 0);
  }

  /** The weekdays as {@link #numbers} reads them; null for all. */
  public static @Nullable String weekdays(@Nullable WeekTimes times) {
    return times == null || times.weekdays() == WeekTimes.ALWAYS.weekdays()
        ? null
        : text(times.weekdays(), MONDAY);
  }

  private static String text(int bits, int first) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (bits >> from != 0) {
      from += Integer.numberOfTrailingZeros(bits >> from);
      int length = Integer.numberOfTrailingZeros(~(bits >> from));
      String begin = String.valueOf(first + from);
      parts.add(length == 1 ? begin : begin + "-" + (first + from + length - 1));
      from += length;
    }
    return String.join(",", parts);
  }
}
