package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

/** {@code hotspots --method emerging}, against the reference cube and by hand. */
class EmergingHotspotsCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    BoardOverTime.in(folder);
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method emerging " + command).split(" "));
  }

  /** The links of the reference cube: queen neighbours of cells 1 to 64, row by row. */
  private void writeQueenLinks() throws IOException {
    List<String> lines = new ArrayList<>(List.of("i,j,w"));
    for (int a = 0; a < 64; a++) {
      for (int b = 0; b < 64; b++) {
        boolean touch = Math.abs(a % 8 - b % 8) <= 1 && Math.abs(a / 8 - b / 8) <= 1;
        if (a != b && touch) {
          lines.add("%d,%d,1".formatted(a + 1, b + 1));
        }
      }
    }
    Files.write(folder.resolve("queen8.csv"), lines);
  }

  @Test
  void theReferenceCubeHasItsFiguresAndClasses() throws IOException {
    Path cube = RealData.file("stats_reference/cube_8x8x10.csv");
    writeQueenLinks();
    CommandRun run =
        gridwright(
            cube
                + " --code cell --time step --value count --weights queen8.csv"
                + " -o places.csv --bins bins.csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("--hamed-rao");
    ReferenceTable bins = ReferenceTable.of("cube_8x8x10");
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("bins.csv"));
    assertThat(rows).hasSize(bins.size());
    rows.sort(
        Comparator.comparingInt((Map<String, String> row) -> Integer.parseInt(row.get("step")))
            .thenComparingInt(row -> Integer.parseInt(row.get("code"))));
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      assertThat(row.get("code")).isEqualTo(bins.text(i, "cell"));
      CsvCells.assertCell(row, "count", bins.number(i, "count"));
      CsvCells.assertCell(row, "z", bins.number(i, "gi_star_z"));
      CsvCells.assertCell(row, "p", bins.number(i, "p"));
      CsvCells.assertCell(row, "p_bh", bins.number(i, "p_bh"));
      CsvCells.assertCell(row, "bin", bins.number(i, "bin"));
    }
    assertClasses(ReferenceTable.of("cube_8x8x10_classes"));
  }

  private void assertClasses(ReferenceTable classes) throws IOException {
    List<Map<String, String>> places = CsvCells.of(folder.resolve("places.csv"));
    assertThat(places).hasSize(classes.size());
    places.sort(Comparator.comparingInt(row -> Integer.parseInt(row.get("code"))));
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i).get("class")).isEqualTo(classes.text(i, "class"));
      CsvCells.assertCell(places.get(i), "trend_z", classes.number(i, "trend_z"));
      CsvCells.assertCell(places.get(i), "trend_p", classes.number(i, "trend_p"));
    }
  }

  @Test
  void trendsThatAllowForSerialCorrelationDifferAndNeedNoWarning() throws IOException {
    Path cube = RealData.file("stats_reference/cube_8x8x10.csv");
    writeQueenLinks();
    String command = cube + " --code cell --time step --value count --weights queen8.csv -o ";
    assertThat(gridwright(command + "plain.csv").status()).isZero();
    CommandRun run = gridwright(command + "allowed.csv --hamed-rao");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("--hamed-rao");
    List<Map<String, String>> plain = CsvCells.of(folder.resolve("plain.csv"));
    List<Map<String, String>> allowed = CsvCells.of(folder.resolve("allowed.csv"));
    assertThat(allowed.get(20).get("sen_slope")).isEqualTo(plain.get(20).get("sen_slope"));
    assertThat(allowed.stream().map(row -> row.get("trend_p")).toList())
        .isNotEqualTo(plain.stream().map(row -> row.get("trend_p")).toList());
  }

  /** Counts by month, and the same incidents one by one, are the same cube but for two of P24. */
  @Test
  void incidentsAreCountedByMonthAndPlacesComeFromAnotherFile() throws IOException {
    CommandRun run =
        gridwright(
            "incidents.csv --code place --time when --step months --places board.geojson"
                + " -o places.geojson --bins bins.csv --explain");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("25 places in 4 steps from 2024-01 to 2024-04: 178 in all")
        .contains("144 links")
        .contains("4 bins are hot and 0 cold")
        .contains("p adjusted for 100 bins");
    Map<String, String> april =
        CsvCells.of(folder.resolve("bins.csv")).stream()
            .filter(row -> "P00".equals(row.get("code")) && "2024-04".equals(row.get("step")))
            .findFirst()
            .orElseThrow();
    assertThat(april).containsEntry("count", "20").containsEntry("bin", "1");
    // Gi* by hand: window {1, 1, 1, 1 in March; 20 x 4 in April}, 100 bins
    double mean = 178 / 100.0;
    double squares = (4 * 400 + 2 * 4 + 94) / 100.0;
    double z =
        (84 - mean * 8) / (Math.sqrt(squares - mean * mean) * Math.sqrt((100 * 8 - 64) / 99.0));
    assertThat(Double.parseDouble(april.get("z"))).isCloseTo(z, within(1e-9));
    JsonNode first =
        JSON.readTree(folder.resolve("places.geojson").toFile()).get("features").get(0);
    assertThat(first.get("properties").get("class").asString()).isEqualTo("new hot");
    assertThat(first.get("geometry").get("type").asString()).isEqualTo("Polygon");
  }

  @Test
  void placesMayRepeatTheirGeometryInEachRecord() throws IOException {
    String fields = " --code place --time month --value n --bins ";
    CommandRun own = gridwright("cube.geojson" + fields + "own.csv");
    assertThat(own.status()).as(own.err()).isZero();
    CommandRun named = gridwright("counts.csv" + fields + "named.csv --places board.geojson");
    assertThat(named.status()).as(named.err()).isZero();
    assertThat(folder.resolve("own.csv")).hasSameBinaryContentAs(folder.resolve("named.csv"));
    assertThat(own.out()).contains("from 1 to 4: 176 in all").isEqualTo(named.out());
  }

  @Test
  void scopeAndLookingBackAreThoseAskedFor() {
    JsonNode json =
        json(
            "cube.geojson --code place --time month --value n --scope step --before 0 --json"
                + " --significance 0.01");
    assertThat(json.get("recipe").get("scope").asString()).isEqualTo("step");
    assertThat(json.get("recipe").get("before").asInt()).isZero();
    assertThat(json.get("warnings")).isEmpty();
    // in the months before April all places have as many, so that only April is defined
    assertThat(json.get("classes").get("new hot").asInt()).isPositive();
  }

  private JsonNode json(String command) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @Test
  void stepsThatTheDaysCutAreNamed() {
    CommandRun weeks =
        gridwright(
            "incidents.csv --code place --time when --step weeks --places board.geojson"
                + " --from 2024-02-01 --to 2024-04-28");
    assertThat(weeks.status()).as(weeks.err()).isZero();
    assertThat(weeks.out()).contains("in 13 steps from 2024-01-29 to 2024-04-22");
    assertThat(weeks.err()).contains("first step (2024-01-29)").doesNotContain("last step");
    CommandRun days =
        gridwright("incidents.csv --code place --time when --step days:50 --places board.geojson");
    assertThat(days.out()).contains("in 3 steps from 2024-01-01 to 2024-04-10");
    assertThat(days.err()).contains("last step (2024-04-10)").doesNotContain("first step");
  }

  @Test
  void itSaysTheSameInChinese() {
    CommandRun run =
        gridwright("cube.geojson --code place --time month --value n --explain --lang zh-CN");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("25 个地点").contains("立方体的全部单元格");
    assertThat(run.err()).contains("--hamed-rao");
  }

  /** All four incidents are of one day, in one cell each; two of three beats have some. */
  @Test
  void theStoresIncidentsAreCountedByUnit() throws IOException {
    Path store = SmallCity.in(folder);
    CommandRun run =
        gridwright(
            "--store "
                + store
                + " --step days:7 --from 2024-02-16 --to 2024-03-07 -o units.csv --bins bins.csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("3 places in 3 steps from 2024-02-16 to 2024-03-01: 3 in all, 1");
    List<Map<String, String>> bins = CsvCells.of(folder.resolve("bins.csv"));
    assertThat(bins.stream().map(row -> row.get("code") + row.get("count")).toList())
        .containsExactly("A0", "A0", "A2", "B0", "B0", "B0", "C0", "C0", "C1");
    assertThat(CsvCells.of(folder.resolve("units.csv")).get(0)).containsKey("name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | counts.csv --time month --value n | say --code
          2 | counts.csv --code place --value n | --time
          2 | --step weeks --places board.geojson | --places and --order go with a FILE
          2 | --code place --step weeks | name a FILE
          2 | counts.csv --code place --time month --level beat | name a FILE
          2 | counts.csv --code place --time month --scope all | write cube or step
          2 | counts.csv --code place --time month --before -1 | 0 steps or more
          2 | counts.csv --code place --time month --significance 5 | between 0 and 1
          2 | counts.csv --code place --time month --from 2024-01-01 | about dates
          2 | counts.csv --code place --time month --places-code x | say --places too
          2 | counts.csv --code place --time month --bins bins.geojson | end it in .csv
          2 | counts.csv --code place --time month --value n --places board.geojson -o board.geojson | is also an input
          2 | counts.csv --code place --time month --value n --places board.geojson --bins counts.csv | is also an input
          2 | counts.csv --code place --time month --value n --places board.geojson -o a.csv --bins ./a.csv | would be written twice
          2 | counts.csv --code place --time month --permutations 9 | --permutations says nothing about emerging
          2 | counts.csv --code place --time month --year-before | --year-before says nothing about emerging
          2 | incidents.csv --code place --time when --step weeks --from 2024-05-01 --to 2024-04-01 | end before they begin
          1 | counts.csv --code place --time month --value n | has no geometry
          1 | counts.csv --code place --time month --step fortnights | says no step of time
          1 | counts.csv --code place --time month --step days:0 | says no step of time
          1 | counts.csv --code place --time month --step months --places board.geojson | "1"
          1 | incidents.csv --code place --time when --places board.geojson | of dates say --step
          1 | incidents.csv --code place --time when --step months --from 2025-01-01 --places board.geojson | choose a longer period
          1 | incidents.csv --code place --time when --step days:200 --places board.geojson | the one step 2024-01-01
          1 | ambiguous.csv --code place --time when --step months --places board.geojson | --day-first
          1 | half.csv --code place --time month --value n --places board.geojson | no whole number of a step
          1 | gap.csv --code place --time month --value n --places board.geojson | "n"
          1 | far.csv --code place --time month --value n --places board.geojson | there would be 2000 steps
          1 | stranger.csv --code place --time month --value n --places board.geojson | "Q" is not among the places
          1 | none.csv --code place --time month --value n --places board.geojson | has no record
          1 | moved.geojson --code place --time month | different geometries
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
