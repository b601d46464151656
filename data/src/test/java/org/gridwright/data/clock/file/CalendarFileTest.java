package org.gridwright.data.clock.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridwright.data.clock.DueKind;
import org.gridwright.data.clock.OpenSpan;
import org.gridwright.data.clock.WorkCalendar;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.TextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars and rules as files. */
class CalendarFileTest {

  private static final int HOUR = 3600;

  @TempDir Path folder;

  private WorkCalendar calendar(String rows) throws IOException {
    return CalendarFile.read(written("date,weekday,from,to,kind\n" + rows), TextOptions.DEFAULT)
        .calendar();
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }

  private static List<OpenSpan> hours(WorkCalendar calendar, String date) {
    return calendar.hours(LocalDate.parse(date));
  }

  /** 9 February 2026 is a Monday; the Saturday is made up for the holiday on Monday the 16th. */
  @Test
  void aWeekWithLunchHolidayAndASaturdayMadeUp() throws IOException {
    WorkCalendar calendar =
        calendar(
            """
            ,Mon-Fri,9:00,17:30,open
            ,Mon-Fri,12:00,14:00,closed
            2026-02-16,Mon,,,closed
            2026-02-14,,09:00,12:00,open
            2026-02-14,,14:00,17:30,open
            2026-02-13,Friday,15:00,24:00,closed
            """);
    assertThat(hours(calendar, "2026-02-09"))
        .containsExactly(new OpenSpan(9 * HOUR, 12 * HOUR), new OpenSpan(14 * HOUR, 63_000));
    assertThat(hours(calendar, "2026-02-16")).isEmpty();
    assertThat(hours(calendar, "2026-02-14")).isEqualTo(hours(calendar, "2026-02-09"));
    assertThat(hours(calendar, "2026-02-13"))
        .containsExactly(new OpenSpan(9 * HOUR, 12 * HOUR), new OpenSpan(14 * HOUR, 15 * HOUR));
    assertThat(hours(calendar, "2026-02-15")).isEmpty();
  }

  @Test
  void nightsReachIntoTheNextDay() throws IOException {
    WorkCalendar calendar =
        calendar(
            """
            ,Sun,22:00,06:00,open
            2026-02-13,,20:00,02:00,open
            """);
    assertThat(hours(calendar, "2026-02-08"))
        .containsExactly(new OpenSpan(22 * HOUR, OpenSpan.DAY));
    assertThat(hours(calendar, "2026-02-09")).containsExactly(new OpenSpan(0, 6 * HOUR));
    assertThat(hours(calendar, "2026-02-13"))
        .containsExactly(new OpenSpan(20 * HOUR, OpenSpan.DAY));
    assertThat(hours(calendar, "2026-02-14")).containsExactly(new OpenSpan(0, 2 * HOUR));
  }

  @ParameterizedTest
  @CsvSource({"00:00,24:00", ",", "00:00,", ",24:00"})
  void allDayIsAllDay(String from, String to) throws IOException {
    String row = ",周一至周日," + (from == null ? "" : from) + "," + (to == null ? "" : to) + ",open\n";
    assertThat(hours(calendar(row), "2026-02-11")).containsExactly(OpenSpan.ALL_DAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30,,,,closed | date \"2026-02-30\" cannot be read",
        "16/02/2026,,,,closed | write it as 2026-02-14",
        "2026-02-16,Tue,,,closed | is not on the weekday \"Tue\"",
        ",,08:00,09:00,open | neither a date nor a weekday",
        ",Mo,08:00,09:00,open | weekday \"Mo\" is unknown",
        ",Mon,25:00,26:00,open | time of day \"25:00\" cannot be read",
        ",Mon,8,9,open | time of day \"8\" cannot be read",
        ",Mon,08:00,08:00,open | nothing lies between",
        ",Mon,24:00,08:00,open | nothing lies between",
        ",Mon,08:00,09:00,shut | neither open nor closed",
      })
  void aRowThatMeansNothingRefusesTheFile(String row, String what) {
    assertThatThrownBy(() -> calendar(",Tue,08:00,09:00,open\n" + row + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining(what);
  }

  @Test
  void aDateCannotBeClosedAllDayAndOpen() {
    assertThatThrownBy(() -> calendar("2026-02-16,,,,closed\n2026-02-16,,08:00,09:00,open\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("line 2");
  }

  @Test
  void rulesAreReadWithWhateverJoinsTheirWords() throws IOException {
    Path file =
        written(
            """
            name,kind,amount
            Dead animal,working-days,1
            "Noise, loud",Working Hours,1.5
            Rats,CALENDAR_DAYS,30
            Fire,elapsed,0
            """);
    DueRulesFile rules = DueRulesFile.read(file, TextOptions.DEFAULT);
    assertThat(rules.rules().keySet())
        .containsExactly("Dead animal", "Noise, loud", "Rats", "Fire");
    assertThat(rules.rules().values())
        .extracting(rule -> rule.kind())
        .containsExactly(
            DueKind.WORKING_DAYS, DueKind.WORKING_HOURS, DueKind.CALENDAR_DAYS, DueKind.ELAPSED);
    assertThat(rules.needsCalendar()).isTrue();
    assertThat(Map.copyOf(rules.rules())).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,days,3 | kind \"days\" is unknown; there are elapsed, working-hours",
        "A,elapsed,three | amount \"three\" is no number",
        "A,elapsed,-1 | amount \"-1\" is no number",
        "A,elapsed,1e9 | amount \"1e9\" is no number",
        "A,elapsed,999999 | larger than 876600",
        "A,working-days,1.5 | write whole days",
        ",elapsed,1 | no name",
        "B,elapsed,1 | \"B\" stands twice",
      })
  void aRuleThatMeansNothingRefusesTheFile(String row, String what) throws IOException {
    Path file = written("name,kind,amount\nB,elapsed,1\n" + row + "\n");
    assertThatThrownBy(() -> DueRulesFile.read(file, TextOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining(what);
  }
}
