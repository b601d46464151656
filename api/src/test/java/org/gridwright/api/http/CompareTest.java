package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
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
        .anyMatch(line -> line.matches("D,D,C,C,merged,true,[0-9.]+,1.000000,0.500000,0,1,"));
    assertThat(map.type()).startsWith("application/geo+json");
    assertThat(map.json().get("features").valueStream().map(it -> it.get("id").asString()))
        .containsExactly("from:C", "from:D", "to:C");
  }

  /** D has 30 households and no address: its ground tells. C has 10 at its one address. */
  @Test
  void householdsThatChangeHandsAreEstimated() {
    Plan plan = SmallCity.plan("AB/CD");
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (Unit unit : plan.grids()) {
      String households = Map.of("C", "10", "D", "30").getOrDefault(unit.code(), "");
      units.add(
          new Unit(
              1,
              unit.code(),
              unit.parentCode(),
              "Beat " + unit.code(),
              Map.of("households", households, "name:zh", unit.code() + "区"),
              unit.area()));
    }
    Plan said = Plan.of(SmallCity.THEME, units);
    long draft = city.store.plans().createDraft(said, Actor.named("anonymous"), "said").id();

    String query = "?from=draft:" + draft + "&to=plan:" + second;
    JsonNode answer = client.get("/api/v1/compare" + query).json();

    assertThat(answer.get("households").toString())
        .isEqualTo("{\"total\":40.0,\"moved\":30.0,\"of\":\"from\"}");
    assertThat(
            answer
                .get("changes")
                .valueStream()
                .flatMap(change -> change.get("from").valueStream())
                .filter(unit -> unit.get("code").asString().equals("D"))
                .map(unit -> unit.get("facts").toString()))
        .containsExactly(
            "[{\"attribute\":\"households\",\"value\":30,\"basis\":\"counted\",\"since\":\"2025-01-01\","
                + "\"sources\":[]}]");
    JsonNode move = answer.at("/moves/0");
    assertThat(move.get("households").asDouble()).isEqualTo(30);
    assertThat(move.get("fromName").asString()).isEqualTo("Beat D");
    assertThat(move.at("/fromNames/zh").asString()).isEqualTo("D区");
    assertThat(move.get("toName").asString()).isEqualTo("C");
    assertThat(move.get("bounds").toString()).isEqualTo("[10.001,50.0,10.002,50.001]");
    assertThat(client.get("/api/v1/compare" + query + "&format=csv").body().lines())
        .anyMatch(line -> line.startsWith("D,Beat D,C,C,merged,true,") && line.endsWith(",30.0"));
    JsonNode back = client.get("/api/v1/compare?from=plan:" + second + "&to=draft:" + draft).json();
    assertThat(back.at("/households/of").asString()).isEqualTo("to");
    assertThat(back.at("/households/moved").asDouble()).isEqualTo(30);
  }

  @Test
  void longListsComeInPages() {
    String crossing = "?from=plan:" + first + "&to=plan:" + second + "&level=grid";
    JsonNode summary = client.get("/api/v1/compare" + crossing + "&limit=0").json();
    JsonNode changes = client.get("/api/v1/compare/changes" + crossing + "&fate=merged").json();
    JsonNode none = client.get("/api/v1/compare/changes" + crossing + "&fate=split").json();
    JsonNode moves = client.get("/api/v1/compare/moves" + crossing + "&q=d&sort=-area").json();
    JsonNode past = client.get("/api/v1/compare/moves" + crossing + "&offset=9&limit=5").json();

    assertThat(summary.get("changes").isEmpty()).isTrue();
    assertThat(summary.get("changesTotal").asInt()).isEqualTo(1);
    assertThat(summary.get("movesTotal").asInt()).isEqualTo(1);
    assertThat(changes.at("/changes/0/from/0/code").asString()).isEqualTo("C");
    assertThat(none.get("total").asInt()).isZero();
    assertThat(moves.at("/moves/0/from").asString()).isEqualTo("D");
    assertThat(past.toString()).isEqualTo("{\"total\":1,\"moves\":[]}");
    assertThat(client.get("/api/v1/compare/moves" + crossing + "&sort=size").status())
        .isEqualTo(400);
  }

  @Test
  void theMapComesInPartsOrAsDots() {
    JsonNode west = client.get(plans() + "&format=geojson&bbox=10,50,10.0005,50.001").json();
    JsonNode cut = client.get(plans() + "&format=geojson&limit=2").json();
    JsonNode places = client.get(plans().replace("compare?", "compare/places?")).json();

    assertThat(west.get("features").valueStream().map(it -> it.get("id").asString()))
        .containsExactly("from:C", "to:C");
    assertThat(cut.get("features")).hasSize(2);
    assertThat(cut.get("truncated").asBoolean()).isTrue();
    assertThat(places.at("/from/lon").toString()).isEqualTo("[10.0005,10.0015]");
    assertThat(places.at("/to/lat").toString()).isEqualTo("[50.0005]");
    assertThat(places.at("/fates/" + places.at("/to/fate/0").asInt()).asString())
        .isEqualTo("merged");
  }

  @Test
  void aCrosswalkNamesPlansAndComesInPages() {
    String path = "/api/v1/crosswalk?from=plan:" + first + "&to=plan:" + second;
    JsonNode answer = client.get(path + "&withLevel=district&sort=-areaShareOfWith").json();

    assertThat(answer.at("/of/plan").asLong()).isEqualTo(first);
    assertThat(answer.at("/of/units").asInt()).isEqualTo(4);
    assertThat(answer.at("/with/level").asString()).isEqualTo("district");
    assertThat(answer.get("total").asInt()).isEqualTo(4);
    assertThat(answer.at("/rows/0/areaShareOfWith").asDouble()).isEqualTo(.5);
    assertThat(answer.at("/rows/0/bounds").toString()).isEqualTo("[10.0,50.001,10.001,50.002]");
    assertThat(answer.at("/rows/0/withName").asString()).isEqualTo("N");
    assertThat(client.get(path + "&q=D&limit=1").json().at("/rows/0/openIncidents").asInt())
        .isEqualTo(1);
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
        .matches("N,N,A,A,[0-9.]+,0.500000,1.000000,1,0.500000,1.000000,2,1.000000,1.000000,,,");
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

  @Test
  void plansThatAreAQuarterOfTheEarthApartAreNotCompared() {
    Theme far = Theme.of("far", "Far", CodeScheme.FREE, "district", "grid");
    city.store.themes().ensure(far);
    long there =
        city.store
            .plans()
            .createDraft(
                Pictures.plan(far, -1_000_000_000, 500_000_000, 10_000, "N", "A"),
                Actor.named("x"),
                "y")
            .id();
    String plans = "?from=plan:" + first + "&to=plan:" + there;
    for (String path :
        List.of("compare", "compare/changes", "compare/moves", "compare/places", "crosswalk")) {
      Answer answer = client.get("/api/v1/" + path + plans);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    }
  }
}
