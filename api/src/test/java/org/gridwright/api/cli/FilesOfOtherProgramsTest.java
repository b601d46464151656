package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.Map;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs write them: numbers, wrapped geometries, and JSON that is no GeoJSON. */
class FilesOfOtherProgramsTest {

  private static final String SQUARE = "[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]";
  private static final String INCIDENT =
      "\"id\":\"a\",\"t\":\"2024-05-01 10:00\",\"cat\":\"noise\"";

  @TempDir Path folder;

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  @Test
  void aWholeNumberIsTheSameCodeHoweverItIsWritten() {
    write(
        folder,
        "zones.geojson",
        collection(
            polygon("\"c\":5.0", SQUARE),
            polygon("\"c\":5", "[11,50],[11.01,50],[11.01,50.01],[11,50]"),
            polygon("\"c\":4.20106e14", "[12,50],[12.01,50],[12.01,50.01],[12,50]"),
            polygon("\"c\":\"007\"", "[13,50],[13.01,50],[13.01,50.01],[13,50]")));
    write(folder, "p.csv", "lon,lat\n10.005,50.005\n12.008,50.004\n13.008,50.004\n");

    CommandRun assigned =
        run("assign p.csv -o - --lon lon --lat lat --zones zones.geojson --code c --columns grid");

    assertThat(assigned.out().lines().map(line -> line.split(",", -1)[2]))
        .containsExactly("grid", "5", "420106000000000", "007");
    assertThat(assigned.err()).contains("c 5: 2 features read as one unit");
  }

  @Test
  void theReportedLayerHasTheSameCodesAsGeoJsonAndAsGeoPackage() {
    for (String format : new String[] {"geojson", "gpkg"}) {
      Path file = RealData.reported("09-number-codes-differ-by-format/wards." + format);
      Path points = RealData.reported("09-number-codes-differ-by-format/p.csv");

      CommandRun run =
          run(
              "assign %s -o - --lon lon --lat lat --code ward --compare ward --columns grid --zones %s"
                  .formatted(points, file));

      assertThat(run.out()).contains("114.305,30.605,5,5").contains("114.315,30.605,6,6");
    }
  }

  @Test
  void aMultiPointOfOnePositionIsThatPoint() {
    incidents("{\"type\":\"MultiPoint\",\"coordinates\":[[10.005,50.005]]}");

    assertThat(importIncidents().out()).contains("1 incidents");
  }

  @Test
  void aCollectionOfOnePointIsThatPoint() {
    incidents(
        "{\"type\":\"GeometryCollection\",\"geometries\":"
            + "[{\"type\":\"Point\",\"coordinates\":[10.005,50.005]}]}");

    assertThat(importIncidents().out()).contains("1 incidents");
  }

  @Test
  void aMultiPointOfSeveralPositionsIsCalledSo() {
    incidents("{\"type\":\"MultiPoint\",\"coordinates\":[[10.005,50.005],[10.006,50.005]]}");

    assertThat(importIncidents().err()).contains("MultiPoint of 2 positions");
  }

  @Test
  void aLineIsNoPlaceAndIsCalledSo() {
    incidents("{\"type\":\"LineString\",\"coordinates\":[[10.005,50.005],[10.006,50.005]]}");

    assertThat(importIncidents().err()).contains("the geometry is a LineString");
  }

  @Test
  void aCollectionOfOneMultiPolygonIsThatArea() {
    write(
        folder,
        "zones.geojson",
        collection(
            feature(
                "\"c\":\"A\"",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPolygon\","
                    + "\"coordinates\":[[["
                    + SQUARE
                    + "]]]}]}")));

    assertThat(run("check zones.geojson --code c").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"geometryType\":\"esriGeometryPolygon\",\"features\":[]}",
        "{\"features\":[{\"attributes\":{\"c\":\"A\"},\"geometry\":{\"rings\":[[[1,1],[2,1],[2,2],[1,1]]]}}]}",
        "{\"features\":[{\"geometry\":{\"x\":1,\"y\":2},\"attributes\":{\"c\":\"A\"}}]}",
        "{\"features\":[{\"attributes\":{\"c\":\"A\"}}]}",
      })
  void esriJsonIsCalledSo(String json) {
    write(folder, "zones.json", json);

    assertThat(run("check zones.json --code c").err())
        .contains("this is Esri JSON")
        .contains("f=geojson");
  }

  @Test
  void theReportedEsriJsonIsCalledSo() {
    assertThat(run("check " + RealData.reported("14-esri-json/esri.json") + " --code code").err())
        .contains("this is Esri JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"callback(%s);", "my.data = %s", "var zones = %s;"})
  void jsonInAScriptIsCalledSo(String script) {
    write(folder, "zones.json", script.formatted(collection(polygon("\"c\":\"A\"", SQUARE))));

    assertThat(run("check zones.json --code c").err()).contains("this is JSON inside a script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"// made by hand\n%s", "/* made by hand */ %s", "%s\n// end"})
  void jsonWithACommentIsCalledSo(String text) {
    write(folder, "zones.json", text.formatted(collection(polygon("\"c\":\"A\"", SQUARE))));

    assertThat(run("check zones.json --code c").err()).contains("this is JSON with a comment");
  }

  private void incidents(String geometry) {
    write(folder, "incidents.geojson", collection(feature(INCIDENT, geometry)));
  }

  private CommandRun importIncidents() {
    write(folder, "zones.geojson", collection(polygon("\"c\":\"A\"", SQUARE)));
    run("import zones zones.geojson --theme t --levels zone=c --publish --effective 2024-01-01");
    return run("import incidents incidents.geojson --id id --time t --category cat --theme t");
  }
}
