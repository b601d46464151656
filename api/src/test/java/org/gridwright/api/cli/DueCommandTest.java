package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code due}, by hand. */
class DueCommandTest {

  private static final String ALL =
      "due in.csv -o out.csv --opened opened --rule type --rules rules.csv --calendar cal.csv"
          + " --zone Asia/Shanghai";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("rules.csv"),
        """
        name,kind,amount
        垃圾,working-hours,4
        Rats,working-days,2
        Trees,calendar-days,30
        Fire,elapsed,2
        """);
    Files.writeString(
        folder.resolve("cal.csv"),
        """
        date,weekday,from,to,kind
        ,Mon-Fri,09:00,12:00,open
        ,Mon-Fri,13:00,17:00,open
        2026-02-16,,,,closed
        2026-02-14,,09:00,12:00,open
        """);
    Files.writeString(
        folder.resolve("in.csv"),
        """
        id,opened,type
        1,2026-02-13 16:00,垃圾
        2,2026-02-13T10:00:00+09:00,Rats
        3,2026-02-13 16:00,Trees
        4,2026-02-13 23:30,Fire
        5,2026-02-13 16:00,Potholes
        6,,Fire
        7,yesterday,Fire
        """);
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  /** Friday 16:00 and four hours: one more on Friday and three on the Saturday made up. */
  @Test
  void everyRowKeepsItsFieldsAndIsToldWhenItIsDue() throws IOException {
    CommandRun run = gridwright(ALL);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("out.csv")))
        .isEqualToNormalizingNewlines(
            """
            id,opened,type,due
            1,2026-02-13 16:00,垃圾,2026-02-14T12:00:00+08:00
            2,2026-02-13T10:00:00+09:00,Rats,2026-02-17T09:00:00+08:00
            3,2026-02-13 16:00,Trees,2026-03-15T16:00:00+08:00
            4,2026-02-13 23:30,Fire,2026-02-14T01:30:00+08:00
            5,2026-02-13 16:00,Potholes,
            6,,Fire,
            7,yesterday,Fire,
            """);
    assertThat(run.err())
        .contains("rows without a due time: 1; there is no rule")
        .contains("\"Potholes\" (1)")
        .contains("rows without a due time: 2; the moment they were opened cannot be read")
        .contains("line 7")
        .contains("the time \"yesterday\" cannot be read")
        .contains("due times written to out.csv, for 4 of 7 rows");
  }

  @Test
  void workingTimeNeedsACalendar() {
    CommandRun run = gridwright(ALL.replace(" --calendar cal.csv", ""));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("rules.csv").contains("--calendar");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void aCalendarThatNeverOpensIsTold() throws IOException {
    Files.writeString(folder.resolve("cal.csv"), "date,weekday,from,to,kind\n,Mon,,,closed\n");
    CommandRun run = gridwright(ALL);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("\"cal.csv\" has no opening time at all")
        .contains("rows without a due time: 2; the calendar does not open again");
  }

  @Test
  void nothingIsWrittenOverWhatIsRead() {
    for (String file : new String[] {"in.csv", "rules.csv", "cal.csv"}) {
      CommandRun run = gridwright(ALL.replace("-o out.csv", "-o " + file));
      assertThat(run.status()).as(file).isEqualTo(2);
      assertThat(run.err()).contains(file);
    }
  }

  @Test
  void datesThatCanBeReadTwoWaysAreRefusedUntilItIsSaid() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "opened,type\n5/3/2026 10:00,Fire\n");
    CommandRun undecided = gridwright(ALL);
    assertThat(undecided.status()).isEqualTo(1);
    assertThat(undecided.err()).contains("--day-first");
    assertThat(gridwright(ALL + " --day-first").status()).isZero();
    assertThat(Files.readString(folder.resolve("out.csv"))).contains("2026-03-05T12:00:00+08:00");
  }

  @Test
  void aColumnDueIsNotMadeTwice() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "opened,type,due\n2026-03-05,Fire,\n");
    CommandRun run = gridwright(ALL);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("a column due already");
  }

  @Test
  void anUnknownZoneIsRefused() {
    CommandRun run = gridwright(ALL.replace("Asia/Shanghai", "Asia/Peking"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--zone").contains("Asia/Peking");
  }
}
