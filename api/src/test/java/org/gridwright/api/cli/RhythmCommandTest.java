package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method rhythm}, by hand. */
class RhythmCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** 4 March 2024 was a Monday: three at 8 and one at 22; Tuesday one at 8 and three at 22. */
  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("week.csv"),
        """
        day,hour
        2024-03-04,08:00
        2024-03-11,08:59
        2024-03-18,08:30
        2024-03-04,22:01
        2024-03-05,08:10
        2024-03-05,22:00
        2024-03-12,22:15
        2024-03-19,22:45
        """);
    Files.writeString(folder.resolve("days.csv"), "day\n2024-03-04\n2024-03-05\n");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method rhythm " + command).split(" "));
  }

  /** The table 3 1 / 1 3: 2 expected everywhere, χ² = 4 · 1/2, residuals ±√2. */
  @Test
  void hoursAndWeekdaysComeWithWhatIsExpected() throws IOException {
    CommandRun run = gridwright("week.csv --time day,hour -o out.csv --json");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    assertThat(rows).hasSize(7 * 24);
    assertThat(rows.get(8))
        .containsEntry("weekday", "1")
        .containsEntry("hour", "8")
        .containsEntry("count", "3")
        .containsEntry("expected", "2");
    assertThat(Double.parseDouble(rows.get(8).get("residual")))
        .isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(Double.parseDouble(rows.get(22).get("residual")))
        .isCloseTo(-Math.sqrt(2), within(1e-12));
    assertThat(rows.get(9)).containsEntry("residual", "").containsEntry("expected", "0");
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("chiSquare").asDouble()).isCloseTo(2, within(1e-12));
    assertThat(json.get("degreesOfFreedom").asInt()).isEqualTo(1);
    // 2 (1 − Φ(√2))
    assertThat(json.get("p").asDouble()).isCloseTo(0.15729920705, within(1e-10));
  }

  @Test
  void theReportShowsTheWeekAndSaysThatFewAreRough() {
    CommandRun run = gridwright("week.csv --time day,hour --explain");
    assertThat(run.out()).contains("8 incidents").contains("p = 0.1573").contains("Mon");
    assertThat(run.err()).contains("p is rough").doesNotContain("midnight");
    CommandRun chinese = gridwright("week.csv --time day,hour --explain --lang zh-CN");
    assertThat(chinese.out()).contains("8 起事件").contains("残差");
  }

  @Test
  void momentsWithoutAnHourAreNamedAndNothingIsCompared() {
    CommandRun run = gridwright("days.csv --time day");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("cannot be compared");
    assertThat(run.err()).contains("2 of 2 incidents are at midnight exactly");
  }

  @Test
  void theStoresIncidentsHaveARhythmToo() throws IOException {
    Path store = SmallCity.in(folder);
    CommandRun run = gridwright("--store " + store + " --category noise -o out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    // 1 March 2024, a Friday, at 8:30
    assertThat(CsvCells.of(folder.resolve("out.csv")).get(4 * 24 + 8)).containsEntry("count", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | week.csv | --time
          2 | week.csv --time day,hour --category noise | name a FILE
          2 | week.csv --time day,hour --code day | --code says nothing about rhythm
          2 | week.csv --time day,hour -o out.geojson | end it in .csv
          2 | week.csv --time day,hour --day-first --month-first | --day-first and --month-first
          1 | week.csv --time hour | "08:00"
          1 | week.csv --time when | "when"
          1 | week.csv --time day,hour --from 2025-01-01 | no incident of these days
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
