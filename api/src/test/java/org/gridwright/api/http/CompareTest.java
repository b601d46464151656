package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Comparisons of the plans of {@link SmallCity}: {@code AB/CD}, and later {@code AB/CC}. */
class CompareTest {

  @TempDir static Path folder;
  private static SmallCity city;
  private static Client client;
  private static long first;
  private static long second;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
    List<Long> ids =
        client
            .get("/api/v1/plans")
            .json()
            .get("plans")
            .valueStream()
            .sorted(Comparator.comparing(plan -> plan.get("effectiveFrom").asString()))
            .map(plan -> plan.get("id").asLong())
            .toList();
    first = ids.get(0);
    second = ids.get(1);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static String plans() {
    return "/api/v1/compare?from=plan:" + first + "&to=plan:" + second;
  }

  @Test
  void tellsWhatBecameOfUnitsAndPoints() {
    JsonNode answer = client.get(plans()).json();

    assertThat(answer.at("/summary/kept").asInt()).isEqualTo(2);
    assertThat(answer.at("/summary/merged").asInt()).isEqualTo(1);
    assertThat(answer.at("/from/units").asInt()).isEqualTo(4);
    assertThat(answer.at("/to/level").asString()).isEqualTo("grid");
    JsonNode change = answer.at("/changes/0");
    assertThat(change.get("fate").asString()).isEqualTo("merged");
    assertThat(change.get("from").valueStream().map(unit -> unit.get("code").asString()))
        .containsExactly("C", "D");
    assertThat(change.at("/from/1/counterpart").isNull()).isTrue();
    assertThat(change.at("/to/0/counterpart").asString()).isEqualTo("C");
    assertThat(change.get("bounds").toString()).isEqualTo("[10.0,50.0,10.002,50.001]");
    JsonNode move = answer.at("/moves/0");
    assertThat(move.get("from").asString()).isEqualTo("D");
    assertThat(move.get("to").asString()).isEqualTo("C");
    assertThat(move.get("shareOfFrom").asDouble()).isEqualTo(1);
    assertThat(move.get("openIncidents").asInt()).isEqualTo(1);
    assertThat(answer.at("/area/moved").asDouble())
        .isEqualTo(move.get("areaSquareMetres").asDouble());
    assertThat(answer.at("/addresses/moved").asInt()).isZero();
    assertThat(answer.at("/openIncidents/total").asInt()).isEqualTo(4);
    assertThat(answer.at("/openIncidents/moved").asInt()).isEqualTo(1);
    assertThat(answer.at("/balance/area/before/units").asInt()).isEqualTo(4);
    assertThat(answer.at("/balance/households").isNull()).isTrue();
  }

  @Test
  void levelsAreComparedByThemselves() {
    JsonNode answer = client.get(plans() + "&level=district").json();

    assertThat(answer.at("/summary/kept").asInt()).isEqualTo(2);
    assertThat(answer.get("changes").isEmpty()).isTrue();
  }

  @Test
  void aDraftIsComparedWithItsBaseByItsHistory() {
    long draft = client.json("POST", "/api/v1/drafts", "{}").json().get("id").asLong();
    edit(
        draft,
        "{'type':'split','unit':'C','line':"
            + "{'type':'LineString','coordinates':[[10.0005,49.9995],[10.0005,50.0015]]},"
            + "'keeps':'west','codes':['E']}");
    edit(draft, "{'type':'recode','unit':'E','code':'F'}");

    JsonNode answer = client.get("/api/v1/compare?to=draft:" + draft).json();

    assertThat(answer.at("/from/id").asLong()).isEqualTo(second);
    assertThat(answer.at("/to/kind").asString()).isEqualTo("draft");
    assertThat(answer.at("/changes/0/fate").asString()).isEqualTo("split");
    assertThat(answer.at("/changes/0/to").valueStream().map(unit -> unit.get("code").asString()))
        .containsExactly("C", "F");
    assertThat(answer.at("/moves/0/openIncidents").asInt()).isEqualTo(1);
    JsonNode back = client.get("/api/v1/compare?from=draft:" + draft + "&to=plan:" + second).json();
    assertThat(back.at("/summary/merged").asInt()).isEqualTo(1);
  }

  private static void edit(long draft, String body) {
    Answer answer =
        client.json("POST", "/api/v1/drafts/" + draft + "/edits", body, "If-Match", "*");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void theTableAndTheMapAreFiles() {
    Answer table = client.get(plans() + "&format=csv");
    Answer map = client.get(plans() + "&format=geojson");

    assertThat(table.type()).startsWith("text/csv");
    assertThat(table.body().lines())
        .hasSize(5)
        .anyMatch(line -> line.matches("D,D,C,C,merged,true,[0-9.]+,1.000000,0.500000,0,1"));
    assertThat(map.type()).startsWith("application/geo+json");
    assertThat(map.json().get("features").valueStream().map(it -> it.get("id").asString()))
        .containsExactly("from:C", "from:D", "to:C");
  }

  @Test
  void aCrosswalkSharesAreaAndAddresses() {
    String path = "/api/v1/crosswalk?theme=beats&with=beats&level=district";
    JsonNode answer = client.get(path).json();

    JsonNode row = answer.at("/rows/0");
    assertThat(row.get("code").asString()).isEqualTo("N");
    assertThat(row.get("withCode").asString()).isEqualTo("A");
    assertThat(row.get("areaShare").asDouble()).isEqualTo(.5);
    assertThat(row.get("areaShareOfWith").asDouble()).isEqualTo(1);
    assertThat(row.get("addresses").asInt()).isEqualTo(1);
    assertThat(row.get("addressesShare").asDouble()).isEqualTo(.5);
    assertThat(client.get(path + "&format=csv").body().lines().skip(1).findFirst().orElseThrow())
        .matches("N,N,A,A,[0-9.]+,0.500000,1.000000,1,0.500000,1.000000");
  }

  @ParameterizedTest
  @CsvSource({
    "400, from, from=7&to=plan:1",
    "400, to, from=plan:1",
    "400, from, to=plan:1",
    "400, sliverWidth, from=plan:1&to=plan:1&sliverWidth=-1",
    "400, sliverWidth, from=plan:1&to=plan:1&sliverWidth=NaN",
    "400, format, from=plan:1&to=plan:1&format=xml",
    "404, '', from=plan:999&to=plan:1",
    "404, '', from=plan:1&to=draft:999",
  })
  void refusesWhatItCanNotRead(int status, String parameter, String query) {
    Answer answer = client.get("/api/v1/compare?" + query.replace("plan:1", "plan:" + first));

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString("")).isEqualTo(parameter);
  }
}
