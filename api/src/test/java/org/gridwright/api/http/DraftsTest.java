package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Drafts as such: made, listed, told, described, drawn, taken away, brought back, removed. */
class DraftsTest {

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
  void aDraftBeginsWithTheLatestPlan() {
    Answer made =
        client.json(
            "POST",
            "/api/v1/drafts",
            "{'name':'North','description':'after the tunnel'}",
            "Gridwright-Author",
            "%E6%9D%8E%E4%BC%9F");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    JsonNode draft = made.json();
    assertThat(made.header("Location")).isEqualTo("/api/v1/drafts/" + draft.get("id").asLong());
    assertThat(draft.get("name").asString()).isEqualTo("North");
    assertThat(draft.get("author").asString()).isEqualTo("李伟");
    assertThat(draft.get("base").toString())
        .isEqualTo("{\"plan\":2,\"revision\":2,\"effectiveFrom\":\"2025-01-01\"}");
    assertThat(draft.get("undo").isNull()).isTrue();
    assertThat(draft.get("units").toString())
        .isEqualTo("{\"changed\":0,\"added\":0,\"removed\":0}");
    assertThat(client.get(made.header("Location")).json()).isEqualTo(draft);
    assertThat(client.get("/api/v1/drafts?theme=beats").json().get("drafts")).contains(draft);
  }

  @Test
  void aDraftCanBeginWithAnEarlierPlan() {
    DraftCalls draft = DraftCalls.at(client, client.json("POST", "/api/v1/drafts", "{'plan':1}"));
    assertThat(draft.grids()).containsExactly("A", "B", "C", "D");
    assertThat(draft.read().get("base").get("plan").asInt()).isEqualTo(1);
  }

  @Test
  void aDraftIsDescribedAndRemoved() {
    DraftCalls draft = DraftCalls.begin(client);
    Answer described =
        client.json("PATCH", draft.path, "{'name':'South','description':'two\\nlines'}");
    assertThat(described.json().get("name").asString()).isEqualTo("South");
    assertThat(draft.read().get("description").asString()).isEqualTo("two\nlines");
    assertThat(client.json("PATCH", draft.path, "{'name':'x'}", "If-Match", "\"99\"").status())
        .isEqualTo(412);
    assertThat(client.method("DELETE", draft.path).status()).isEqualTo(204);
    assertThat(client.get(draft.path).status()).isEqualTo(404);
    assertThat(client.method("DELETE", draft.path).status()).isEqualTo(404);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    DraftCalls first = DraftCalls.begin(client);
    first.rename(1, "A", "Alpha");
    DraftCalls copy =
        DraftCalls.at(
            client,
            client.json(
                "POST",
                "/api/v1/drafts",
                "{'copyOf':" + first.read().get("id").asLong() + ",'name':'copy'}"));
    assertThat(copy.name("A")).isEqualTo("Alpha");
    copy.rename(copy.version(), "A", "Beta");
    assertThat(first.name("A")).isEqualTo("Alpha");
  }

  @Test
  void aDraftIsDrawnLikeAPlan() {
    DraftCalls draft = DraftCalls.begin(client);
    draft.rename(1, "A", "Alpha");
    String id = draft.path.substring(draft.path.lastIndexOf('/') + 1);
    JsonNode units = client.get("/api/v1/units?q=alpha&draft=" + id).json();
    assertThat(DraftCalls.texts(units.get("units"), "code")).containsExactly("A");
    assertThat(units.get("plan").asString()).isEqualTo(id);
    assertThat(client.get("/api/v1/units?q=alpha").json().get("units")).isEmpty();
    Answer layer =
        client.get("/api/v1/layers/units?draft=" + id + "&bbox=10,50.0011,10.0005,50.002");
    assertThat(layer.json().get("features")).hasSize(1);
    String etag = draft.get("/units").header("ETag");
    assertThat(client.get(draft.path + "/units", "If-None-Match", etag).status()).isEqualTo(304);
    draft.rename(2, "A", "Beta");
    assertThat(draft.get("/units").header("ETag")).isNotEqualTo(etag);
  }

  @Test
  void whatIsDownloadedCanBePostedAgain() {
    DraftCalls draft = DraftCalls.begin(client);
    draft.edit(1, "{'type':'attributes','unit':'A','attributes':{'households':'312'}}");
    draft.edit(2, "{'type':'rename','unit':'B','name':'Beta','names':{'zh':'乙'}}");
    Answer download = draft.get("/units?format=geojson");
    assertThat(download.header("Content-Disposition")).contains("attachment").contains(".geojson");
    DraftCalls again =
        DraftCalls.at(
            client,
            client.post("/api/v1/drafts?name=again", "application/geo+json", download.body()));
    assertThat(again.get("/units?format=geojson").json().get("features"))
        .isEqualTo(download.json().get("features"));
    assertThat(again.read().get("name").asString()).isEqualTo("again");
    assertThat(again.read().get("units")).isEqualTo(draft.read().get("units"));
  }

  @Test
  void ringsThatBeginElsewhereAreNoChange() {
    DraftCalls draft = DraftCalls.begin(client);
    draft.rename(1, "A", "Alpha");
    JsonNode plan = draft.get("/units?format=geojson").json();
    for (JsonNode feature : plan.get("features")) {
      if (feature.get("geometry").isObject()) {
        beginElsewhere(feature.get("geometry").get("coordinates"));
      }
    }
    Answer posted = client.post("/api/v1/drafts", "application/geo+json", plan.toString());
    assertThat(DraftCalls.at(client, posted).read().get("units").toString())
        .isEqualTo("{\"changed\":1,\"added\":0,\"removed\":0}");
  }

