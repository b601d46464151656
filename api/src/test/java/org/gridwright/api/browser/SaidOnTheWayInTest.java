package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of a file beside its fields: how faults are mended, or why they are accepted. */
class SaidOnTheWayInTest extends FromNothing {

  private static final String SQUARES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"A","households":40,"jobs":12,"rate":0.5},
       "geometry":{"type":"Polygon",
       "coordinates":[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]]]}},
      {"type":"Feature","properties":{"code":"B","households":50,"jobs":7,"rate":1.5},
       "geometry":{"type":"Polygon",
       "coordinates":[[[10.01,50],[10.02,50],[10.02,50.01],[10.01,50.01],[10.01,50]]]}}]}
      """;

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,1280", "en,375", "zh,375"})
  void newHavensFaultsAreMendedAsToldBeforeAndAsTheCommandLineDoes(String language, int width) {
    Path file = RealData.file("defects/new_haven.geojson.gz");
    String options = "--repair --snap 2 --gap-width 50 --gaps largest --overlaps largest";
    JsonNode said = commandLine(file, options);
    open(language, width);
    send(file);
    map.part("intake-begin").click();
    assertThat(map.part("intake-blocked")).isVisible();
    map.part("mend-snap").fill("2");
    map.part("mend-gap").fill("50");
    map.part("mend-receiver").selectOption("largest");
    map.part("intake-mend-preview").click();
    JsonNode moved = said.get("mending").get("moved");
    assertThat(map.part("movements").locator("tbody tr")).hasCount(moved.size());
    shot("told-" + language + width);
    assertThat(nothing.store.plans().load(1).grids())
        .as("nothing is changed by telling")
        .isEqualTo(unmended(file));

    map.part("intake-mend").click();
    assertThat(map.part("intake-mended")).isVisible();
    shot("mended-" + language + width);
    assertThat(map.part("intake-publish")).isVisible();
    if (map.part("intake-accept").isVisible()) {
      map.part("intake-accept").fill("wider gaps are water");
    }
    map.part("intake-publish").click();
    assertThat(map.part("plans")).isVisible();
    PlanInfo made = nothing.store.plans().latest("new-haven").orElseThrow();
    try (Store other = GeoPackageStores.open(folder.resolve("said.gpkg"))) {
      assertThat(ground(nothing.store, made.id())).isEqualTo(ground(other, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,375"})
  void faultsAreAcceptedWithAReasonWhereTheyAreTold(String language, int width) {
    open(language, width);
    send(RealData.file("defects/new_haven.geojson.gz"));
    map.part("intake-begin").click();
    map.part("intake-publish").click();
    assertThat(map.part("intake-publish-trouble")).isVisible();
    assertThat(map.part("intake-accept")).isFocused();
    shot("needed-" + language + width);
    map.part("intake-accept").fill("as surveyed");
    map.part("intake-publish").click();
    assertThat(map.part("plans")).isVisible();
    PlanInfo plan = nothing.store.plans().latest("new-haven").orElseThrow();
    assertThat(plan.accepted()).isEqualTo("as surveyed");
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,375"})
  void whatNumbersCountForIsSaidAndTheGroundThatIsToBeCovered(String language, int width)
      throws Exception {
    Path file = folder.resolve("squares.geojson");
    Files.writeString(file, SQUARES);
    JsonNode said =
        commandLine(file, "--fact jobs=extensive:area --fact rate=intensive:jobs", "code");
    open(language, width);
    send(file);
    assertThat(map.part("intake-fact-households")).hasValue("");
    map.part("intake-fact-jobs").selectOption("extensive");
    map.part("intake-fact-weight-jobs").selectOption("area");
    map.part("intake-fact-rate").selectOption("intensive");
    map.part("intake-fact-weight-rate").selectOption("jobs");
    shot("facts-" + language + width);
    map.part("intake-begin").click();
    assertThat(map.part("intake-sound")).isVisible();
    assertThat(nothing.store.facts().schema("squares").declarations())
        .extracting(each -> each.attribute() + "=" + each.kind().id() + ":" + each.weight())
        .containsExactlyElementsOf(declared(said));
    map.part("intake-publish").click();
    assertThat(map.part("plans")).isVisible();

    map.part("intake-open").click();
    send(file);
    map.part("intake-use").selectOption("jurisdiction");
    shot("jurisdiction-" + language + width);
    map.part("intake-begin").click();
    assertThat(map.part("intake-result")).isVisible();
    assertThat(nothing.store.themes().jurisdiction("squares")).isPresent();
  }

  /** What the command line says of the same file, in a store of its own. */
  private JsonNode commandLine(Path file, String options) {
    return commandLine(file, options, "name");
  }

  private JsonNode commandLine(Path file, String options, String code) {
    String words =
        "import zones "
            + file
            + " --theme said --levels grid="
            + code
            + " --json --store "
            + folder.resolve("said.gpkg")
            + " "
            + options;
    CommandRun run = CommandRun.of(folder, Map.of(), words.split(" "));
    assertThat(run.status()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  /** What is declared, as the command line says it. */
  private static List<String> declared(JsonNode said) {
    return said.get("facts")
        .valueStream()
        .filter(each -> each.get("declared").asBoolean())
        .map(
            each ->
                each.get("attribute").asString()
                    + "="
                    + each.get("kind").asString()
                    + ":"
                    + each.get("weight").asString())
        .toList();
  }

  private static List<Unit> unmended(Path file) {
    return ZoneImport.read(
            ZoneOptions.of(file, "new-haven", LevelFields.parse("grid=name")),
            LatticeEnvelope.EMPTY,
            Progress.NONE)
        .plan()
        .grids();
  }

  /** The ground of each grid of a plan, in lattice steps, whichever corner its rings begin at. */
  private static Map<String, Geometry> ground(Store store, long plan) {
    Map<String, Geometry> ground = new TreeMap<>();
    for (Unit grid : store.plans().load(plan).grids()) {
      ground.put(grid.code(), LatticeJts.toSteps(grid.drawnArea()).norm());
    }
    return ground;
  }
}
