package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What each endpoint answers about {@link SmallCity}. */
class HttpApiTest {

  @TempDir static Path folder;
  private static SmallCity city;
  private static Client client;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void healthNamesTheStoreAndCountsPlans() {
    JsonNode health = client.get("/health").json();
    assertThat(health.get("status").asString()).isEqualTo("ok");
    assertThat(health.get("store").asString()).startsWith("geopackage").endsWith("city.gpkg");
    assertThat(health.get("plans").get("beats").asInt()).isEqualTo(2);
  }

  @Test
  void metricsCountRequestsByRouteTemplate() {
    client.get("/api/v1/units/beats/grid/A");
    assertThat(client.get("/metrics").body())
        .contains("route=\"/api/v1/units/{theme}/{level}/{code}\"")
        .contains("gridwright_plans_in_force 1.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void configTellsWhatTheMapApplicationNeeds() {
    JsonNode config = client.get("/api/v1/config").json();
    assertThat(config.get("defaultTheme").asString()).isEqualTo("beats");
    assertThat(config.get("city").asString()).isEqualTo("Smallville");
    assertThat(config.get("basemap").isNull()).isTrue();
  }

  @Test
  void themesTellLevelsAndThePlanInForce() {
    JsonNode theme = client.get("/api/v1/themes").json().get("themes").get(0);
    assertThat(theme.get("levels").toString())
        .isEqualTo(
            "[{\"depth\":0,\"name\":\"district\",\"units\":2},"
                + "{\"depth\":1,\"name\":\"grid\",\"units\":3}]");
    assertThat(theme.get("bounds").toString()).isEqualTo("[10.0,50.0,10.002,50.002]");
    assertThat(theme.get("plan").get("effectiveFrom").asString()).isEqualTo("2025-01-01");
  }

  @Test
  void plansListTheHistory() {
    JsonNode plans = client.get("/api/v1/plans").json().get("plans");
    assertThat(texts(plans, "effectiveFrom")).containsExactly("2024-01-01", "2025-01-01");
    assertThat(texts(plans, "status")).containsOnly("published");
  }

  @Test
  void unitsAreListedFilteredAndCounted() {
    assertThat(texts(client.get("/api/v1/units").json().get("units"), "code"))
        .containsExactly("A", "B", "C");
    assertThat(texts(client.get("/api/v1/units?parent=N").json().get("units"), "code"))
        .containsExactly("A", "B");
    JsonNode first = client.get("/api/v1/units?limit=1&at=2024-05-05").json();
    assertThat(first.get("total").asInt()).isEqualTo(4);
    assertThat(first.get("units")).hasSize(1);
    assertThat(texts(client.get("/api/v1/units?level=district&q=s").json().get("units"), "code"))
        .containsExactly("S");
  }

  @Test
  void aUnitTellsPathSizeCountsAndOfficers() {
    JsonNode unit = client.get("/api/v1/units/beats/grid/A").json();
    assertThat(texts(unit.get("path"), "code")).containsExactly("N", "A");
    assertThat(unit.get("areaSquareMetres").asDouble()).isBetween(7900.0, 8000.0);
    assertThat(unit.get("counts").toString()).isEqualTo("{\"addresses\":1,\"incidents\":2}");
    assertThat(texts(unit.get("officers"), "name")).containsExactly("Li Wei");
    assertThat(unit.get("children").isNull()).isTrue();
    JsonNode district = client.get("/api/v1/units/beats/district/N").json();
    assertThat(district.get("children").toString()).isEqualTo("{\"level\":\"grid\",\"units\":2}");
    assertThat(district.get("counts").get("addresses").asInt()).isEqualTo(2);
  }

  @Test
  void locateNamesTheGridItsPathAndTheRunnerUp() {
    JsonNode answer = client.get("/api/v1/locate?" + SmallCity.at(SmallCity.cell(0, 1))).json();
    assertThat(answer.get("grid").get("code").asString()).isEqualTo("A");
    assertThat(texts(answer.get("path"), "code")).containsExactly("N", "A");
    assertThat(answer.get("runnerUp").get("code").asString()).isEqualTo("B");
    assertThat(answer.get("runnerUp").get("distanceMetres").asDouble()).isBetween(35.0, 36.5);
    assertThat(texts(answer.get("officers"), "id")).containsExactly("o1");
  }

  @Test
  void locateAnswersAsOfADate() {
    String path = "/api/v1/locate?" + SmallCity.at(SmallCity.cell(1, 0));
    assertThat(client.get(path).json().get("grid").get("code").asString()).isEqualTo("C");
    assertThat(client.get(path + "&at=2024-12-31").json().get("grid").get("code").asString())
        .isEqualTo("D");
    assertThat(client.get(path + "&at=2023-12-31").status()).isEqualTo(404);
  }

  @Test
  void aPointThatNobodyOwnsHasNoGrid() {
    JsonNode answer = client.get("/api/v1/locate?lon=10.01&lat=50.01").json();
    assertThat(answer.get("grid").isNull()).isTrue();
    assertThat(answer.get("path")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "units, 3",
    "units?level=district, 2",
    "units?bbox=10.0001;50.0011;10.0002;50.0012, 1",
    "addresses, 3",
    "incidents, 4",
    "incidents?category=waste, 1",
    "incidents?from=2025-03-01&to=2025-05-01, 2",
    "facilities, 1"
  })
  void layersHoldWhatMatches(String layer, int features) {
    Answer answer = client.get("/api/v1/layers/" + layer.replace(";", ","));
    assertThat(answer.type()).isEqualTo("application/geo+json");
    assertThat(answer.json().get("features")).hasSize(features);
    assertThat(answer.json().has("truncated")).isFalse();
  }

  @Test
  void aLimitedLayerSaysThatItIsCutShort() {
    JsonNode layer = client.get("/api/v1/layers/addresses?limit=2").json();
    assertThat(layer.get("features")).hasSize(2);
    assertThat(layer.get("truncated").asBoolean()).isTrue();
    assertThat(client.get("/api/v1/layers/addresses?limit=3").json().has("truncated")).isFalse();
  }

  @Test
  void layersAreListedInTheReadersLanguage() {
    JsonNode layers = client.get("/api/v1/layers", "Accept-Language", "zh-CN").json().get("layers");
    assertThat(texts(layers, "id"))
        .containsExactly("units", "voids", "addresses", "incidents", "facilities");
    assertThat(texts(layers, "title")).contains("地址");
    assertThat(texts(layers, "features")).containsExactly("3", "0", "3", "4", "1");
  }

  @Test
  void anUnchangedLayerIsNotSentAgain() {
    Answer first = client.get("/api/v1/layers/units");
    String etag = first.header("ETag");
    assertThat(etag).startsWith("W/\"");
    Answer again = client.get("/api/v1/layers/units", "If-None-Match", "\"other\", " + etag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(client.get("/api/v1/layers/units?level=district").header("ETag")).isNotEqualTo(etag);
  }

  @Test
  void incidentsAreListedNewestFirst() {
    JsonNode page = client.get("/api/v1/incidents?category=noise&limit=2").json();
    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(texts(page.get("incidents"), "id")).containsExactly("i4", "i3");
    assertThat(client.get("/api/v1/categories").body())
        .isEqualTo("{\"categories\":[\"noise\",\"waste\"]}");
  }

  @Test
  void incidentPointsAreColumns() {
    JsonNode points = client.get("/api/v1/incidents/points?to=2025-04-01").json();
    assertThat(points.toString())
        .isEqualTo(
            "{\"categories\":[\"noise\",\"waste\"],\"id\":[\"i2\",\"i1\"],"
                + "\"lon\":[10.0005,10.0005],\"lat\":[50.0015,50.0015],\"category\":[1,0]}");
  }

  @Test
  void countsByLevelAddUp() {
    JsonNode counts = client.get("/api/v1/counts?level=district&to=2025-06-01").json();
    assertThat(counts.get("total").asInt()).isEqualTo(4);
    assertThat(counts.get("outside").asInt()).isEqualTo(1);
    assertThat(texts(counts.get("items"), "count")).containsExactly("2", "1");
    assertThat(counts.get("items").get(0).get("perThousandAddresses").asDouble()).isEqualTo(1000);
  }

  @Test
  void countsByHexagonKeepTheirTotal() {
    JsonNode hexagons = client.get("/api/v1/counts?hex=100").json();
    assertThat(hexagons.get("hexMetres").asInt()).isEqualTo(100);
    assertThat(
            StreamSupport.stream(hexagons.get("features").spliterator(), false)
                .mapToInt(each -> each.get("properties").get("count").asInt())
                .sum())
        .isEqualTo(4);
  }

  @Test
  void searchForgivesTypingErrorsAndPutsTheRightNumberFirst() {
    assertThat(found("12 rue de l eglize")).containsExactly("1", "2");
    assertThat(found("Eglise 14")).startsWith("2");
    assertThat(found("建设路")).containsExactly("3");
    assertThat(found("nowhere")).isEmpty();
    assertThat(
            client
                .get("/api/v1/search?q=14+eglise&limit=1")
                .json()
                .get("results")
                .get(0)
                .get("grid")
                .get("code")
                .asString())
        .isEqualTo("B");
  }

  @Test
  void whereNothingIsFoundTheReasonAndTheNearestThingAreTold() {
    assertThat(nothing("q=zzzzzz", "code")).isEqualTo("unknown-words");
    assertThat(nothing("q=%21%3F", "code")).isEqualTo("no-words");
    assertThat(nothing("q=14+eglise&kinds=facility", "code")).isEqualTo("outside");
    JsonNode elsewhere =
        client.get("/api/v1/search?q=14+eglise&bbox=0,0,1,1").json().get("nothing").get("nearest");
    assertThat(elsewhere.get("id").asString()).isEqualTo("2");
    assertThat(client.get("/api/v1/search?q=14+eglise").json().get("nothing").isNull()).isTrue();
  }

  private static String nothing(String query, String member) {
    return client.get("/api/v1/search?" + query).json().get("nothing").get(member).asString();
  }

  @Test
  void healthSaysHowTheIndexOfAddressesIs() {
    JsonNode search = client.get("/health").json().get("search");
    assertThat(search.get("stage").asString()).isEqualTo("ready");
    assertThat(search.get("addresses").asInt()).isEqualTo(3);
    assertThat(search.get("kept").asBoolean()).isTrue();
  }

  @Test
  void addressesAreFoundById() {
    assertThat(client.get("/api/v1/addresses/3").json().get("text").asString()).isEqualTo("建设路12号");
    assertThat(client.get("/api/v1/addresses/nope").status()).isEqualTo(404);
  }

  @Test
  void theDirectoryIsListed() {
    assertThat(texts(client.get("/api/v1/officers?grid=A").json().get("officers"), "grid"))
        .containsExactly("A");
    assertThat(texts(client.get("/api/v1/officers").json().get("officers"), "id"))
        .containsExactly("o1");
    assertThat(
            client.get("/api/v1/departments").json().get("departments").get(0).get("id").asString())
        .isEqualTo("d1");
  }

  private static List<String> found(String text) {
    String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return texts(client.get("/api/v1/search?q=" + query).json().get("results"), "id");
  }

  private static List<String> texts(JsonNode items, String member) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(each -> each.get(member).asString())
        .toList();
  }
}