  /** Lets each ring begin at its second corner. */
  private static void beginElsewhere(JsonNode coordinates) {
    if (coordinates.get(0).get(0).isArray()) {
      coordinates.forEach(DraftsTest::beginElsewhere);
    } else {
      ((ArrayNode) coordinates).remove(0);
      ((ArrayNode) coordinates).add(coordinates.get(0).deepCopy());
    }
  }

  @Test
  void aPostedPlanIsReadInTheSystemThatItNames() {
    Answer posted =
        client.post("/api/v1/drafts", "application/geo+json", inSystem("ESRI:102100", METRES));
    DraftCalls draft = DraftCalls.at(client, posted);
    JsonNode ring = draft.get("/units?format=geojson").json().at("/features");
    assertThat(ring.toString()).contains("[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]]]");
  }

  @Test
  void aPostedPlanOnAnOldDatumOfChinaIsToldHowGoodItsShiftIs() {
    String body =
        inSystem("EPSG:4214", "[[114,30],[114.01,30],[114.01,30.01],[114,30.01],[114,30]]");
    Answer posted = client.post("/api/v1/drafts", "application/geo+json", body);
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    assertThat(posted.json().get("notes").toString()).contains("EPSG:4214", "Beijing");
    String again = posted.header("Location");
    assertThat(client.get(again).json().has("notes")).isFalse();
    Answer plain =
        client.post(
            "/api/v1/drafts",
            "application/geo+json",
            inSystem("EPSG:4326", "[[10,50],[10.01,50],[10.01,50.01],[10,50]]"));
    assertThat(plain.json().has("notes")).isFalse();
  }

  @Test
  void aPostedSystemThatIsNotKnownIsRefused() {
    for (String system : new String[] {"Our grid", "EPSG:999999"}) {
      Answer answer =
          client.post("/api/v1/drafts", "application/geo+json", inSystem(system, METRES));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().get("detail").asString()).contains(system);
    }
  }

  @Test
  void thePlanReportedFromTokyoLiesWhereTheCommandLinePutsIt() throws IOException {
    String body =
        Files.readString(RealData.reported("06-crs-member-ignored-by-draft-import/tokyo.geojson"));
    String here = body.replace("\"level\": \"z\", \"parent\": null", "\"parent\": \"N\"");
    DraftCalls draft =
        DraftCalls.at(client, client.post("/api/v1/drafts", "application/geo+json", here));
    assertThat(draft.get("/units?format=geojson").body()).contains("[139.6967872,35.683287]");
  }

  /** Corners of 10 to 10.01 degrees east, 50 to 50.01 degrees north. */
  private static final String METRES =
      "[[1113194.9079327357,6446275.841017158],[1114308.1028406685,6446275.841017158],"
          + "[1114308.1028406685,6448007.845003029],[1113194.9079327357,6448007.845003029],"
          + "[1113194.9079327357,6446275.841017158]]";

  private static String inSystem(String name, String ring) {
    return ("{'type':'FeatureCollection','crs':{'type':'name','properties':{'name':'%s'}},"
            + "'features':[{'type':'Feature','properties':{'code':'A','parent':'N'},"
            + "'geometry':{'type':'Polygon','coordinates':[%s]}}]}")
        .formatted(name, ring)
        .replace('\'', '"');
  }

  @Test
  void aPostedPlanThatIsNoneIsRefused() {
    String feature =
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'code':'Z','parent':'%s'},"
            + "'geometry':{'type':'%s','coordinates':%s}}]}";
    Answer orphan =
        client.post(
            "/api/v1/drafts",
            "application/geo+json",
            feature
                .formatted("X", "Polygon", "[[[10,50],[10.1,50],[10.1,50.1],[10,50]]]")
                .replace('\'', '"'));
    assertThat(orphan.status()).as(orphan.body()).isEqualTo(422);
    Answer line =
        client.post(
            "/api/v1/drafts",
            "application/geo+json",
            feature.formatted("N", "LineString", "[[10,50],[10.1,50]]").replace('\'', '"'));
    assertThat(line.status()).as(line.body()).isEqualTo(400);
    assertThat(line.json().get("detail").asString()).contains("feature 1");
    assertThat(client.post("/api/v1/drafts", "application/geo+json", "{").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'plan':99}              | 404 | not-found |
          {'copyOf':99}            | 404 | not-found |
          {'theme':'none'}         | 404 | not-found |
          {'plan':1,'copyOf':2}    | 400 | bad-body  | copyOf
          {'plan':'1'}             | 400 | bad-body  | plan
          {'name':7}               | 400 | bad-body  | name
          {'title':'x'}            | 400 | bad-body  | title
          """)
  void aDraftThatCannotBeMadeSaysWhy(String body, int status, String code, String member) {
    Answer answer = client.json("POST", "/api/v1/drafts", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().path("parameter").asString(""))
        .isEqualTo(member == null ? "" : member);
  }

  @Test
  void anUnknownDraftIsNotFound() {
    for (String path : new String[] {"", "/units", "/history", "/findings"}) {
      assertThat(client.get("/api/v1/drafts/99" + path).status()).as(path).isEqualTo(404);
      assertThat(client.get("/api/v1/drafts/x" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(client.get("/api/v1/drafts/1").status()).as("a published plan").isEqualTo(404);
  }
}
