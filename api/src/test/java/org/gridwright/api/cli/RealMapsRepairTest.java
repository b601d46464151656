package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.core.RealData;
import org.gridwright.data.bench.BoundaryMeasure;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real maps full of errors on the command line; what comes out is measured by JTS alone. */
class RealMapsRepairTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /**
   * The counts that are published with the maps, of pieces over 1 m². New York's are counted by
   * feature there, and by name here, where features of one name are one unit: two more overlaps and
   * holes come with the outlines of those joined, and are left to the core's test by feature.
   */
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of("defects/new_haven.geojson.gz", 32, 99),
        Arguments.of("defects/durham.geojson.gz", 193, 245),
        Arguments.of("defects/los_angeles_county.geojson.gz", 540, 347));
  }

  @ParameterizedTest
  @MethodSource("published")
  void whatIsPublishedIsFound(String file, int overlaps, int thinGaps) {
    CommandRun run =
        gridwright("check", RealData.file(file).toString(), "--code", "name", "--json");

    assertThat(run.status()).isEqualTo(3);
    List<JsonNode> large =
        JSON.readTree(run.out())
            .get("findings")
            .valueStream()
            .filter(it -> it.get("areaSquareMetres").asDouble() > 1)
            .toList();
    assertThat(large.stream().filter(it -> isOf(it, "overlap")).count())
        .isCloseTo(overlaps, within((long) Math.ceil(overlaps * 0.02)));
    assertThat(large.stream().filter(it -> isOf(it, "gap") && isThin(it)).count())
        .isCloseTo(thinGaps, within((long) Math.ceil(thinGaps * 0.02)));
  }

  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name",
    "defects/durham.geojson.gz, name",
    "defects/los_angeles_county.geojson.gz, name",
    "defects/nyc_pediacities.geojson.gz, neighborhood",
    "vancouver/neighbourhoods_22.geojson.gz, name",
    "nyc/precincts_77.geojson.gz, precinct",
  })
  void whatComesOutHasNothingButWideHoles(String file, String code) {
    Path original = RealData.file(file);
    CommandRun run =
        gridwright(
            "repair",
            original.toString(),
            "--code",
            code,
            "--gap-width",
            "30",
            "--snap",
            "1",
            "-o",
            "out.geojson",
            "--json");

    assertThat(run.status()).as(run.err()).isZero();
    JsonNode report = JSON.readTree(run.out());
    BoundaryMeasure mended = BoundaryMeasure.of(folder.resolve("out.geojson"), code);
    BoundaryMeasure.Faults faults = mended.faults();
    assertThat(faults.invalid()).isZero();
    assertThat(faults.overlaps()).isZero();
    assertThat(faults.narrowHoles()).as("holes below 30 m").isZero();
    assertThat(faults.holes()).as("declared leftovers").isEqualTo(report.get("leftovers").size());
    BoundaryMeasure.Changes changes = BoundaryMeasure.of(original, code).changesTo(mended);
    assertThat(changes.lost()).isEmpty();
    assertThat(changes.farthestVertexMetres()).isLessThanOrEqualTo(1.02);
  }

  private static boolean isOf(JsonNode finding, String kind) {
    return finding.get("kind").asString().equals(kind);
  }

  /** Whether 4πA/P² of a place is below 0.1, by the shoelace formula on a plane of its own. */
  private static boolean isThin(JsonNode finding) {
    JsonNode polygon = finding.at("/place/coordinates");
    JsonNode rings =
        finding.at("/place/type").asString().equals("Polygon") ? polygon : polygon.get(0);
    double area = 0;
    double perimeter = 0;
    for (JsonNode ring : rings) {
      double squash = Math.cos(Math.toRadians(ring.get(0).get(1).asDouble()));
      double twice = 0;
      double x0 = ring.get(0).get(0).asDouble();
      double y0 = ring.get(0).get(1).asDouble();
      for (int i = 1; i < ring.size(); i++) {
        double x1 = (ring.get(i - 1).get(0).asDouble() - x0) * squash;
        double y1 = ring.get(i - 1).get(1).asDouble() - y0;
        double x2 = (ring.get(i).get(0).asDouble() - x0) * squash;
        double y2 = ring.get(i).get(1).asDouble() - y0;
        twice += x1 * y2 - x2 * y1;
        perimeter += Math.hypot(x2 - x1, y2 - y1);
      }
      area += twice / 2;
    }
    return 4 * Math.PI * area / (perimeter * perimeter) < 0.1;
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(folder, Map.of(), arguments);
  }
}
