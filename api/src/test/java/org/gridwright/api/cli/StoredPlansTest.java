package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checking and mending plans of a store by the rules of their theme: two beats with a strip in
 * common, in one district.
 */
class StoredPlansTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ZONES = "import zones zones.geojson --theme t --levels d=d,beat=code";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("zones.geojson"), collection(box("A", 10, 10.011), box("B", 10.01, 10.02)));
    Files.writeString(folder.resolve("west.geojson"), collection(box("A", 10, 10.015)));
  }

  @Test
  void anAcceptedFindingOfADraftDoesNotCount() {
    assertThat(gridwright(ZONES).out()).contains("draft 1");
    CommandRun run = gridwright("check --draft 1 --json");
    assertThat(run.status()).isEqualTo(3);
    String overlap = JSON.readTree(run.out()).at("/findings/0/id").asString();

    CommandRun accepted =
        gridwright("check --draft 1 --accept " + overlap + "=surveyed --author Li");

    assertThat(accepted.err()).isEmpty();
    assertThat(accepted.status()).isZero();
    assertThat(accepted.out())
        .contains("accepted: ")
        .contains("surveyed (Li)")
        .contains("1 accepted findings do not count");
    JsonNode json = JSON.readTree(gridwright("check --draft 1 --json").out());
    assertThat(json.get("blocking").asInt()).isZero();
    assertThat(json.at("/accepted/0/accepted/reason").asString()).isEqualTo("surveyed");
  }

  @Test
  void whatIsAcceptedAtTheDoorIsAcceptedInTheTheme() {
    assertThat(gridwright("check", "--theme", "t").status()).isEqualTo(1);
    CommandRun run =
        CommandRun.of(
            folder,
            Map.of(),
            (ZONES + " --publish --accept surveyed --effective 2020-01-01").split(" "));
    assertThat(run.status()).as(run.err()).isZero();

    CommandRun check = gridwright("check");

    assertThat(check.status()).as(check.out()).isZero();
    assertThat(check.out()).contains("1 accepted findings do not count");
    assertThat(gridwright(ZONES + " --publish --effective 2021-01-01").status())
        .as("the same again")
        .isZero();
  }

  @Test
  void aDraftIsMendedAsOneRevision() {
    gridwright(ZONES);

    CommandRun preview = gridwright("repair --draft 1 --preview");
    assertThat(preview.out()).contains("overlaps: 1 pieces");
    assertThat(gridwright("check --draft 1").status()).isEqualTo(3);
    CommandRun run = gridwright("repair --draft 1 --inlets 5 --author Li");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("inlets: 0 pieces").contains("no findings");
    assertThat(run.err()).contains("draft 1 is now at version 2");
    assertThat(gridwright("check --draft 1").status()).isZero();
    assertThat(gridwright("repair --draft 1 --code x").status()).isEqualTo(2);
    assertThat(gridwright("repair").err()).contains("--draft");
  }

  @Test
  void rulesOfAThemeAreShownAndSetAndUsed() {
    gridwright(ZONES + " --repair --publish --effective 2020-01-01");
    assertThat(gridwright("rules").out()).contains("narrow-neck: off metres=10");
    assertThat(gridwright("check").out()).contains("no findings");

    CommandRun set = gridwright("rules --rule sliver=0.9 --rule household-range=10-20");

    assertThat(set.out())
        .contains("sliver: on roundness=0.9")
        .contains("household-range: on least=10 most=20");
    CommandRun check = gridwright("check");
    assertThat(check.status()).as("slivers only warn").isZero();
    assertThat(check.out()).contains("slivers 2");
    assertThat(gridwright("check --rule sliver=off").out()).contains("no findings");
    assertThat(gridwright("check --rules").out()).contains("no findings");
    gridwright("rules --rule sliver=usual");
    assertThat(gridwright("check").out()).contains("no findings");
    assertThat(gridwright("rules --rule household-range=1").status()).isEqualTo(2);
    JsonNode json = JSON.readTree(gridwright("rules --json").out());
    assertThat(json.at("/rules/household-range/parameters/most").asDouble()).isEqualTo(20);
  }

  @Test
  void officialOutlinesAreComparedAndUnknownCodesNamed() throws IOException {
    gridwright(ZONES + " --repair --publish --effective 2020-01-01");
    Files.writeString(
        folder.resolve("official.geojson"),
        collection(
            box("D", 10, 10.02).replace("\"code\":\"D\"", "\"no\":\"D\""),
            box("E", 11, 11.02).replace("\"code\":\"E\"", "\"no\":\"E\"")));

    CommandRun run = gridwright("import outlines official.geojson --level d --code no");

    assertThat(run.out()).contains("2 features read as 2 official outlines of theme t");
    assertThat(run.err()).contains("1 outlines are of no unit in the latest plan: E");
    CommandRun grids = gridwright("import outlines official.geojson --level beat --code no");
    assertThat(grids.status()).isEqualTo(1);
    assertThat(grids.err()).contains("no upper level \"beat\"");
  }

  @Test
  void groundOutsideTheJurisdictionIsFound() {
    gridwright(ZONES + " --repair --publish --effective 2020-01-01");

    assertThat(gridwright("import jurisdiction west.geojson").out())
        .contains("1 features make the jurisdiction of theme t");

    assertThat(gridwright("check").out()).contains("parts outside the jurisdiction 1");
  }

  @Test
  void theServiceOfACityIsCheckedToo() {
    String store = SmallCity.in(folder).toString();
    assertThat(CommandRun.of(folder, Map.of(), "check", "--store", store).out())
        .contains("grids without an officer 2");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(folder, Map.of(), arguments);
  }

  private static String box(String code, double west, double east) {
    return """
        {"type":"Feature","properties":{"code":"%s","d":"D"},"geometry":{"type":"Polygon",\
        "coordinates":[[[%s,50],[%s,50],[%s,50.01],[%s,50.01],[%s,50]]]}}"""
        .formatted(code, west, east, east, west, west);
  }
}
