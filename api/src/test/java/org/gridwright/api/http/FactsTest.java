package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the attributes of a theme's grids are is told, confirmed and changed. */
class FactsTest {

  @TempDir Path folder;
  private SmallCity city;
  private DraftCalls draft;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    draft = DraftCalls.begin(city.client);
    set("A", "{'households':'408','jobs':'12.5'}");
    set("B", "{'households':'337'}");
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatNobodyDeclaredIsProposed() {
    assertThat(fact("households").toString())
        .isEqualTo(
            "{\"attribute\":\"households\",\"kind\":\"extensive\",\"weight\":\"addresses\","
                + "\"digits\":0,\"pattern\":null,\"declared\":false,\"grids\":2,\"numbers\":2}");
    assertThat(fact("jobs").toString())
        .isEqualTo(
            "{\"attribute\":\"jobs\",\"kind\":\"label\",\"weight\":null,"
                + "\"digits\":0,\"pattern\":null,\"declared\":false,\"grids\":1,\"numbers\":1}");
    assertThat(city.client.get("/api/v1/facts?theme=beats").json().get("facts"))
        .as("in the plan in force, no grid has one")
        .isEmpty();
  }

  @Test
  void whatIsNotNamedStays() {
    assertThat(put("{'facts':[{'attribute':'jobs','kind':'extensive','weight':'area'}]}").status())
        .isEqualTo(200);
    Answer mean =
        put("{'facts':[{'attribute':'rate','kind':'intensive','weight':'jobs','digits':3}]}");
    assertThat(mean.status()).as(mean.body()).isEqualTo(200);
    assertThat(fact("jobs").get("weight").asString()).isEqualTo("area");
    assertThat(fact("jobs").get("digits").asInt()).as("as its numbers have").isEqualTo(1);
    assertThat(fact("rate").get("grids").asInt()).isZero();
    assertThat(fact("rate").get("digits").asInt()).isEqualTo(3);

    Answer back =
        put(
            "{'facts':[{'attribute':'jobs','declared':false},"
                + "{'attribute':'rate','declared':false}]}");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(fact("jobs").get("declared").asBoolean()).isFalse();
    assertThat(back.json().get("facts").toString()).doesNotContain("rate");
  }

  @Test
  void aDraftGoesByWhatIsDeclaredMeanwhile() {
    put("{'facts':[{'attribute':'households','kind':'label'}]}");
    assertThat(fact("households").get("kind").asString()).isEqualTo("label");
    assertThat(city.store.facts().schema("beats").declarations()).hasSize(1);
  }

  @Test
  void aComparisonTellsOfWhichCountsANumberIsMade() {
    Answer merged = draft.edit("*", "{'type':'merge','units':['A','B'],'into':'A'}");
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    JsonNode change =
        city.client
            .get("/api/v1/compare?to=draft:" + draft.read().get("id").asLong())
            .json()
            .at("/changes/0");
    assertThat(change.get("to").size()).as(change.toString()).isEqualTo(1);
    JsonNode households = change.at("/to/0/facts/0");
    assertThat(change.toString()).contains("\"value\":745");
    assertThat(households.get("sources").valueStream().map(it -> it.get("counted").asInt()))
        .containsExactly(408, 337);
  }

  @Test
  void theHistoryTellsInPagesOfWhichCountsNumbersAreMade() {
    Answer merged = draft.edit("*", "{'type':'merge','units':['A','B'],'into':'A'}");
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    JsonNode all = draft.get("/history/3/facts").json();
    assertThat(all.get("kind").asString()).isEqualTo("merge");
    assertThat(all.get("total").asInt()).isEqualTo(2);
    assertThat(DraftCalls.texts(all.get("grids"), "code")).containsExactly("A", "B");
    assertThat(all.at("/grids/0/before/0/value").asInt()).isEqualTo(408);
    assertThat(all.at("/grids/0/after/0/value").asInt()).isEqualTo(745);
    assertThat(DraftCalls.texts(all.at("/grids/0/after/0/sources"), "code"))
        .containsExactly("A", "B");
    assertThat(all.at("/grids/1/after").isNull()).isTrue();
    assertThat(DraftCalls.texts(all.at("/grids/1/path"), "code")).endsWith("B");

    JsonNode page = draft.get("/history/3/facts?offset=1&limit=1").json();
    assertThat(page.get("total").asInt()).isEqualTo(2);
    assertThat(page.get("grids")).containsExactly(all.at("/grids/1"));
    assertThat(draft.get("/history/4/facts").status()).isEqualTo(404);
    assertThat(draft.get("/history/last/facts").status()).isEqualTo(404);
  }

  @Test
  void newGridsAreNamedByThePatternOfTheTheme() {
    Answer named =
        put(
            "{'facts':[{'attribute':'name','kind':'label','pattern':'Beat {n}'},"
                + "{'attribute':'name:zh','kind':'label','pattern':'第{n}警务区'}]}");
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    Answer none = put("{'facts':[{'attribute':'name','kind':'label','pattern':'Beat'}]}");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.json().get("detail").asString()).contains("has {n} once");
    assertThat(fact("name").get("pattern").asString()).isEqualTo("Beat {n}");
    put(
        "{'facts':[{'attribute':'name','declared':false},{'attribute':'name:zh','declared':false}]}");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Answer weight =
        put("{'facts':[{'attribute':'jobs','kind':'intensive','weight':'households'}]}");
    assertThat(weight.status()).as(weight.body()).isEqualTo(422);
    assertThat(weight.json().get("reason").asString()).isEqualTo("fact-unfit");
    assertThat(put("{'facts':[{'attribute':'jobs','kind':'derived'}]}").status()).isEqualTo(422);
    String digits = "{'facts':[{'attribute':'jobs','kind':'extensive','digits':4294967296}]}";
    assertThat(put(digits).status()).isEqualTo(422);
    Answer kind = put("{'facts':[{'attribute':'jobs','kind':'total'}]}");
    assertThat(kind.status()).isEqualTo(400);
    assertThat(kind.json().get("parameter").asString()).isEqualTo("facts[0].kind");
    assertThat(kind.json().get("detail").asString()).contains("extensive");
    assertThat(put("{'facts':[{'attribute':'jobs'}]}").status()).isEqualTo(400);
    assertThat(put("{'facts':[]}").status()).isEqualTo(400);
    assertThat(put("{'facts':[{'attribute':'jobs','kinds':'label'}]}").status()).isEqualTo(400);
    assertThat(city.store.facts().schema("beats").declarations()).isEmpty();
  }

  private void set(String grid, String attributes) {
    Answer answer =
        draft.edit(
            "*", "{'type':'attributes','unit':'" + grid + "','attributes':" + attributes + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private Answer put(String body) {
    return city.client.json("PUT", "/api/v1/facts", body);
  }

  private JsonNode fact(String attribute) {
    String id = draft.path.substring(draft.path.lastIndexOf('/') + 1);
    for (JsonNode fact : city.client.get("/api/v1/facts?draft=" + id).json().get("facts")) {
      if (fact.get("attribute").asString().equals(attribute)) {
        return fact;
      }
    }
    throw new IllegalStateException("no attribute " + attribute);
  }
}
