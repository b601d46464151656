package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code divide}, {@code consolidate} and {@code tessellate}, on files. */
class RedrawCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** Two zones side by side, and a street in the middle of the western one. */
  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("in.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":["
            + zone("A", 10, 10.01, 300)
            + ","
            + zone("B", 10.01, 10.02, 100)
            + "]}");
    Files.writeString(
        folder.resolve("street.geojson"),
        """
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
        "coordinates":[[9.999,50.0052],[10.011,50.0052]]}}""");
  }

  @Test
  void aZoneIsCutAlongAStreetAndTheWholeIsSeamless() {
    CommandRun run =
        gridwright(
            "divide in.geojson --code code --unit A --into 4 --streets street.geojson --all -o"
                + " out.geojson");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("grids").contains("Polsby–Popper").contains("follow streets");
    assertThat(run.err()).contains("5 grids written to out.geojson");
    assertThat(gridwright("check out.geojson --code code").status()).isZero();
    JsonNode first = features("out.geojson").get(0).get("properties");
    assertThat(first.get("from").toString()).isEqualTo("[\"A\"]");
    assertThat(first.get("areaSquareMetres").asDouble()).isPositive();
  }

  @Test
  void zonesAreJoinedByTheirHouseholds() {
    CommandRun run =
        gridwright(
            "consolidate in.geojson --code code --unit A --unit B --into 1 --by households --json"
                + " -o out.geojson");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.get("mean").asDouble()).isEqualTo(400);
    assertThat(features("out.geojson")).hasSize(1);
  }

  @Test
  void emptyLandIsLaidOut() {
    assertThat(
            gridwright("tessellate --bbox 10,50,10.01,50.005 --cell 100 -o squares.geojson")
                .status())
        .isZero();
    assertThat(gridwright("check squares.geojson --code code").status()).isZero();
    CommandRun hexagons =
        gridwright("tessellate in.geojson --cell 300 --shape hexagon -o hexagons.geojson.gz");
    assertThat(hexagons.status()).as(hexagons.err()).isZero();
    assertThat(gridwright("check hexagons.geojson.gz --code code").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | divide in.geojson --code code --unit A -o out.geojson | --into is required
          2 | divide in.geojson --code code --unit A --into 2 -o out.csv | end it in .geojson
          2 | divide in.geojson --unit A --into 2 -o out.geojson | --code
          2 | divide in.geojson --code code --unit A --into 2 --by addresses -o out.geojson | has no addresses
          2 | divide in.geojson --code code --unit A --into 2 -o in.geojson | is also an input
          2 | tessellate --cell 100 -o out.geojson | one of the two
          2 | tessellate --bbox 1,2,3 --cell 100 -o out.geojson | cannot be read
          1 | divide in.geojson --code code --unit Z --into 2 -o out.geojson | no unit "Z"
          1 | divide in.geojson --code code --unit A --into 0 -o out.geojson | can not be cut into 0 grids
          1 | consolidate in.geojson --code code --unit A --into 2 -o out.geojson | can not be joined to 2
          1 | tessellate --bbox 10,50,11,51 --cell 1 -o out.geojson | choose larger cells
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(folder.resolve("out.geojson")).doesNotExist();
  }

  private JsonNode features(String file) {
    return JSON.readTree(folder.resolve(file).toFile()).get("features");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private static String zone(String code, double west, double east, int households) {
    return ("{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"households\":%d},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[%3$s,50],[%4$s,50],[%4$s,50.01],[%3$s,50.01],[%3$s,50]]]}}")
        .formatted(code, households, west, east);
  }
}
