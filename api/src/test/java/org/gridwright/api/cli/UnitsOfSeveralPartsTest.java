package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What commands say of files in which a unit is drawn twice, in parts that overlap or touch, or
 * with a hole that is none.
 */
class UnitsOfSeveralPartsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String AROUND =
      "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[10.03,50],[10.03,50.03],[10,50.03],[10,50]],"
          + "[[10.01,50.01],[10.01,50.02],[10.02,50.02],[10.02,50.01],[10.01,50.01]]]}";
  private static final String WEST = "[10.01,50.01],[10.015,50.01],[10.015,50.02],[10.01,50.02]";
  private static final String EAST = "[10.015,50.01],[10.02,50.01],[10.02,50.02],[10.015,50.02]";

  @TempDir Path folder;

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private void zones(String... features) {
    write(folder, "zones.geojson", collection(features));
  }

  private static String w() {
    return feature("\"code\":\"W\"", AROUND);
  }

  private static String k(String open) {
    return polygon("\"code\":\"K\"", open + "," + open.substring(0, open.indexOf(']') + 1));
  }

  private static final String WHOLE = "[10.01,50.01],[10.02,50.01],[10.02,50.02],[10.01,50.02]";

  @Test
  void aRowThatIsThereTwiceKeepsItsGroundInEveryCommand() {
    zones(w(), k(WHOLE), k(WHOLE));

    CommandRun check = run("check zones.geojson --code code --json");
    assertThat(kinds(check)).containsExactly("duplicate-row");
    assertThat(JSON.readTree(check.out()).at("/findings/0/message").asString())
        .contains("feature 3 repeats feature 2");
    assertThat(check.err()).contains("code K: 2 features read as one unit");
    assertThat(owners("10.015,50.015", "10.005,50.005")).containsExactly("K", "W");
    assertKeepsGround("K", 10.01, 50.01, 10.02, 50.02);
  }

  @Test
  void outlinesOfOneUnitThatOverlapAreItsGroundOnce() {
    zones(
        w(),
        k("[10.01,50.01],[10.017,50.01],[10.017,50.02],[10.01,50.02]"),
        k("[10.013,50.01],[10.02,50.01],[10.02,50.02],[10.013,50.02]"));

    CommandRun check = run("check zones.geojson --code code --json");
    assertThat(kinds(check)).containsExactly("parts-overlap");
    assertThat(JSON.readTree(check.out()).at("/findings/0/message").asString())
        .contains("features 2, 3");
    assertThat(owners("10.015,50.015", "10.011,50.015", "10.019,50.015"))
        .containsExactly("K", "K", "K");
    assertKeepsGround("K", 10.01, 50.01, 10.02, 50.02);
  }

  @Test
  void featuresOfOneUnitThatTouchAlongAnEdgeAreOneOutlineWithoutAFinding() {
    zones(w(), k(WEST), k(EAST));

    CommandRun check = run("check zones.geojson --code code --json");
    assertThat(kinds(check)).isEmpty();
    assertThat(owners("10.015,50.015")).containsExactly("K");
    assertThat(run("import zones zones.geojson --theme t --levels zone=code --publish").status())
        .isZero();
    run("export units --theme t -o units.geojson");
    assertThat(
            JSON.readTree(folder.resolve("units.geojson").toFile())
                .at("/features/0/geometry/type")
                .asString())
        .isEqualTo("Polygon");
  }

  @Test
  void aHoleOutsideItsShellIsNobodysGroundAndIsDroppedByARepair() {
    zones(
        feature(
            "\"code\":\"A\"",
            "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]],"
                + "[[10.03,50],[10.033,50.005],[10.037,50.005],[10.03,50]]]}"));

    assertThat(kinds(run("check zones.geojson --code code --json"))).containsExactly("stray-hole");
    assertThat(owners("10.032,50.002", "10.005,50.005")).containsExactly("", "A");
    assertKeepsGround("A", 10, 50, 10.01, 50.01);
  }

  @Test
  void aRepairTellsWhatItDissolved() {
    zones(w(), k(WHOLE), k(WHOLE));

    CommandRun repair = run("repair zones.geojson --code code -o out.geojson");

    assertThat(repair.status()).isZero();
    assertThat(repair.out())
        .startsWith("before: findings 1, blocking 0 (rows that repeat others 1)\n")
        .contains("gaps: 0 pieces of 0.0 m² given")
        .contains("after: no findings: the plan is seamless");
    assertThat(repair.err()).contains("feature 3 repeats feature 2");
    assertThat(kinds(run("check out.geojson --code code --json"))).isEmpty();
  }

  @Test
  void anImportTellsWhatItDissolved() {
    zones(w(), k(WHOLE), k(WHOLE));

    CommandRun run = run("import zones zones.geojson --theme t --levels zone=code");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("feature 3 repeats feature 2: both are \"K\"");
    assertThat(run("check --theme t --draft 1").out()).contains("no findings");
  }

  @Test
  void theReportedRowThatIsThereTwiceStaysWithItsUnit() {
    Path file = RealData.reported("01-same-code-row-twice/zones.geojson");

    assertThat(kinds(run("check " + file + " --code code --json")))
        .containsExactly("duplicate-row");
    run("repair " + file + " --code code -o out.geojson");
    assertThat(squareMetres("out.geojson", "K")).isCloseTo(1_063_018, within(1.0));
    assertThat(squareMetres("out.geojson", "W")).isCloseTo(8_504_140, within(1.0));
  }

  @Test
  void theReportedStrayHoleIsDropped() {
    Path file = RealData.reported("02-stray-hole-becomes-ground/zones.geojson");

    assertThat(kinds(run("check " + file + " --code code --json"))).containsExactly("stray-hole");
    run("repair " + file + " --code code -o out.geojson");
    assertThat(squareMetres("out.geojson", "A")).isCloseTo(1_063_125, within(1.0));
  }

  @Test
  void theReportedBlocksOfFourDistrictsHaveNoFindings() {
    Path file = RealData.reported("03-neighbouring-features-of-one-code/zones.geojson");

    assertThat(kinds(run("check " + file + " --code code --json"))).isEmpty();
    assertThat(run("import zones " + file + " --theme t --levels zone=code --publish").status())
        .isZero();
  }

  /** After a repair, and after an import and an export, a unit is a rectangle in degrees. */
  private void assertKeepsGround(
      String code, double west, double south, double east, double north) {
    double expected =
        Geodesy.squareMetres(
            LatticeJts.fromDegrees(
                new GeometryFactory().toGeometry(new Envelope(west, east, south, north))));
    assertThat(run("repair zones.geojson --code code -o out.geojson").status()).isZero();
    assertThat(squareMetres("out.geojson", code)).isCloseTo(expected, within(0.01));
    run("import zones zones.geojson --theme t --levels zone=code --publish --accept survey");
    assertThat(run("export units --theme t -o units.geojson").status()).isZero();
    assertThat(squareMetres("units.geojson", code)).isCloseTo(expected, within(0.01));
  }

  private double squareMetres(String file, String code) {
    try (FeatureReader reader = FeatureReader.open(folder.resolve(file), ReadOptions.DEFAULT)) {
      while (reader.hasNext()) {
        Feature feature = reader.next();
        if (feature.required("code").equals(code)) {
          return Geodesy.squareMetres(
              LatticeJts.fromDegrees(Objects.requireNonNull(feature.geometry())));
        }
      }
    }
    throw new AssertionError(code + " is not in " + file);
  }

  /** Codes of the units that places lie in. */
  private List<String> owners(String... lonLat) {
    write(folder, "points.csv", "lon,lat\n" + String.join("\n", lonLat) + "\n");
    CommandRun run =
        run(
            "assign points.csv -o - --lon lon --lat lat --zones zones.geojson --code code"
                + " --columns grid");
    List<String> lines = new ArrayList<>(run.out().lines().skip(1).toList());
    lines.replaceAll(line -> line.substring(line.lastIndexOf(',') + 1));
    return lines;
  }

  private static List<String> kinds(CommandRun check) {
    return JSON.readTree(check.out())
        .get("findings")
        .valueStream()
        .map(it -> it.get("kind").asString())
        .toList();
  }
}
