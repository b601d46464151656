package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A draft becomes the plan that look-ups answer from. */
class PublishTest {

  private static final String TODAY = "{'effective':'2025-06-01'}";

  @TempDir Path folder;
  private SmallCity city;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void lookUpsAnswerFromItAtOnceAndOpenMapsAreTold() throws Exception {
    String here = "/api/v1/locate?" + SmallCity.at(SmallCity.cell(0, 0));
    try (EventReader reader = EventReader.open(city.server.port())) {
      DraftCalls draft = DraftCalls.begin(city.client);
      draft.edit(
          1,
          "{'type':'split','unit':'C','line':" + DraftCalls.CUT + ",'keeps':'east','codes':['W']}");
      Answer published = draft.post("/publish", 2, TODAY);
      assertThat(published.status()).as(published.body()).isEqualTo(201);
      assertThat(published.json().get("status").asString()).isEqualTo("published");
      long id = published.json().get("id").asLong();
      JsonNode located = city.client.get(here).json();
      assertThat(located.get("plan").asLong()).isEqualTo(id);
      assertThat(city.client.get("/api/v1/units").json().get("total").asInt()).isEqualTo(4);
      assertThat(reader.next("plan").data().get("id").asLong()).isEqualTo(id);
      assertThat(city.client.get(draft.path).status()).isEqualTo(404);
    }
  }

  @Test
  void aPlanForALaterDayWaits() {
    DraftCalls draft = DraftCalls.begin(city.client);
    draft.rename(1, "A", "Alpha");
    assertThat(draft.post("/publish", 2, "{'effective':'2026-01-01'}").status()).isEqualTo(201);
    assertThat(name("A", "2025-06-01")).isEqualTo("A");
    assertThat(name("A", "2026-01-01")).isEqualTo("Alpha");
  }

  @Test
  void twoDraftsOfDifferentUnitsMerge() {
    DraftCalls first = DraftCalls.begin(city.client);
    DraftCalls second = DraftCalls.begin(city.client);
    first.rename(1, "A", "Alpha");
    second.rename(1, "C", "Gamma");
    assertThat(first.post("/publish", 2, TODAY).status()).isEqualTo(201);
    Answer merged = second.post("/publish", 2, TODAY);
    assertThat(merged.status()).as(merged.body()).isEqualTo(201);
    assertThat(name("A", "2025-06-01")).isEqualTo("Alpha");
    assertThat(name("C", "2025-06-01")).isEqualTo("Gamma");
  }

  @Test
  void twoDraftsOfTheSameUnitConflict() {
    DraftCalls first = DraftCalls.begin(city.client);
    DraftCalls second = DraftCalls.begin(city.client);
    first.rename(1, "A", "Alpha");
    second.rename(1, "A", "Aleph");
    assertThat(first.post("/publish", 2, TODAY).status()).isEqualTo(201);
    Answer conflict = second.post("/publish", 2, TODAY);
    assertThat(conflict.status()).as(conflict.body()).isEqualTo(409);
    assertThat(DraftCalls.texts(conflict.json().get("units"))).containsExactly("A");
    assertThat(conflict.json().get("theirs").get("features").get(0).toString()).contains("Alpha");
    assertThat(second.version()).isEqualTo(2);
  }

  @Test
  void onlyTheVersionThatWasSeenIsPublished() {
    DraftCalls draft = DraftCalls.begin(city.client);
    draft.rename(1, "A", "Alpha");
    assertThat(draft.post("/publish", 1, TODAY).status()).isEqualTo(412);
    assertThat(city.client.json("POST", draft.path + "/publish", TODAY).status()).isEqualTo(428);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'effective':'soon'}",
        "{'effective':'+10000-01-01'}",
        "{'effective':'0000-01-01'}",
        "{'effective':'2025-06-01','force':true}"
      })
  void aDayMustBeNamed(String body) {
    Answer answer = DraftCalls.begin(city.client).post("/publish", 1, body);
    assertThat(answer.status()).isEqualTo(400);
  }

  private String name(String unit, String at) {
    return city.client
        .get("/api/v1/units/beats/grid/" + unit + "?at=" + at)
        .json()
        .get("name")
        .asString();
  }
}
