package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.Json;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The command {@code simplify}, on a draft of ragged grids. */
class SimplifyCommandTest {

  @TempDir Path folder;
  private long draft;

  @BeforeEach
  void begin() {
    try (Store store = open()) {
      Plan plan = UpperLevels.draw(RandomPartitions.city(30, 2));
      store.themes().ensure(plan.theme());
      long made = store.plans().createDraft(plan, Actor.named("test"), "").id();
      store.plans().publish(made, LocalDate.of(2025, 1, 1), null);
      About about = new About("", "", Actor.named("planner"));
      draft = new DraftDesk(store).create(plan.theme().id(), null, about).info().id();
    }
  }

  private Store open() {
    return GeoPackageStores.open(folder.resolve("city.gpkg"));
  }

  private CommandRun gridwright(String line) {
    return CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", "city.gpkg"), line.split(" "));
  }

  private JsonNode told(String line) {
    CommandRun run = gridwright(line + " --json");
    assertThat(run.status()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }

  @Test
  void bordersOfAllGridsLoseCornersInOneRevision() {
    JsonNode preview = told("simplify --limit 3 --preview --draft " + draft);
    assertThat(preview.get("version").asInt()).isEqualTo(1);
    JsonNode told = told("simplify --limit 3 --author Li --draft " + draft);
    assertThat(told.get("corners")).isEqualTo(preview.get("corners"));
    assertThat(told.get("corners").asInt()).isLessThan(told.get("cornersBefore").asInt());
    try (Store store = open()) {
      DraftDesk desk = new DraftDesk(store);
      assertThat(desk.history(draft))
          .singleElement()
          .satisfies(
              revision -> {
                assertThat(revision.note().kind()).isEqualTo("simplify-borders");
                assertThat(revision.note().author().name()).isEqualTo("Li");
              });
      assertThat(desk.open(draft).findings()).isEmpty();
    }
  }

  @Test
  void thoseOfAUnitLoseThemAlone() {
    int all = told("simplify --limit 3 --preview --draft " + draft).get("corners").asInt();
    JsonNode one = told("simplify --limit 3 --unit G0000007 --preview --draft " + draft);
    assertThat(one.get("corners").asInt()).isStrictlyBetween(all, one.get("cornersBefore").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "2, --limit 0, more than 0 metres",
    "2, --limit 2 --level district, name some",
    "1, --limit 2 --unit X, X",
  })
  void whatCanNotBeIsRefused(int status, String options, String said) {
    CommandRun run = gridwright("simplify --draft " + draft + " " + options);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(List.of(run.err())).anySatisfy(line -> assertThat(line).contains(said));
  }
}
