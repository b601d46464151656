package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Cells and drafts as the places of results. The oracle counts hexagons in a way of its own. */
class HotspotPlacesTest extends HotspotRuns {

  private static Answer ask(String question) {
    return client.json("POST", PATH, question);
  }

  /** Counts by hexagon know nothing of tests: they round each place to its hexagon. */
  @Test
  void hexagonsOfATestHaveTheCountsOfTheHexagonsOnTheMap() {
    JsonNode told = ask("{'method':'gistar','level':'hex:500'}").json();
    Map<String, Long> counted = new HashMap<>();
    client
        .get("/api/v1/counts?hex=500")
        .json()
        .get("features")
        .forEach(
            it -> counted.put(it.get("id").asString(), it.get("properties").get("count").asLong()));
    Map<String, Long> tested = new HashMap<>();
    for (JsonNode place : told.get("places")) {
      if (place.get("count").asLong() > 0) {
        tested.put(place.get("code").asString(), place.get("count").asLong());
      }
    }
    long apart = 0;
    Set<String> codes = new HashSet<>(counted.keySet());
    codes.addAll(tested.keySet());
    for (String code : codes) {
      apart += Math.abs(counted.getOrDefault(code, 0L) - tested.getOrDefault(code, 0L));
    }
    // An incident on an edge, to the centimetre, may be given to either side; those outside of the
    // plan are in hexagons of the map alone.
    long total = told.get("total").asLong();
    assertThat(apart).isLessThanOrEqualTo(2 * told.get("outside").asLong() + total / 1000 + 4);
    assertThat(tested).hasSizeGreaterThan(30);
    assertThat(told.get("request").get("level").asString()).isEqualTo("hex:500");
    assertThat(ask(told.get("request").toString()).json().get("id")).isEqualTo(told.get("id"));
  }

  /** In the middle of a seamless lay each hexagon has six neighbours, each square eight. */
  @ParameterizedTest
  @CsvSource({"hex:400,6", "square:400,8"})
  void cellsTouchTheirNeighbours(String level, int most) {
    JsonNode told = ask("{'level':'" + level + "'}").json();
    assertThat(told.get("links").get("most").asInt()).isEqualTo(most);
    assertThat(told.get("links").get("islands").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'method':'scan','level':'hex:800','over':'addresses','replicas':19}",
        "{'method':'emerging','level':'square:800','step':'months'}",
        "{'method':'repeat','by':'units','level':'hex:800'}",
        "{'method':'change','level':'hex:800','from':'2024-07-01','to':'2024-08-01','yearBefore':true}",
        "{'method':'score','level':'square:800','testFrom':'2024-07-01','testTo':'2024-08-01'}"
      })
  void everyMethodTakesCells(String question) {
    JsonNode run = done(question);
    assertThat(run.get("request").get("level").asString()).matches("(hex|square):800");
    assertThat(run.get("answer").get("rows")).isNotEmpty();
  }

  @Test
  void cellsOfAMetreAreRefusedWithWhatWouldFit() {
    Answer refused = ask("{'level':'hex:1'}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("detail").asString()).contains("250000");
    String fits = refused.json().get("detail").asString().replaceAll(".*choose (hex:\\d+).*", "$1");
    assertThat(ask("{'level':'" + fits + "'}").status()).isEqualTo(200);
    assertThat(ask("{'level':'hex:0'}").status()).isEqualTo(404);
    assertThat(ask("{'method':'scan','level':'hex:1','over':'area'}").status()).isEqualTo(422);
  }

  @Test
  void aDraftIsTestedAsItIsNow() {
    JsonNode plan = client.get("/api/v1/plans").json().get("plans").get(0);
    JsonNode draft =
        client.json("POST", "/api/v1/drafts", "{'plan':" + plan.get("id").asInt() + "}").json();
    String id = draft.get("id").asString();
    JsonNode before = ask("{'draft':'" + id + "'}").json();
    JsonNode inForce = ask("{}").json();
    assertThat(before.get("id")).isNotEqualTo(inForce.get("id"));
    assertThat(before.get("places")).isEqualTo(inForce.get("places"));
    assertThat(before.get("request").get("draft").asString()).isEqualTo(id);
    assertThat(ask("{'draft':'" + id + "','at':'2024-07-01'}").status()).isEqualTo(400);
    assertThat(ask("{'draft':'999999'}").status()).isEqualTo(404);
  }

  @Test
  void theCommandLineTakesCellsAndDraftsAsWell() {
    String store = folder.resolve("demo.gpkg").toString();
    String path = ask("{'method':'gistar','level':'hex:700'}").header("Location");
    gridwright("hotspots --store " + store + " --level hex:700 -o " + folder.resolve("cells.csv"));
    assertThat(folder.resolve("cells.csv")).hasContent(client.get(path + "?format=csv").body());
  }
}
