package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gridwright.core.RealData;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method density} on files and on a store, against R and by its own picture. */
class DensityHotspotsTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** What a fast density may be wrong by, as a part of its peak. */
  private static final double ERROR = 3.6e-7;

  @TempDir Path folder;

  /** Nine incidents, five of which lie close together in the north-east. */
  @BeforeEach
  void makeFiles() throws IOException {
    write(
        "some.csv",
        "lon,lat",
        "10.000,50.000",
        "10.010,50.001",
        "10.001,50.010",
        "10.004,50.003",
        "10.012,50.012",
        "10.0121,50.0121",
        "10.0122,50.0119",
        "10.0119,50.0122",
        "10.012,50.0118");
    write("one.csv", "lon,lat", "10,50");
    write("same.csv", "lon,lat", "10,50", "10,50");
    write("none.csv", "lon,lat");
    write("far.csv", "lon,lat", "11,51");
    write("lines.csv", "WKT", "\"LINESTRING (10 50, 11 51)\"");
    write("nowhere.csv", "a,b", "1,2");
    write("box.csv", "WKT", "\"POLYGON ((0 0, 2000 0, 2000 1500, 0 1500, 0 0))\"");
    write(
        "city.csv",
        "WKT",
        "\"POLYGON ((9.99 49.99, 10.01 49.99, 10.01 50.02, 9.99 50.02, 9.99 49.99))\"",
        "\"POLYGON ((10.01 49.99, 10.02 49.99, 10.02 50.02, 10.01 50.02, 10.01 49.99))\"");
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private CommandRun density(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method density " + command).split(" "));
  }

  private JsonNode answered(String command) {
    CommandRun run = density(command + " --json");
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @ParameterizedTest
  @CsvSource({"none", "uniform", "diggle"})
  void cellsOfARectangleHaveTheDensityOfR(String edge) throws IOException {
    Path points = RealData.file("stats_reference/kde_points.csv");
    JsonNode answer =
        answered(
            points
                + " --planar --lon x --lat y --bandwidth 150 --cell 50 --window box.csv -o out.csv"
                + " --edge "
                + edge);
    ReferenceTable table = ReferenceTable.of("kde_edge_rectangle_sd150");
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines.get(0)).isEqualTo("x,y,per_km2");
    assertThat(lines).hasSize(1 + table.size());
    double peak = 0;
    for (double each : table.numbers(edge)) {
      peak = Math.max(peak, each * 1e6);
    }
    Map<String, String> cells = new HashMap<>();
    for (String line : lines) {
      int comma = line.lastIndexOf(',');
      cells.put(line.substring(0, comma), line.substring(comma + 1));
    }
    // dividing by the mass within the window, a third at corners, enlarges the error
    for (int i = 0; i < table.size(); i++) {
      String place = table.number(i, "x").orElseThrow() + "," + table.number(i, "y").orElseThrow();
      assertThat(Double.parseDouble(cells.get(place)))
          .as(place)
          .isCloseTo(table.number(i, edge).orElseThrow() * 1e6, within(5 * ERROR * peak));
    }
    assertThat(answer.get("errorPerSquareKilometre").asDouble()).isLessThan(4 * ERROR * peak);
    if (edge.equals("diggle")) {
      assertThat(answer.get("total").asDouble()).isCloseTo(60, within(.04));
    }
  }

  @ParameterizedTest
  @CsvSource({"scott, scott", "silverman, silverman_nrd0"})
  void rulesAreTheGeometricMeanOfThoseOfR(String rule, String name) {
    Path points = RealData.file("stats_reference/kde_points.csv");
    ReferenceTable table = ReferenceTable.of("bandwidth_rules");
    double x = table.number(table.row("rule", name + "_x"), "metres").orElseThrow();
    double y = table.number(table.row("rule", name + "_y"), "metres").orElseThrow();
    JsonNode answer = answered(points + " --planar --lon x --lat y --bandwidth " + rule);
    assertThat(answer.get("bandwidth").asDouble()).isCloseTo(Math.sqrt(x * y), within(1e-9 * x));
  }

  @Test
  void aSingleIncidentHasItsKernel() throws IOException {
    JsonNode gauss = answered("one.csv --lon lon --lat lat --bandwidth 100 --cell 40");
    double middle = 1e6 / (2 * Math.PI * 100 * 100);
    assertThat(gauss.get("peakPerSquareKilometre").asDouble())
        .isBetween(middle * Math.exp(-2 * 20 * 20 / 2e4), middle * (1 + ERROR));
    JsonNode quartic =
        answered("one.csv --lon lon --lat lat --kernel quartic --bandwidth 100 --cell 2");
    assertThat(quartic.get("peakPerSquareKilometre").asDouble())
        .isCloseTo(3e6 / (Math.PI * 100 * 100), within(.1));
    assertThat(quartic.get("errorPerSquareKilometre").asDouble()).isZero();
    assertThat(quartic.get("total").asDouble()).isCloseTo(1, within(1e-3));
    CommandRun told = density("one.csv --lon lon --lat lat --bandwidth 100");
    assertThat(told.err()).contains("claims nothing");
    assertThat((told.out() + told.err()).toLowerCase(Locale.ROOT))
        .doesNotContain("hotspot", "hot spot");
  }

  @Test
  void thePictureLiesWhereItsWorldFileSays() throws IOException {
    JsonNode answer =
        answered(
            "some.csv --lon lon --lat lat --bandwidth 150 --edge uniform --window city.csv"
                + " -o out.png");
    BufferedImage picture = ImageIO.read(folder.resolve("out.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(answer.get("columns").asInt());
    assertThat(picture.getHeight()).isEqualTo(answer.get("rows").asInt());
    int column = 0;
    int line = 0;
    for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
      int at = green(picture, i % picture.getWidth(), i / picture.getWidth());
      if (at > green(picture, column, line)) {
        column = i % picture.getWidth();
        line = i / picture.getWidth();
      }
    }
    double[] world =
        Files.readAllLines(folder.resolve("out.pgw")).stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    double peakEast = answer.get("peakAt").get(0).asDouble();
    double peakNorth = answer.get("peakAt").get(1).asDouble();
    assertThat(world[4] + column * world[0]).isCloseTo(peakEast, within(world[0] / 2));
    assertThat(world[5] + line * world[3]).isCloseTo(peakNorth, within(-world[3]));
    assertThat(peakEast).isCloseTo(10.012, within(.001));
    assertThat(peakNorth).isCloseTo(50.012, within(.001));
  }

  private static int green(BufferedImage picture, int column, int line) {
    return (picture.getRGB(column, line) >> 8) & 0xff;
  }

  @Test
  void bandsFollowEachOther() {
    assertThat(density("some.csv --lon lon --lat lat --bandwidth 200 -o out.geojson").status())
        .isZero();
    JsonNode features = JSON.readTree(folder.resolve("out.geojson").toFile()).get("features");
    assertThat(features.size()).isBetween(3, 11);
    assertThat(features.get(0).get("properties").get("from_per_km2").asDouble()).isZero();
    for (int i = 1; i < features.size(); i++) {
      assertThat(features.get(i).get("properties").get("from_per_km2"))
          .isEqualTo(features.get(i - 1).get("properties").get("to_per_km2"));
    }
    assertThat(features.get(features.size() - 1).get("properties").get("to_per_km2").isNull())
        .isTrue();
  }

  @Test
  void incidentsOfAStoreAreCorrectedAtThePlansOutline() {
    SmallCity.in(folder);
    JsonNode answer =
        answered("--store city.gpkg --bandwidth 300 --edge diggle --category noise -o out.csv");
    assertThat(answer.get("incidents").asInt()).isEqualTo(3);
    assertThat(answer.get("outside").asInt()).isEqualTo(1);
    assertThat(answer.get("total").asDouble()).isCloseTo(3, within(.05));
    assertThat(density("--store city.gpkg --category nothing").err()).contains("no incidents");
    CommandRun chinese = density("--store city.gpkg --bandwidth 300 --lang zh-CN --explain");
    assertThat(chinese.out()).contains("带宽 300.0 米", "没有检验");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | --window city.csv | name a FILE
          2 | some.csv --theme beats | name a FILE
          2 | some.csv --lon lon --lat lat --code lon | says nothing about density
          2 | some.csv --lon lon --lat lat --cell 0 | above 0
          2 | some.csv --lon lon --lat lat -o out.tif | .csv, .geojson or .png
          2 | some.csv --lon lon --lat lat --planar -o out.geojson | end it in .csv
          1 | some.csv --lon lon --lat lat --bandwidth 0 | metres above 0
          1 | some.csv --lon lon --lat lat --bandwidth wide | metres above 0
          1 | some.csv --lon lon --lat lat --bandwidth 50000 | wider than the ground
          1 | some.csv --lon lon --lat lat --bandwidth 100 --cell 0.1 | choose larger cells
          1 | one.csv --lon lon --lat lat | there is one
          1 | same.csv --lon lon --lat lat --bandwidth likelihood | all are in one place
          1 | same.csv --lon lon --lat lat --bandwidth 100 --edge uniform | on one line
          1 | none.csv --lon lon --lat lat | no incidents
          1 | far.csv --lon lon --lat lat --window city.csv --bandwidth 100 | none of 1 incidents
          1 | some.csv --lon lon --lat lat --window lines.csv | made of areas
          1 | lines.csv --bandwidth 100 | LineString
          1 | nowhere.csv --bandwidth 100 | at no place
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = density(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
