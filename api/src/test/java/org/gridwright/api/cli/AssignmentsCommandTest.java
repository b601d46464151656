package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.exchange.InputFiles;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code assignments}: files into drafts, and out of them. */
class AssignmentsCommandTest {

  @TempDir Path folder;
  private long draft;

  @BeforeEach
  void begin() {
    Path city = SmallCity.in(folder);
    try (Store store = GeoPackageStores.open(city)) {
      draft =
          new DraftDesk(store)
              .create("beats", null, new About("", "", Actor.named("planner")))
              .info()
              .id();
    }
  }

  private CommandRun gridwright(String line) {
    return CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", "city.gpkg"), line.split(" "));
  }

  private String written(String options) {
    CommandRun run = gridwright("assignments " + options + " -o -");
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void parentsComeOutAndGoIn() throws IOException {
    assertThat(written("--draft " + draft).lines())
        .containsExactly("beat,district", "\"A\",\"X\"", "\"B\",\"X\"", "\"C\",\"Y\"");
    Files.writeString(folder.resolve("in.csv"), "district,beat\nY,B\n");
    CommandRun preview = gridwright("assignments in.csv --draft " + draft + " --preview");
    assertThat(preview.status()).as(preview.err()).isZero();
    assertThat(preview.out()).contains("change hands").contains("in no row");
    assertThat(written("--draft " + draft)).contains("\"B\",\"X\"");
    CommandRun run = gridwright("assignments in.csv --draft " + draft + " --author Li --json");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"changed\" : 1").contains("\"version\" : 2");
    assertThat(written("--draft " + draft)).contains("\"B\",\"Y\"");
    assertThat(written("--theme beats")).as("in force").contains("\"B\",\"X\"");
  }

  @Test
  void rowsThatCanNotHoldAreAllTold() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "beat,district\nQ,Y\nA,Z\n");
    CommandRun run = gridwright("assignments in.csv --draft " + draft);
    assertThat(run.status()).isNotZero();
    assertThat(run.err().lines())
        .contains(
            "line 2: there is no beat \"Q\" in this draft; check the code, or add the unit first",
            "line 3: there is no district \"Z\" in this draft; check the code, or add the unit"
                + " first");
    assertThat(run.err()).contains("2 of 2 rows can not hold, and nothing was changed");
  }

  @Test
  void gridsAreDrawnOfBlocksOfAFile() throws IOException {
    Files.writeString(
        folder.resolve("blocks.geojson"),
        InputFiles.collection(
            block("001", 10, 10.01), block("002", 10.01, 10.015), block("003", 10.015, 10.03)));
    assertThat(written("--draft " + draft + " --blocks blocks.geojson --code code").lines())
        .containsExactly("block,beat", "\"001\",\"A\"", "\"002\",\"B\"", "\"003\",\"C\"");
    Files.writeString(folder.resolve("in.csv"), "BLOCK,DISTRICT\n002,A\n");
    CommandRun run =
        gridwright("assignments in.csv --draft " + draft + " --blocks blocks.geojson --code code");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(written("--draft " + draft + " --blocks blocks.geojson --code code"))
        .contains("\"002\",\"A\"");
  }

  private static String block(String code, double west, double east) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\""
        + code
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
        + west
        + ",50],["
        + east
        + ",50],["
        + east
        + ",50.01],["
        + west
        + ",50.01],["
        + west
        + ",50]]]}}";
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertThat(gridwright("assignments").err()).contains("one of the two");
    assertThat(gridwright("assignments in.csv").err()).contains("--draft");
    assertThat(gridwright("assignments --blocks b.geojson -o out.csv").err()).contains("--code");
    assertThat(gridwright("assignments --level district -o out.csv").err())
        .contains("choose a level below it");
  }
}
