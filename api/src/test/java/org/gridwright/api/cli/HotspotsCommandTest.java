package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.RealData;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code hotspots}, on files, against R and against what cannot be done. */
class HotspotsCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** A board of 6 by 6 squares of a thousandth of a degree, with a hot corner and one gap. */
  @BeforeEach
  void makeFiles() throws IOException {
    StringBuilder features = new StringBuilder();
    StringBuilder table = new StringBuilder("code,n,homes,hot\r\n");
    for (int i = 0; i < 36; i++) {
      String code = "P%02d".formatted(i);
      int n = i % 6 < 3 && i / 6 < 3 ? 20 + i % 3 : 1 + i * 7 % 5;
      int homes = i == 35 ? 0 : 100;
      features.append(i == 0 ? "" : ",").append(square(code, i % 6, i / 6, n, homes));
      table.append("%s,%s,%d,%d\r\n".formatted(code, i == 20 ? "" : n, homes, n > 9 ? 1 : 0));
    }
    Files.writeString(
        folder.resolve("board.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    Files.writeString(folder.resolve("board.csv"), table);
    Files.writeString(folder.resolve("links.csv"), "i,j,w\nP00,P01,1\nP01,P00,1\nP01,P02,2\n");
    Files.writeString(folder.resolve("bad.csv"), "code,n\nA,1\nB,many\nC,3\n");
    Files.writeString(folder.resolve("twice.csv"), "code,n\nA,1\nA,2\n");
    Files.writeString(folder.resolve("minus.csv"), "code,n,homes\nA,1,-1\nB,2,3\n");
  }

  private static String square(String code, int column, int row, int n, int homes) {
    double west = 10 + column / 1000.0;
    double south = 50 + row / 1000.0;
    double east = 10 + (column + 1) / 1000.0;
    double north = 50 + (row + 1) / 1000.0;
    return
"""
{"type":"Feature","properties":{"code":"%s","n":%d,"homes":%d},"geometry":{"type":"Polygon",
"coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}\
"""
        .formatted(code, n, homes, west, south, east, south, east, north, west, north, west, south);
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    return CsvCells.of(folder.resolve(file));
  }

  @Test
  void theHotCornerIsFoundAndTheTableBeginsAsItIsSaid() throws IOException {
    CommandRun run =
        gridwright("hotspots board.geojson --code code --value n -o out.csv --explain");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Getis-Ord Gi*")
        .contains("36 places, 220 links")
        .contains("moran");
    assertThat(Files.readAllLines(folder.resolve("out.csv")).get(0))
        .startsWith("code,statistic,expectation,variance,z,p,p_bh,class,");
    List<Map<String, String>> rows = rows("out.csv");
    assertThat(rows).hasSize(36);
    assertThat(rows.get(7).get("class")).isEqualTo("hot-99");
    assertThat(rows.get(35).get("class")).isNotEqualTo("hot-99");
  }

  /** Pysal's and spdep's definition: row-standardised bands, under randomisation. */
  @Test
  void aCorrelogramHasMoransOfTheBandsAndProposesTheirPeak() throws IOException {
    CommandRun run =
        gridwright(
            "hotspots board.geojson --code code --value n --json --correlogram 120,60,250,500");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode steps = JSON.readTree(run.out()).get("correlogram").get("steps");
    assertThat(steps).hasSize(4);
    assertThat(steps.get(0).get("metres").asDouble()).isEqualTo(60);
    for (JsonNode step : steps) {
      CommandRun band =
          gridwright(
              "hotspots board.geojson --code code --value n --json --style W --weights band:"
                  + step.get("metres").asString());
      JsonNode report = JSON.readTree(band.out());
      assertThat(step.get("links").asInt()).isEqualTo(report.get("weights").get("links").asInt());
      JsonNode moran = report.get("global").get(0);
      assertThat(moran.get("statistic").asString()).isEqualTo("moran");
      assertThat(step.get("moran").isNull()).isEqualTo(!moran.has("value"));
      assertThat(step.get("moran").asDouble(0)).isEqualTo(moran.path("value").asDouble(0));
    }
    assertThat(gridwright("hotspots board.geojson --code code --value n --correlogram near").err())
        .contains("--correlogram near");
  }

  @Test
  void itSaysTheSameInChinese() {
    CommandRun run =
        gridwright("hotspots board.geojson --code code --value n --explain --lang zh-CN");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("36 个地点").contains("误报");
  }

  @ParameterizedTest
  @CsvSource({"queen, W", "queen, B"})
  void columbusIsThatOfR(String weights, String style) throws IOException {
    Path file = RealData.file("stats_reference/columbus_planar.geojson");
    CommandRun run =
        gridwright(
            "hotspots "
                + file
                + " --code POLYID --value CRIME --planar --method gistar --weights "
                + weights
                + " --style "
                + style
                + " --adjust by,bonferroni -o out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    ReferenceTable table = ReferenceTable.of("gistar_columbus_CRIME_queen_" + style);
    List<Map<String, String>> rows = rows("out.csv");
    for (int i = 0; i < table.size(); i++) {
      Map<String, String> row = rows.get(i);
      assertThat(row.get("code")).isEqualTo(table.text(i, "id"));
      assertColumn(row, "z", table.number(i, "gi_star_z"));
      assertColumn(row, "p", table.number(i, "p_two_sided"));
      assertColumn(row, "p_bh", table.number(i, "p_bh_fdr"));
      assertColumn(row, "p_by", table.number(i, "p_by"));
      assertColumn(row, "p_bonferroni", table.number(i, "p_bonferroni"));
    }
  }

  private static void assertColumn(
      Map<String, String> row, String column, OptionalDouble expected) {
    double value = expected.orElseThrow();
    assertThat(Double.parseDouble(row.get(column)))
        .as(row.get("code") + " " + column)
        .isCloseTo(value, within(1e-9 * Math.abs(value)));
  }

  @Test
  void linksFromAFileGiveTheMoranOfRWithItsIsland() throws IOException {
    Path links = RealData.file("stats_reference/weights_lattice7_isolate_W.csv");
    Path values = RealData.file("stats_reference/local_lattice7_isolate_W.csv");
    ReferenceTable table = ReferenceTable.of("local_lattice7_isolate_W");
    for (String moments : List.of("conditional", "total")) {
      CommandRun run =
          gridwright(
              "hotspots %s --code id --value x --method moran --style W --moments %s --weights %s -o out.csv --json"
                  .formatted(values, moments, links));
      assertThat(run.status()).as(run.err()).isZero();
      String suffix = moments.equals("total") ? "total" : "cond";
      List<Map<String, String>> rows = rows("out.csv");
      for (int i = 0; i < 49; i++) {
        assertColumn(rows.get(i), "statistic", table.number(i, "Ii"));
        assertColumn(rows.get(i), "expectation", table.number(i, "E_" + suffix));
        assertColumn(rows.get(i), "variance", table.number(i, "Var_" + suffix));
        assertColumn(rows.get(i), "z", table.number(i, "z_" + suffix));
        assertThat(rows.get(i).get("quadrant")).isEqualTo(table.text(i, "quadrant"));
      }
      assertThat(rows.get(49))
          .containsEntry("z", "")
          .containsEntry("p", "")
          .containsEntry("class", "not-defined")
          .containsEntry("note", "island");
      JsonNode json = JSON.readTree(run.out());
      assertThat(json.get("weights").get("islandCodes").get(0).asString()).isEqualTo("50");
      assertThat(json.get("notDefined").get("island").asInt()).isEqualTo(1);
    }
  }

  @Test
  void placesWithoutAValueOrWithNobodyAtRiskAreNamedAndNotDefined() throws IOException {
    Files.writeString(
        folder.resolve("ring.csv"),
        "i,j,w\n"
            + String.join(
                "\n",
                IntStream.range(0, 36)
                    .mapToObj(
                        i ->
                            "P%02d,P%02d,1\nP%02d,P%02d,1"
                                .formatted(i, (i + 1) % 36, (i + 1) % 36, i))
                    .toList()));
    CommandRun run =
        gridwright(
            "hotspots board.csv --code code --value n --at-risk homes --weights ring.csv -o out.csv"
                + " --json");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = rows("out.csv");
    assertThat(rows.get(20)).containsEntry("note", "no-value").containsEntry("statistic", "");
    assertThat(rows.get(35)).containsEntry("note", "nobody-at-risk").containsEntry("expected", "");
    assertThat(rows.get(21)).containsEntry("neighbours", "1");
    assertThat(JSON.readTree(run.out()).get("recipe").get("on").asString()).isEqualTo("rate");
    CommandRun counts =
        gridwright(
            "hotspots board.csv --code code --value n --at-risk homes --on count --weights"
                + " ring.csv");
    assertThat(counts.err()).contains("test rates");
  }

  @Test
  void permutationsAreAdvisedOnBeforeTheyAreDrawnAndRepeatThemselves() throws IOException {
    String command =
        "hotspots board.geojson --code code --value n --method moran --permutations 99 --seed 7 -o"
            + " ";
    CommandRun run = gridwright(command + "one.csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("with 99 permutations of 36 places at least 15 would have to tie")
        .contains("at least 1,439 permutations");
    assertThat(gridwright(command + "two.csv").status()).isZero();
    assertThat(folder.resolve("two.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
  }

  @Test
  void geoJsonHasThePlacesWithTheirClasses() {
    assertThat(gridwright("hotspots board.geojson --code code --value n -o out.geojson").status())
        .isZero();
    JsonNode first = JSON.readTree(folder.resolve("out.geojson").toFile()).get("features").get(0);
    assertThat(first.get("geometry").get("type").asString()).isEqualTo("Polygon");
    assertThat(first.get("properties").get("class").asString()).startsWith("hot-");
  }

  @Test
  void bandsAndNearestPlacesAreInMetres() throws IOException {
    // squares are 71.7 m wide and 111.2 m high
    String command = "hotspots board.geojson --code code --value n --json --weights ";
    assertThat(links(command + "band:75")).isEqualTo(2 * 6 * 5);
    assertThat(links(command + "band:115")).isEqualTo(2 * 2 * 6 * 5);
    assertThat(links(command + "band:70")).isZero();
    assertThat(links(command + "knn:3")).isEqualTo(3 * 36);
    assertThat(links(command + "rook")).isEqualTo(2 * 2 * 6 * 5);
    assertThat(links(command + "quartic:75")).isEqualTo(2 * 6 * 5);
    assertThat(links(command + "rook --order 2")).isGreaterThan(links(command + "rook"));
  }

  private int links(String command) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out()).get("weights").get("links").asInt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
2 | board.geojson --value n | --code
2 | board.geojson --code code --value n --style X | write B or W
2 | board.geojson --code code --value n --class-by z | write raw or bh
2 | board.geojson --code code --value n --on rate | needs --at-risk
2 | board.geojson --code code --value n --order 2 --weights knn:2 | only with queen or rook
2 | board.geojson --code code --value n -o out.png | .csv or .geojson
2 | board.geojson --code code --value n --planar -o out.geojson | end it in .csv
2 | board.geojson --code code --value n -o board.geojson | is also an input
1 | board.geojson --code code --value n --weights knn:36 | from 1 to 35
1 | board.geojson --code code --value n --weights knn:1.5 | says no weights
1 | board.geojson --code code --value n --weights bishop | says no weights
1 | board.geojson --code code --value n --weights band:-1 | at least 0
1 | board.geojson --code code --value n --weights quartic:0 | above 0
1 | board.geojson --code code --value n --permutations 0 | choose from 1
1 | board.geojson --code code --value n --permutations 1000000000 | choose from 1
1 | board.geojson --code code --value n --method gi --moments total | no moments of total
1 | board.geojson --code code --value n --method join | values 0 and 1
1 | board.geojson --code code --value nothing | "nothing"
1 | board.csv --code code --value n | has no geometry
1 | board.csv --code code --value n --weights links.csv | row i,i,w
1 | bad.csv --code code --value n --weights links.csv | "many"
1 | twice.csv --code code --value n --weights links.csv | occurs twice
1 | minus.csv --code code --value n --at-risk homes --weights links.csv | at least 0
1 | minus.csv --code code --value n --weights links.csv | is not among the places
""")
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = gridwright("hotspots " + command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }
}
