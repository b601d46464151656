package org.gridwright.data.clock.file;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;

/**
 * Days of the week as calendars write them: {@code Mon}, {@code Monday}, 周一, 星期一, and from one to
 * another, {@code Mon-Fri}.
 */
final class WeekdayWords {

  private static final Pattern TO = Pattern.compile("\\s*[-–—至到]\\s*");
  private static final String SUNDAY_TOO = "天";
  private static final int WEEK = 7;

  private WeekdayWords() {}

  /**
   * The days meant, in order.
   *
   * @throws InputException when a word is no day of the week
   */
  static List<DayOfWeek> days(String text, Source source) {
    String[] ends = TO.split(text, -1);
    if (ends.length > 2) {
      throw InputException.at(source, "clock.weekday-unknown", text);
    }
    DayOfWeek first = day(ends[0], text, source);
    DayOfWeek last = day(ends[ends.length - 1], text, source);
    int further = Math.floorMod(last.getValue() - first.getValue(), WEEK);
    return Stream.iterate(first, day -> day.plus(1)).limit(further + 1L).toList();
  }

  private static DayOfWeek day(String word, String text, Source source) {
    return named(word.strip())
        .orElseThrow(() -> InputException.at(source, "clock.weekday-unknown", text));
  }

  private static Optional<DayOfWeek> named(String word) {
    String plain = word.replace(SUNDAY_TOO, "日");
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> forms(day).anyMatch(form -> form.equalsIgnoreCase(plain)))
        .findFirst();
  }

  private static Stream<String> forms(DayOfWeek day) {
    return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
        .flatMap(
            language ->
                Stream.of(
                    day.getDisplayName(TextStyle.SHORT, language),
                    day.getDisplayName(TextStyle.FULL, language)));
  }
}
