package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.data.exchange.InputFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code repair} on three zones: A and B overlap on a strip of 0.001 degree, and C on
 * top of both leaves a triangle free.
 */
class RepairCommandTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String A = "[[[10,50],[10.011,50],[10.011,50.01],[10,50.01],[10,50]]]";
  private static final String B =
      "[[[10.01,50],[10.02,50],[10.02,50.01],[10.01,50.01],[10.01,50]]]";
  private static final String C =
      "[[[10,50.01],[10.01,50.012],[10.02,50.01],[10.02,50.02],[10,50.02],[10,50.01]]]";
  private static final String ATTRIBUTES =
      "\"code\":\"%s\",\"people\":1234,\"share\":0.50,\"open\":true,\"note\":null,"
          + "\"parent\":{\"adcode\":630100},\"tags\":[1,\"x\"]";

  @TempDir Path folder;

  @BeforeEach
  void makeFile() throws IOException {
    Files.writeString(
        folder.resolve("in.geojson"), collection(zone("B", B), zone("A", A), zone("C", C)));
  }

  @Test
  void whatComesOutIsSeamlessAndKeepsEveryField() throws IOException {
    CommandRun run = gridwright("repair in.geojson --code code -o out.geojson");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("before: findings 2, blocking 2 (overlaps 1, gaps 1)\n");
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("gaps: 1 pieces of .* given .*; 0 pieces of 0\\.0 m² left"))
        .anyMatch(line -> line.startsWith("overlaps: 1 pieces of "))
        .anyMatch(line -> line.startsWith("units: 3, of which "))
        .contains("after: no findings: the plan is seamless");
    assertThat(run.err()).contains("3 units written to out.geojson, in WGS 84");
    JsonNode features = features("out.geojson");
    assertThat(features.valueStream().map(it -> it.at("/properties/code").asString()))
        .as("the order of the file")
        .containsExactly("B", "A", "C");
    assertThat(features.valueStream().map(it -> it.get("properties")))
        .containsExactlyElementsOf(
            features("in.geojson").valueStream().map(it -> it.get("properties")).toList());
    assertThat(gridwright("check out.geojson --code code").status()).isZero();
  }

  @Test
  void aPreviewWritesNothing() {
    CommandRun run = gridwright("repair in.geojson --code code --preview -o out.geojson");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("nothing was written");
    assertThat(folder.toFile().list()).containsExactly("in.geojson");
    assertThat(gridwright("repair in.geojson --code code --preview").out()).isEqualTo(run.out());
  }

  @Test
  void areasAddUp() throws IOException {
    gridwright("repair in.geojson --code code --preview --snap 1 --report out.json");

    JsonNode report = JSON.readTree(folder.resolve("out.json").toFile());
    assertThat(report.get("moved")).isNotEmpty();
    for (JsonNode moved : report.get("moved")) {
      double after =
          moved.get("squareMetresBefore").asDouble()
              + moved.get("gainedSquareMetres").asDouble()
              - moved.get("lostSquareMetres").asDouble();
      assertThat(moved.get("squareMetresAfter").asDouble()).isCloseTo(after, within(1e-3));
    }
    assertThat(report.get("squareMetresAfter").asDouble())
        .isCloseTo(
            report.get("squareMetresBefore").asDouble()
                + report.at("/gap/givenSquareMetres").asDouble()
                - report.at("/overlap/givenSquareMetres").asDouble(),
            within(1e-2));
    assertThat(report.at("/ground/0/place/type").asString()).isEqualTo("MultiPolygon");
  }

  @Test
  void aChoiceIsForOneFinding() {
    String overlap = findingOf("overlap");

    assertThat(receivers("--overlaps smallest")).contains("goes to \\\"B\\\"");
    assertThat(receivers("--overlaps smallest --choice " + overlap + "=A"))
        .contains("goes to \\\"A\\\"")
        .doesNotContain("goes to \\\"B\\\"");
    CommandRun left =
        gridwright("repair in.geojson --code code -o o.csv --choice " + overlap + "=leave");
    assertThat(left.status()).as("an overlap blocks").isEqualTo(3);
    assertThat(left.out()).contains("stays, as it was chosen").contains("blocking 1 ");
    assertThat(folder.resolve("o.csv"))
        .content()
        .startsWith("code,people,share,open,note,parent.adcode,tags,wkt");
  }

  @Test
  void theOutcomeCanBeAGeoPackage() {
    gridwright("repair in.geojson --code code -o mended.gpkg");

    CommandRun check = gridwright("check mended.gpkg --code code");
    assertThat(check.status()).as(check.out()).isZero();
    CommandRun again = gridwright("repair mended.gpkg --code code -o again.geojson");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(folder.resolve("again.geojson")).content().contains("\"people\":1234");
  }

  @Test
  void aGapAsWideAsTheGapWidthStays() {
    CommandRun run = gridwright("repair in.geojson --code code --preview --gap-width 30");

    assertThat(run.status()).as("it only warns").isZero();
    assertThat(run.out())
        .contains("stays: it is wider than the gap width of 30.00 m")
        .contains("after: findings 1, blocking 0 (gaps 1)");
  }

  @Test
  void reportsComeInThreeFormats() throws IOException {
    gridwright("repair in.geojson --code code --preview --report out.csv");
    gridwright("repair in.geojson --code code --preview --report out.geojson");

    assertThat(Files.readAllLines(folder.resolve("out.csv")))
        .hasSizeGreaterThan(1)
        .first()
        .isEqualTo("code,area_before_m2,area_after_m2,gained_m2,lost_m2,farthest_vertex_m");
    assertThat(
            features("out.geojson").valueStream().map(it -> it.at("/properties/kind").asString()))
        .containsExactlyInAnyOrder("gap", "overlap");
  }

  @Test
  void partsOfOneUnitThatDifferAreTold() throws IOException {
    String other = zone("A", A).replace("1234", "99");
    Files.writeString(folder.resolve("parts.geojson"), collection(zone("A", A), other));

    CommandRun run = gridwright("repair parts.geojson --code code --preview");

    assertThat(run.err())
        .contains("A: 2 features read as one unit")
        .contains("differ in field \"people\" for 1 units (A)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repair in.geojson --code code | name the file to write with -o
          repair in.geojson -o out.geojson | name a FILE and --code
          repair in.geojson --code code -o out.shp | end it in .geojson, .gpkg or .csv
          repair in.geojson --code code -o out.gpkg.gz | name an ordinary file
          repair in.geojson --code code -o in.geojson | is also an input
          repair in.geojson --code code -o - --json | both write to standard output
          repair in.geojson --code code -o out.csv --report out.csv | name two files
          repair in.geojson --code code --preview --report out.txt | must end in .json
          repair in.geojson --code code --preview --gaps widest | expected both-corners, middle, longest-border, largest, smallest, leave
          repair in.geojson --code code --preview --snap far | expected a number
          repair in.geojson --code code --preview --choice overlap | the choice "overlap" cannot be read
          repair in.geojson --code code --preview --choice x=A --choice x=B | two choices for finding x
          import zones in.geojson --theme t --levels zone=code --snap 1 | --snap needs --repair
          """)
  void badUsageIsToldInOneSentence(String command, String says) {
    CommandRun run = gridwright(command);

    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(says);
    assertThat(folder.toFile().list()).containsExactly("in.geojson");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repair in.geojson --code code --preview --snap 1000 | the snapping distance 1000.0 m is not between 0 and 100 m
          repair in.geojson --code code --preview --snap -1 | the snapping distance -1.0 m is not between 0 and 100 m
          repair in.geojson --code code --preview --gap-width -1 | must be zero or more
          repair in.geojson --code code --preview --choice gap-0=A | the plan has no finding gap-0
          repair in.geojson --code kode -o out.geojson | did you mean "code"?
          repair none.geojson --code code -o out.geojson | there is no such file
          repair in.geojson --code code -o no/such/out.geojson | does not exist
          repair empty.geojson --code code -o out.geojson | holds no features
          """)
  void whatCannotBeDoneIsToldInOneSentence(String command, String says) throws IOException {
    Files.writeString(folder.resolve("empty.geojson"), collection());
    CommandRun run = gridwright(command);

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).startsWith("gridwright: ").contains(says).hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.geojson", "empty.geojson");
  }

  @Test
  void outlinesThatAreAllInvalidAreRedrawn() throws IOException {
    String bow = "[[[10,50],[10.01,50.01],[10.01,50],[10,50.01],[10,50]]]";
    Files.writeString(
        folder.resolve("bad.geojson"),
        collection(zone("A", bow), zone("B", bow.replace("10", "11"))));

    CommandRun run = gridwright("repair bad.geojson --code code -o out.geojson");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("units: 2, of which 2 change");
    assertThat(gridwright("check out.geojson --code code").status()).isZero();
  }

  @Test
  void unitsDrawnTwiceStayAndBlock() throws IOException {
    Files.writeString(folder.resolve("twice.geojson"), collection(zone("A", A), zone("B", A)));

    CommandRun run = gridwright("repair twice.geojson --code code -o out.geojson");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("a unit would be left with hardly any ground");
    assertThat(features("out.geojson")).hasSize(2);
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");

    Files.createSymbolicLink(folder.resolve("full.geojson"), Path.of("/dev/full"));

    CommandRun run = gridwright("repair in.geojson --code code -o full.geojson");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no space left on the device").hasLineCount(1);
    Files.delete(folder.resolve("full.geojson"));
  }

  @Test
  void compressedFilesAreReadAndWritten() throws IOException {
    Files.write(
        folder.resolve("in.geojson.gz"),
        InputFiles.gzip(Files.readString(folder.resolve("in.geojson"))));

    assertThat(gridwright("repair in.geojson.gz --code code -o out.geojson.gz").status()).isZero();
    assertThat(gridwright("check out.geojson.gz --code code").status()).isZero();
    CommandRun run = gridwright("repair in.geojson.gz --code code -o -");
    assertThat(run.out()).startsWith("{\"type\":\"FeatureCollection\"");
    assertThat(run.err()).contains("after: ");
  }

  @Test
  void zonesAreMendedAtTheDoorAndPublished() {
    String command = "import zones in.geojson --theme t --levels zone=code --publish";
    assertThat(gridwright(command).status()).as("as drawn").isEqualTo(1);
    assertThat(folder.resolve("gridwright.gpkg")).doesNotExist();

    CommandRun run = gridwright(command + " --repair");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("before: findings 2, blocking 2")
        .contains("after: no findings")
        .contains("published as revision 1");
    assertThat(gridwright("check --theme t").status()).isZero();
    assertThat(gridwright("export units --theme t -o -").status()).isEqualTo(2);
    assertThat(gridwright("export units --theme t -o - --format csv").out())
        .as("attributes stay")
        .contains("1234");
  }

  @Test
  void onlyWhatRemainsAfterMendingBlocks() {
    String command =
        "import zones in.geojson --theme t --levels zone=code --publish --repair --gap-width 30";
    CommandRun refused = gridwright(command);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("findings 1, blocking 1 (gaps 1)");
    assertThat(refused.err()).contains("was not published");
    assertThat(gridwright(command + " --accept lake").out()).contains("published as revision 1");
  }

  @Test
  void aMendedDraftTellsItsNumbersAsJson() {
    CommandRun run =
        gridwright("import zones in.geojson --theme t --levels zone=code --repair --json");

    JsonNode mending = JSON.readTree(run.out()).get("mending");
    assertThat(mending.at("/findingsBefore/overlap").asInt()).isEqualTo(1);
    assertThat(mending.get("findingsAfter")).isEmpty();
    assertThat(mending.get("moved")).isNotEmpty();
  }

  private String receivers(String options) {
    return gridwright("repair in.geojson --code code --preview --json " + options).out();
  }

  private String findingOf(String kind) {
    JsonNode findings = JSON.readTree(gridwright("check in.geojson --code code --json").out());
    return findings
        .get("findings")
        .valueStream()
        .filter(it -> it.get("kind").asString().equals(kind))
        .map(it -> it.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode features(String file) {
    return JSON.readTree(folder.resolve(file).toFile()).get("features");
  }

  private CommandRun gridwright(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    return CommandRun.of(folder, Map.of(), words.toArray(String[]::new));
  }

  private static String zone(String code, String coordinates) {
    return """
    {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":%s}}\
    """
        .formatted(ATTRIBUTES.formatted(code), coordinates);
  }
}
