package org.gridwright.data.clock.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.RealData;
import org.gridwright.core.work.Progress;
import org.gridwright.data.clock.DueClock;
import org.gridwright.data.clock.WorkTime;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.IncidentTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Due times of half a year of requests, against those that the city itself recorded. */
class BostonDueTimesTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private static final List<String> HOLIDAYS =
      List.of(
          "2015-01-01",
          "2015-01-19",
          "2015-02-16",
          "2015-04-20",
          "2015-05-25",
          "2015-07-03",
          "2015-09-07",
          "2015-10-12",
          "2015-11-11",
          "2015-11-26",
          "2015-12-25");

  @TempDir Path folder;

  /** How many rows have a target, and how many of these are due within a time of it. */
  private record Near(int rows, int within2, int within20) {}

  @Test
  void dueTimesAreThoseThatTheCityRecorded() throws IOException {
    Set<String> working = rules();
    Path calendar =
        write("calendar.csv", "date,weekday,from,to,kind\n,Mon-Fri,08:30,17:00,open\n", true);
    Near worked = near(calendar, working, true);
    assertThat(worked.rows()).isEqualTo(18_247);
    assertThat((double) worked.within2() / worked.rows()).isGreaterThanOrEqualTo(.952);
    Near days = near(calendar, working, false);
    assertThat((double) days.within2() / days.rows()).isGreaterThanOrEqualTo(.934);
    assertThat((double) days.within20() / days.rows()).isGreaterThanOrEqualTo(.998);
  }

  @Test
  void aCalendarWithoutHolidaysOrOfOtherHoursIsSeen() throws IOException {
    Set<String> working = rules();
    Near always =
        near(
            write("plain.csv", "date,weekday,from,to,kind\n,Mon-Fri,08:30,17:00,open\n", false),
            working,
            true);
    assertThat((double) always.within2() / always.rows()).isBetween(.75, .77);
    Near late =
        near(
            write("late.csv", "date,weekday,from,to,kind\n,Mon-Fri,09:00,17:00,open\n", true),
            working,
            true);
    assertThat((double) late.within2() / late.rows()).isBetween(.53, .55);
  }

  /** Writes the rules as they are read; the names of those that count working days. */
  private Set<String> rules() throws IOException {
    Set<String> working = new HashSet<>();
    StringBuilder rules = new StringBuilder("name,kind,amount\n");
    Path source = RealData.file("boston/boston_due_rules_2015.csv");
    try (CsvTable csv = CsvTable.open(InputFile.of(source), TextOptions.DEFAULT)) {
      csv.forEachRemaining(
          row -> {
            boolean days = row.values().get(2).equals("working");
            if (days) {
              working.add(row.values().get(0));
            }
            rules
                .append(row.values().get(0))
                .append(days ? ",working-days," : ",calendar-days,")
                .append(row.values().get(1))
                .append('\n');
          });
    }
    Files.writeString(folder.resolve("rules.csv"), rules);
    return working;
  }

  private Path write(String name, String week, boolean holidays) throws IOException {
    StringBuilder calendar = new StringBuilder(week);
    if (holidays) {
      HOLIDAYS.forEach(day -> calendar.append(day).append(",,,,closed\n"));
    }
    return Files.writeString(folder.resolve(name), calendar);
  }

  private Near near(Path calendar, Set<String> working, boolean work) throws IOException {
    Path due = folder.resolve("due.csv");
    DueTable table =
        new DueTable(
            RealData.file("boston/boston_311_2015_h1.csv.gz"),
            ReadOptions.DEFAULT,
            "opened",
            "type",
            new IncidentTimes(BOSTON, null));
    WorkTime time =
        WorkTime.of(CalendarFile.read(calendar, TextOptions.DEFAULT).calendar(), BOSTON);
    try (var out = Files.newOutputStream(due)) {
      DueCounts counts =
          table.copy(
              DueRulesFile.read(folder.resolve("rules.csv"), TextOptions.DEFAULT).rules(),
              DueClock.of(time),
              BOSTON,
              out,
              CsvOutput.DEFAULT,
              Progress.NONE);
      assertThat(counts.rows()).isEqualTo(53_025);
      assertThat(counts.unreadable()).isZero();
      assertThat(counts.never()).isEmpty();
    }
    return near(due, working, work, calendar);
  }

  private static Near near(Path due, Set<String> working, boolean work, Path calendar) {
    int rows = 0;
    int within2 = 0;
    int within20 = 0;
    try (CsvTable csv = CsvTable.open(InputFile.of(due), TextOptions.DEFAULT)) {
      int type = csv.column("type");
      int target = csv.column("target");
      int told = csv.column(DueTable.DUE);
      while (csv.hasNext()) {
        List<String> values = csv.next().values();
        if (!values.get(told).isEmpty()
            && !values.get(target).isEmpty()
            && working.contains(values.get(type)) == work) {
          rows++;
          LocalDateTime local = OffsetDateTime.parse(values.get(told)).toLocalDateTime();
          long off =
              Duration.between(local, LocalDateTime.parse(values.get(target))).abs().toSeconds();
          within2 += off <= 120 ? 1 : 0;
          within20 += off <= 1200 ? 1 : 0;
        }
      }
    }
    System.out.printf(
        "Boston, %s, %s days: %d rows, %.4f within 2 min, %.4f within 20 min%n",
        calendar.getFileName(),
        work ? "working" : "calendar",
        rows,
        (double) within2 / rows,
        (double) within20 / rows);
    return new Near(rows, within2, within20);
  }
}
