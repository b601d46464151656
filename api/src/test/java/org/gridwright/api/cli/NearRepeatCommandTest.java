package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.RealData;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method near-repeat}, against the reference and by hand. */
class NearRepeatCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** Three incidents 111 m apart in a row, a day and three days apart. */
  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("row.csv"),
        """
        lon,lat,when
        10,50,2024-03-01 12:00
        10,50.001,2024-03-02 12:00
        10,50.002,2024-03-05 11:00
        """);
    Files.writeString(folder.resolve("mixed.csv"), "lon,lat,when\n10,50,3\n10,51,2024-03-02\n");
    Files.writeString(folder.resolve("one.csv"), "lon,lat,when\n10,50,3\n");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method near-repeat " + command).split(" "));
  }

  @Test
  void theTableIsThatOfTheReferenceByNumbersOfDaysAndByDates() throws IOException {
    Path file = RealData.file("stats_reference/knox_points.csv");
    String bands = " --planar --bands-metres 0,100,200,300,400 --bands-days 7,14,21,28";
    CommandRun run =
        gridwright(file + " --lon x --lat y --time day --permutations 99 -o days.csv" + bands);
    assertThat(run.status()).as(run.err()).isZero();
    ReferenceTable table = ReferenceTable.of("knox_table");
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("days.csv"));
    assertThat(rows).hasSize(table.size());
    for (int i = 0; i < table.size(); i++) {
      Map<String, String> row = rows.get(i);
      CsvCells.assertCell(row, "metres_to", table.number(i, "space_to"));
      CsvCells.assertCell(row, "days_to", table.number(i, "day_to"));
      CsvCells.assertCell(row, "pairs", table.number(i, "pairs"));
      CsvCells.assertCell(row, "close_in_space", table.number(i, "close_in_space"));
      CsvCells.assertCell(row, "close_in_time", table.number(i, "close_in_time"));
      CsvCells.assertCell(row, "all_pairs", table.number(i, "all_pairs"));
      CsvCells.assertCell(row, "expected", table.number(i, "expected_independent"));
    }
    writeDates();
    CommandRun dates =
        gridwright(
            "dates.csv --lon x --lat y --time day --permutations 99 -o dates-out.csv" + bands);
    assertThat(dates.status()).as(dates.err()).isZero();
    assertThat(folder.resolve("dates-out.csv")).hasSameBinaryContentAs(folder.resolve("days.csv"));
  }

  private void writeDates() throws IOException {
    ReferenceTable points = ReferenceTable.of("knox_points");
    List<String> lines = new ArrayList<>(List.of("x,y,day"));
    for (int i = 0; i < points.size(); i++) {
      LocalDate day =
          LocalDate.of(2024, 1, 1).plusDays((long) points.number(i, "day").orElseThrow());
      lines.add(points.text(i, "x") + "," + points.text(i, "y") + "," + day);
    }
    Files.write(folder.resolve("dates.csv"), lines);
  }

  @Test
  void momentsAreThoseOfTheReferenceAndTheSameSeedDrawsTheSame() throws IOException {
    Path file = RealData.file("stats_reference/knox_points.csv");
    String command =
        file
            + " --lon x --lat y --time day --planar --bands-metres 200 --bands-days 7"
            + " --permutations 4999 --seed 3 -o ";
    CommandRun run = gridwright(command + "one.csv");
    assertThat(run.status()).as(run.err()).isZero();
    ReferenceTable moments = ReferenceTable.of("knox_moments");
    Map<String, String> cell = CsvCells.of(folder.resolve("one.csv")).get(0);
    CsvCells.assertCell(cell, "pairs", moments.number(0, "pairs"));
    CsvCells.assertCell(cell, "expected", moments.number(0, "expected"));
    CsvCells.assertCell(cell, "variance", moments.number(0, "variance_exact_permutation"));
    CsvCells.assertCell(cell, "z", moments.number(0, "z"));
    assertThat(Double.parseDouble(cell.get("p"))).isBetween(0.008, 0.035);
    assertThat(gridwright(command + "two.csv").status()).isZero();
    assertThat(folder.resolve("two.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
  }

  /** 111.2 m and 24 hours; 111.2 m and 71 hours; 222.5 m and 95 hours. */
  @Test
  void degreesAreMeasuredInMetresAndDaysHave24Hours() {
    CommandRun run =
        gridwright(
            "row.csv --lon lon --lat lat --time when --bands-metres 111,112,230 --bands-days 1,3"
                + " --permutations 0 --json --explain");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode cells = JSON.readTree(run.out()).get("cells");
    List<Integer> pairs = new ArrayList<>();
    cells.forEach(cell -> pairs.add(cell.get("pairs").asInt()));
    assertThat(pairs).containsExactly(0, 0, 1, 1, 0, 0);
    assertThat(cells.get(0).has("p")).isFalse();
  }

  @Test
  void theReportSaysWhatIsNotAdjusted() {
    CommandRun run = gridwright("row.csv --lon lon --lat lat --time when --explain");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Knox").contains("3 pairs of incidents; p from 999 shuffles");
    assertThat(run.err()).contains("not adjusted for 20 cells");
  }

  /** Two of the four are 143 m apart, all at the same moment. */
  @Test
  void theStoresIncidentsArePairedToo() {
    Path store = SmallCity.in(folder);
    CommandRun run = gridwright("--store " + store + " --bands-metres 150 --bands-days 1 --json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("allPairs").asInt()).isEqualTo(6);
    assertThat(json.get("cells").get(0).get("pairs").asInt()).isEqualTo(1);
    assertThat(json.get("cells").get(0).get("variance").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | row.csv --lon lon --lat lat | --time
          2 | row.csv --lon lon --lat lat --time when --bands-metres far | --bands-metres far says no bands
          2 | row.csv --lon lon --lat lat --time when --bands-days 1,,2 | --bands-days 1,,2 says no bands
          2 | row.csv --lon lon --lat lat --time when --permutations -1 | choose from 0
          2 | row.csv --lon lon --lat lat --time when --permutations 1000000000 | choose from 0
          2 | row.csv --lon lon --lat lat --time when --code lon | --code says nothing about near-repeat
          2 | row.csv --lon lon --lat lat --time when -o out.geojson | end it in .csv
          1 | row.csv --lon lon --lat lat --time when --bands-metres 200,100 | ascend
          1 | row.csv --lon lon --lat lat --time when --bands-days 7,7 | ascend
          1 | row.csv --time when | no point
          1 | row.csv --lon lon --lat lat --time when --from 2024-03-05 | only one incident
          1 | row.csv --lon lon --lat lat --time when --from 2025-03-05 | no incident of these days
          1 | mixed.csv --lon lon --lat lat --time when | numbers and dates of days are mixed
          1 | one.csv --lon lon --lat lat --time when | only one incident
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
