package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.Map;
import org.gridwright.core.Gdal;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands make of the reference systems that files name, and of geometries of every type. */
class SystemsOfFilesTest {

  private static final String ZONE =
      "[1113194.9,6446275.8],[1114308.1,6446275.8],[1114308.1,6448007.9],[1113194.9,6448007.9],"
          + "[1113194.9,6446275.8]";
  private static final String DEGREES = "[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]";

  @TempDir Path folder;

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private void zones(String system, String ring) {
    String named =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},\"features\""
            .formatted(system);
    write(
        folder,
        "zones.geojson",
        collection(polygon("\"code\":\"A\"", ring)).replace("\"features\"", named));
  }

  private String assigned(String options) {
    write(folder, "p.csv", "lon,lat\n10.005,50.005\n");
    CommandRun run =
        run("assign p.csv -o - --lon lon --lat lat --code code --columns grid " + options);
    assertThat(run.status()).as(run.err()).isZero();
    return run.out().lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void anotherSystemThanTheFileNamesIsToldByEveryCommandThatReadsZones() {
    zones("EPSG:4547", ZONE);
    write(folder, "rest.geojson", collection(polygon("\"code\":\"A\"", DEGREES)));
    run("import zones rest.geojson --theme t --levels d=code,z=code --publish --accept test");
    String file = "zones.geojson --crs EPSG:3857";
    for (String command :
        new String[] {
          "check %s --code code",
          "repair %s --code code --preview",
          "import zones %s --theme u --levels zone=code",
          "import jurisdiction %s --theme t",
          "import outlines %s --theme t --level d --code code",
          "tessellate %s --cell 500 -o cells.geojson",
          "compare --from zones.geojson --to %s --code code",
          "assign p.csv -o - --lon lon --lat lat --code code --zones %s",
        }) {
      write(folder, "p.csv", "lon,lat\n10.005,50.005\n");
      CommandRun run = run(command.formatted(file));
      assertThat(run.err())
          .as(command)
          .contains("zones.geojson says EPSG:4547, but was read as EPSG:3857, as it was told to");
    }
  }

  @Test
  void anotherSystemThanTheFileNamesIsToldByEveryCommandThatReadsPoints() {
    write(folder, "rest.geojson", collection(polygon("\"code\":\"A\"", DEGREES)));
    run("import zones rest.geojson --theme t --levels zone=code --publish");
    String point = "{\"type\":\"Point\",\"coordinates\":[1113751.5,6447141.8]}";
    String named = "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4547}},\"features\"";
    write(
        folder,
        "points.geojson",
        collection(feature("\"id\":\"1\",\"text\":\"x\",\"t\":\"2024-05-01 10:00\"", point))
            .replace("\"features\"", named));
    for (String command :
        new String[] {
          "addresses %s --id id --text text", "incidents %s --id id --time t --category text"
        }) {
      CommandRun run = run("import " + command.formatted("points.geojson --crs EPSG:3857"));
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.err()).contains("but was read as EPSG:3857");
    }
  }

  @Test
  void zonesToAssignByAreReadWithEveryOption() {
    zones("Our grid", ZONE);
    assertThat(assigned("--zones zones.geojson --crs 3857")).isEqualTo("10.005,50.005,A");
    write(folder, "plain.geojson", collection(polygon("\"code\":\"B\"", DEGREES)));
    assertThat(assigned("--zones plain.geojson --datum gcj02")).isEqualTo("10.005,50.005,B");
    Gdal.ogr2ogr(folder, "-f", "GPKG", "two.gpkg", "plain.geojson", "-nln", "one");
    Gdal.ogr2ogr(folder, "-update", "two.gpkg", "plain.geojson", "-nln", "two");
    assertThat(assigned("--zones two.gpkg --layer two --encoding GBK"))
        .isEqualTo("10.005,50.005,B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--crs 3857", "--layer x", "--datum gcj02", "--skip-bad"})
  void optionsForZonesNeedZones(String option) {
    write(folder, "p.csv", "lon,lat\n10.005,50.005\n");
    CommandRun run = run("assign p.csv -o - --lon lon --lat lat " + option);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(option.split(" ", -1)[0] + " says how the file of --zones is read");
  }

  @Test
  void theReportedRemediesWork() {
    String system = "04-crs-remedy-does-not-work/";
    Path zones = RealData.reported(system + "zones.geojson");
    Path heights = RealData.reported(system + "threeD.gpkg");
    for (String command :
        new String[] {
          "check " + zones + " --code code",
          "check " + zones + " --code code --crs EPSG:3857",
          "check " + heights + " --code code",
          "check " + heights + " --code code --crs EPSG:4326",
        }) {
      assertThat(run(command).status()).as(command).isZero();
    }
    Path points = RealData.reported(system + "p.csv");
    String assign =
        "assign " + points + " -o - --lon lon --lat lat --code code --columns grid --zones ";
    assertThat(run(assign + RealData.reported(system + "two.gpkg") + " --layer wards").out())
        .contains("114.305,30.605,01");
    assertThat(
            run(assign + RealData.reported(system + "projected.gpkg") + " --crs EPSG:4547").out())
        .contains("114.305,30.605,01");
  }

  @Test
  void theReportedFileOnNad27TellsHowGoodItIs() {
    Path file = RealData.reported("13-nad27-ten-metres-off/nad27.geojson");
    CommandRun run = run("repair " + file + " --code code --crs EPSG:4267 -o out.geojson");
    assertThat(run.err()).contains("good to about 10 m").contains("--grid-shift");
    CommandRun chinese = run("check " + file + " --code code --crs EPSG:4267 --lang zh-CN");
    assertThat(chinese.err()).contains("约 10 米");
  }

  @Test
  void aGridOfShiftsThatCanNotBeReadIsRefused() {
    zones("EPSG:4267", "[-106.7,41],[-106.6,41],[-106.6,41.1],[-106.7,41]");
    write(folder, "a.gsb", "no grid");
    CommandRun run = run("check zones.geojson --code code --grid-shift a.gsb");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("a.gsb is no grid of shifts that is known here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"split", "over180"})
  void theReportedFilesAcross180GetATrueSentence(String name) {
    Path file = RealData.reported("15-antimeridian/" + name + ".geojson");
    assertThat(run("check " + file + " --code code").err()).contains("the 180th meridian");
  }

  @Test
  void theReportedKrovakFileLiesInPrague() {
    Path file = RealData.reported("18-krovak-axis-order/z.geojson");
    assertThat(run("repair " + file + " --code code -o -").out())
        .contains("[14.42000", ",50.07999");
  }

  @Test
  void theReportedGeoPackagesAreRead() {
    for (String file :
        new String[] {"07-curves-in-geopackage/curve.gpkg", "08-gzip-geopackage/base.gpkg.gz"}) {
      CommandRun run = run("check " + RealData.reported(file) + " --code code");
      assertThat(run.status()).as(run.err()).isZero();
    }
  }

  @Test
  void neighboursThatShareAnArcAreSeamless() {
    write(
        folder,
        "in.csv",
        "code,wkt\n"
            + "A,\"CURVEPOLYGON(COMPOUNDCURVE((0 0,100 0),CIRCULARSTRING(100 0,120 50,100 100),(100"
            + " 100,0 100,0 0)))\"\n"
            + "B,\"CURVEPOLYGON(COMPOUNDCURVE((100 0,200 0,200 100,100 100),CIRCULARSTRING(100"
            + " 100,120 50,100 0)))\"\n");
    Gdal.ogr2ogr(
        folder,
        "-f",
        "GPKG",
        "arcs.gpkg",
        "in.csv",
        "-oo",
        "GEOM_POSSIBLE_NAMES=wkt",
        "-nlt",
        "CURVEPOLYGON",
        "-a_srs",
        "EPSG:32632");
    for (String crs :
        new String[] {"", " --crs EPSG:3857", " --crs EPSG:3395", " --crs EPSG:32660"}) {
      CommandRun run = run("check arcs.gpkg --code code" + crs);
      assertThat(run.status()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("seamless");
      assertThat(run.err()).contains("2 circular arcs were drawn").contains("at most 1 cm");
    }
    CommandRun coarse = run("check arcs.gpkg --code code --curve-tolerance 0.5");
    assertThat(coarse.out()).contains("seamless");
    assertThat(coarse.err()).contains("at most 50 cm");
    assertThat(run("check arcs.gpkg --code code --curve-tolerance 0").status()).isEqualTo(2);
  }

  @Test
  void rowsWithoutAGeometryAreLeftOutAndNamed() {
    write(
        folder,
        "zones.geojson",
        collection(
            polygon("\"code\":\"A\"", DEGREES),
            feature("\"code\":\"B\"", "null"),
            feature("\"code\":\"C\"", "{\"type\":\"Polygon\",\"coordinates\":[]}"),
            feature("\"code\":\"D\"", "{\"type\":\"Point\",\"coordinates\":[10,50]}")));
    assertThat(run("check zones.geojson --code code").err())
        .contains("zones.geojson, feature 2: the feature has no geometry");
    for (String command :
        new String[] {
          "check zones.geojson --code code",
          "repair zones.geojson --code code -o out.geojson",
          "import zones zones.geojson --theme t --levels zone=code",
        }) {
      CommandRun run = run(command + " --skip-bad");
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.err())
          .contains("left out: zones.geojson, feature 2: the feature has no geometry")
          .contains("left out: zones.geojson, feature 3: ")
          .contains("left out: zones.geojson, feature 4: ");
    }
    assertThat(assigned("--zones zones.geojson --skip-bad")).isEqualTo("10.005,50.005,A");
  }
}
