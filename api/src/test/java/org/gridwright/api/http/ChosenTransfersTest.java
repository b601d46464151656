package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Chosen addresses and blocks are handed over. C has two addresses, one in each of its cells; A
 * lies above the western one.
 */
class ChosenTransfersTest {

  @TempDir static Path folder;
  private static SmallCity city;

  private DraftCalls draft;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    city.store
        .addresses()
        .put(List.of(new Address("4", "建设路14号", SmallCity.cell(1, 0))).iterator());
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void begin() {
    draft = DraftCalls.begin(city.client);
  }

  @Test
  void chosenAddressesTakeTheirGroundAlong() {
    String edit = "{'type':'transfer','to':'A','addresses':['3']}";
    Answer preview = draft.post("/edits?preview=true", 1, edit);
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(DraftCalls.texts(preview.json().get("changed").get("features"), "id"))
        .contains("A", "C");
    assertThat(draft.version()).isEqualTo(1);
    assertThat(draft.edit(1, edit).status()).isEqualTo(200);
    Plan plan = plan();
    Locator locator = JtsLocator.of(plan);
    assertThat(plan.grids().get(owner(locator, 0, 0) - 1).code()).isEqualTo("A");
    assertThat(plan.grids().get(owner(locator, 1, 0) - 1).code()).isEqualTo("C");
    String before = draft.get("/units?format=geojson").body();
    draft.post("/undo", 2, "");
    draft.post("/redo", 3, "");
    assertThat(draft.get("/units?format=geojson").body()).isEqualTo(before);
  }

  /** What the store has of the draft. */
  private Plan plan() {
    return city.store.plans().load(id());
  }

  private long id() {
    return Long.parseLong(draft.path.substring(draft.path.lastIndexOf('/') + 1));
  }

  private static int owner(Locator locator, int column, int row) {
    LatticePoint place = SmallCity.cell(column, row);
    return locator.owner(place.x(), place.y());
  }

  @Test
  void theStoredEditCanBeMadeAgainWithoutTheAddresses() {
    draft.edit(1, "{'type':'transfer','to':'A','addresses':['3']}");
    String stored = city.store.drafts().history(id()).get(0).note().edit();
    assertThat(stored).contains("\"places\"", "\"others\"");
    DraftCalls other = DraftCalls.begin(city.client);
    Answer again = other.edit(1, stored);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(other.get("/units?format=geojson").json().get("features"))
        .isEqualTo(draft.get("/units?format=geojson").json().get("features"));
  }

  @Test
  void addressesThatCanNotGoAreRefusedWithAReason() {
    Answer all = draft.edit(1, "{'type':'transfer','to':'A','addresses':['3','4']}");
    assertThat(all.status()).as(all.body()).isEqualTo(422);
    assertThat(all.json().get("reason").asString()).isEqualTo("unit-would-vanish");
    assertThat(all.json().get("place").get("type").asString()).isNotEmpty();
    Answer unknown = draft.edit(1, "{'type':'transfer','to':'A','addresses':['nowhere']}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().get("reason").asString()).isEqualTo("address-unknown");
    assertThat(draft.version()).isEqualTo(1);
  }

  @Test
  void blocksAreListedAndHandedOver() {
    String lines = ",'lines':" + DraftCalls.CUT;
    Answer blocks = draft.post("/blocks", 1, "{'units':['C']" + lines + "}");
    assertThat(blocks.status()).as(blocks.body()).isEqualTo(200);
    JsonNode features = blocks.json().get("blocks").get("features");
    assertThat(features).hasSize(2);
    String at = features.get(0).get("properties").get("at").toString();
    Answer given = draft.edit(1, "{'type':'transfer','to':'A','blocks':[" + at + "]" + lines + "}");
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(DraftCalls.texts(given.json().get("changed").get("features"), "id"))
        .contains("A", "C");
    Answer unknown = draft.post("/blocks", 1, "{'units':['Z']" + lines + "}");
    assertThat(unknown.json().get("reason").asString()).isEqualTo("unit-unknown");
  }
}
