package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Edits over HTTP: versions, merging, conflicts, undoing; the same on every store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EditsContract {

  private SmallCity city;
  private DraftCalls draft;

  /** An empty store, which is closed with the city. */
  abstract Store newStore();

  @BeforeAll
  void serve() {
    city = SmallCity.serve(newStore());
  }

  @AfterAll
  void close() {
    city.close();
  }

  @BeforeEach
  void begin() {
    draft = DraftCalls.begin(city.client);
  }

  @Test
  void aSplitTellsWhatBecameOfWhat() {
    Answer split =
        draft.edit(
            1,
            "{'type':'split','unit':'C','line':"
                + DraftCalls.CUT
                + ",'keeps':'east','codes':['W']}");
    assertThat(split.status()).as(split.body()).isEqualTo(200);
    assertThat(split.header("ETag")).isEqualTo("\"2\"");
    JsonNode answer = split.json();
    assertThat(answer.get("version").asInt()).isEqualTo(2);
    assertThat(answer.get("kind").asString()).isEqualTo("split");
    assertThat(DraftCalls.texts(answer.get("changed").get("features"), "id")).contains("C", "W");
    assertThat(answer.get("lineage").toString())
        .isEqualTo("[{\"level\":\"grid\",\"from\":[\"C\"],\"to\":[\"C\",\"W\"]}]");
    assertThat(answer.get("merged").asBoolean()).isFalse();
    assertThat(answer.get("draft").get("undo").get("kind").asString()).isEqualTo("split");
    assertThat(draft.grids()).containsExactly("A", "B", "C", "W");
    assertThat(city.client.get("/api/v1/units").json().get("total").asInt()).isEqualTo(3);
  }

  @Test
  void aPreviewStoresNothing() {
    Answer preview =
        draft.post("/edits?preview=true", 1, "{'type':'merge','units':['A','B'],'into':'B'}");
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().get("removed").toString())
        .isEqualTo("[{\"level\":\"grid\",\"code\":\"A\"}]");
    assertThat(preview.json().get("version").asInt()).isEqualTo(1);
    assertThat(draft.version()).isEqualTo(1);
    assertThat(draft.grids()).containsExactly("A", "B", "C");
  }

  @Test
  void changesToDifferentUnitsMerge() {
    assertThat(draft.rename(1, "A", "Alpha").json().get("merged").asBoolean()).isFalse();
    Answer second = draft.rename(1, "C", "Gamma");
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(second.json().get("merged").asBoolean()).isTrue();
    assertThat(second.json().get("version").asInt()).isEqualTo(3);
    assertThat(draft.name("A")).isEqualTo("Alpha");
    assertThat(draft.name("C")).isEqualTo("Gamma");
  }

  @Test
  void changesToTheSameUnitConflictAndShowBothVersions() {
    draft.rename(1, "A", "Alpha");
    Answer second = draft.rename(1, "A", "Aleph");
    assertThat(second.status()).isEqualTo(409);
    JsonNode conflict = second.json();
    assertThat(conflict.get("code").asString()).isEqualTo("conflict");
    assertThat(conflict.get("version").asInt()).isEqualTo(2);
    assertThat(DraftCalls.texts(conflict.get("units"))).containsExactly("A");
    assertThat(name(conflict.get("mine"))).isEqualTo("Aleph");
    assertThat(name(conflict.get("theirs"))).isEqualTo("Alpha");
    assertThat(draft.name("A")).isEqualTo("Alpha");
  }

  @Test
  void aVersionIsNeededAndMustHaveBeen() {
    Answer none =
        city.client.json("POST", draft.path + "/edits", "{'type':'drop-void','name':'x'}");
    assertThat(none.status()).isEqualTo(428);
    assertThat(none.json().get("code").asString()).isEqualTo("version-required");
    Answer never = draft.rename(9, "A", "Alpha");
    assertThat(never.status()).isEqualTo(412);
    assertThat(never.json().get("version").asInt()).isEqualTo(1);
    Answer unreadable =
        city.client.json(
            "POST", draft.path + "/edits", "{'type':'drop-void','name':'x'}", "If-Match", "7");
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(draft.rename("*", "A", "Alpha").status()).isEqualTo(200);
  }

  @Test
  void anEditThatComesTwiceIsMadeOnce() {
    String edit = "{'type':'rename','unit':'A','name':'Alpha','id':'4f0c'}";
    assertThat(draft.edit(1, edit).json().get("repeated").asBoolean()).isFalse();
    Answer again = draft.edit(1, edit);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.json().get("repeated").asBoolean()).isTrue();
    assertThat(again.json().get("version").asInt()).isEqualTo(2);
    JsonNode history = draft.get("/history").json();
    assertThat(DraftCalls.texts(history.get("revisions"), "id")).containsExactly("4f0c");
  }

  @Test
  void anEditThatMakesNoSenseIsRefusedWithAReason() {
    Answer refused =
        draft.edit(
            1,
            "{'type':'split','unit':'C','line':{'type':'LineString',"
                + "'coordinates':[[10.0001,50.0001],[10.0002,50.0002]]}}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().get("code").asString()).isEqualTo("refused");
    assertThat(refused.json().get("reason").asString()).isEqualTo("line-does-not-cross");
    assertThat(draft.rename(1, "Z", "Zeta").json().get("reason").asString())
        .isEqualTo("unit-unknown");
    assertThat(draft.version()).isEqualTo(1);
  }

  @Test
  void aBatchIsMadeAsAWholeOrNotAtAll() {
    String rename = "{'type':'rename','unit':'%s','name':'%s'}";
    String batch =
        "{'type':'batch','edits':[" + rename.formatted("A", "Alpha") + "," + rename + "]}";
    assertThat(draft.edit(1, batch.formatted("Z", "Zeta")).status()).isEqualTo(422);
    assertThat(draft.name("A")).isEqualTo("A");
    assertThat(draft.edit(1, batch.formatted("B", "Beta")).status()).isEqualTo(200);
    assertThat(draft.version()).isEqualTo(2);
    assertThat(draft.name("B")).isEqualTo("Beta");
  }

  @Test
  void editsAreUndoneAndRedone() {
    String before = draft.get("/units?format=geojson").body();
    draft.edit(1, "{'type':'merge','units':['A','B']}");
    draft.rename(2, "C", "Gamma");
    Answer undone = draft.post("/undo", 3, "");
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertThat(undone.json().get("kind").asString()).isEqualTo("rename");
    assertThat(draft.post("/undo", 3, "").status()).as("stale").isEqualTo(412);
    assertThat(draft.post("/undo", 4, "").status()).isEqualTo(200);
    assertThat(draft.get("/units?format=geojson").body()).isEqualTo(before);
    Answer nothing = draft.post("/undo", 5, "");
    assertThat(nothing.status()).isEqualTo(409);
    assertThat(nothing.json().get("reason").asString()).isEqualTo("nothing-to-undo");
    Answer redone = draft.post("/redo", 5, "");
    assertThat(redone.json().get("kind").asString()).isEqualTo("merge");
    JsonNode history = draft.get("/history").json();
    assertThat(history.get("head").asInt()).isEqualTo(1);
    assertThat(DraftCalls.texts(history.get("revisions"), "applied"))
        .containsExactly("false", "true");
    draft.rename(6, "C", "Other");
    assertThat(draft.post("/redo", 7, "").json().get("reason").asString())
        .isEqualTo("nothing-to-redo");
  }

  @Test
  void theHistoryTellsWhoAndWhy() {
    draft.edit(
        1,
        "{'type':'rename','unit':'A','name':'Alpha','reason':'as the residents say'}",
        "Gridwright-Author",
        "Li%20Wei");
    JsonNode revision = draft.get("/history").json().get("revisions").get(0);
    assertThat(revision.get("author").asString()).isEqualTo("Li Wei");
    assertThat(revision.get("reason").asString()).isEqualTo("as the residents say");
    assertThat(DraftCalls.texts(revision.get("units"))).containsExactly("A");
  }

  @Test
  void voidsAreDeclaredAndDropped() {
    Answer declared =
        draft.edit(
            1,
            "{'type':'declare-void','name':'Lake','kind':'water','area':{'type':'Polygon',"
                + "'coordinates':[[[10.01,50],[10.02,50],[10.02,50.01],[10.01,50]]]}}");
    assertThat(declared.status()).as(declared.body()).isEqualTo(200);
    JsonNode voids = declared.json().get("voids").get("declared").get("features");
    assertThat(DraftCalls.texts(voids, "id")).containsExactly("Lake");
    String id = draft.path.substring(draft.path.lastIndexOf('/') + 1);
    assertThat(city.client.get("/api/v1/layers/voids?draft=" + id).json().get("features"))
        .hasSize(1);
    Answer dropped = draft.edit(2, "{'type':'drop-void','name':'Lake'}");
    assertThat(DraftCalls.texts(dropped.json().get("voids").get("dropped")))
        .containsExactly("Lake");
  }

  @Test
  void openMapsLearnOfEveryChange() throws IOException, InterruptedException {
    try (EventReader reader = EventReader.open(city.server.port())) {
      draft.rename(1, "A", "Alpha", "Gridwright-Author", "Li%20Wei");
      JsonNode event = reader.next("draft").data();
      assertThat(event.get("version").asInt()).isEqualTo(2);
      assertThat(event.get("author").asString()).isEqualTo("Li Wei");
      city.client.method("DELETE", draft.path);
      assertThat(reader.next("draft").data().get("deleted").asBoolean()).isTrue();
    }
  }

  @Test
  void manyPlannersAtOnceLoseNothing() throws Exception {
    int planners = 6;
    int each = 5;
    ExecutorService threads = Executors.newFixedThreadPool(planners);
    try {
      List<Future<Integer>> made = new ArrayList<>();
      for (int planner = 0; planner < planners; planner++) {
        made.add(threads.submit(planner(planner, each)));
      }
      int stored = 0;
      for (Future<Integer> one : made) {
        stored += one.get();
      }
      assertThat(stored).isEqualTo(planners * each);
      assertThat(draft.version()).isEqualTo(1 + stored);
      assertThat(draft.get("/history").json().get("revisions")).hasSize(stored);
    } finally {
      threads.shutdown();
    }
  }

  /** Renames one of three grids; looks again after each conflict until the edit is stored. */
  private Callable<Integer> planner(int number, int edits) {
    return () -> {
      int stored = 0;
      long version = 1;
      while (stored < edits) {
        String unit = List.of("A", "B", "C").get(number % 3);
        Answer answer = draft.rename(version, unit, unit + "-" + number + "-" + stored);
        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
        stored += answer.status() == 200 ? 1 : 0;
        version = answer.json().get("version").asLong();
      }
      return stored;
    };
  }

  private static String name(JsonNode collection) {
    return collection.get("features").get(0).get("properties").get("name").asString();
  }
}
