package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The balance of a draft, against the sums of the units that are exported from it. */
class BalanceTest {

  private static final String HOUSEHOLDS =
      "{'type':'attributes','unit':'%s','attributes':{'households':'%d'}}";
  private static final String SPLIT = "{'type':'split','unit':'C','line':" + DraftCalls.CUT + "}";

  @TempDir Path folder;
  private SmallCity city;
  private Client client;
  private DraftCalls draft;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
    draft = DraftCalls.begin(client);
  }

  @AfterEach
  void close() {
    city.close();
  }

  /** No grid has households when the draft begins, so somebody says what they are. */
  private void declareHouseholds() {
    String households = "{'facts':[{'attribute':'households','kind':'extensive'}]}";
    assertThat(client.json("PUT", "/api/v1/facts", households).status()).isEqualTo(200);
  }

  @Test
  void householdsAreSummedAsTheyAreExported() {
    declareHouseholds();
    count("A", 90);
    count("B", 100);
    count("C", 111);
    assertAgrees("grid");
    assertThat(draft.post("/edits", "*", SPLIT).status()).isEqualTo(200);
    JsonNode split = assertAgrees("grid");
    assertThat(split.get("unknown").asInt()).as("the half without an address").isEqualTo(1);
    assertThat(split.get("total").asInt()).isEqualTo(301);
    assertThat(assertAgrees("district").get("units").asInt()).isEqualTo(2);
    draft.post("/undo", "*", "");
    assertThat(assertAgrees("grid").get("unknown").asInt()).isZero();
    draft.post("/redo", "*", "");
    assertThat(assertAgrees("grid").get("unknown").asInt()).isEqualTo(1);
  }

  @Test
  void whatTheThemeToleratesIsToldAndCounted() {
    declareHouseholds();
    count("A", 90);
    count("B", 100);
    count("C", 111);
    assertThat(balance("measure=households").get("tolerance").isNull()).isTrue();
    assertThat(balance("measure=households").get("outside").isNull()).isTrue();
    rule("{'name':'balance:households','enabled':false,'parameters':{'tolerance':10}}");
    JsonNode mean = balance("measure=households");
    assertThat(mean.get("tolerance").asDouble()).isEqualTo(0.1);
    assertThat(mean.get("outside").asInt()).as("90 and 111 about 100.33").isEqualTo(2);
    assertThat(mean.get("rows").get(0).get("code").asString()).isEqualTo("C");
    assertThat(mean.get("rows").get(0).get("outside").asBoolean()).isTrue();
    rule("{'name':'balance:households','parameters':{'target':100}}");
    JsonNode aimed = balance("measure=households");
    assertThat(aimed.get("target").asInt()).isEqualTo(100);
    assertThat(aimed.get("outside").asInt()).as("90 is just within").isEqualTo(1);
    assertThat(balance("measure=households&level=district").get("target").isNull())
        .as("a target is that of grids")
        .isTrue();
    assertThat(findings()).isZero();
    rule("{'name':'balance:households','enabled':true}");
    assertThat(findings()).isEqualTo(1);
  }

  @Test
  void addressesIncidentsAndGroundAreMeasuredToo() {
    assertThat(balance("measure=addresses").get("known").asInt()).isEqualTo(3);
    assertThat(balance("measure=incidents").get("total").asInt()).isPositive();
    JsonNode ground = balance("measure=area&sort=most");
    assertThat(ground.get("rows").get(0).get("code").asString()).isEqualTo("C");
    assertThat(ground.get("total").asDouble()).isEqualTo(31_900, within(500.0));
    assertThat(ground.get("measures").toString())
        .isEqualTo("[\"addresses\",\"incidents\",\"area\"]");
  }

  @Test
  void whatCannotBeComputedHasAReason() {
    declareHouseholds();
    count("A", 0);
    JsonNode one = balance("measure=households");
    assertThat(one.get("noFigure").asString()).isEqualTo("few-units");
    assertThat(one.get("unknown").asInt()).isEqualTo(2);
    assertThat(one.get("histogram")).isEmpty();
    count("B", 0);
    JsonNode zero = balance("measure=households");
    assertThat(zero.get("noFigure").asString()).isEqualTo("mean-zero");
    assertThat(zero.get("coefficientOfVariation").isNull()).isTrue();
    assertThat(zero.get("rows").get(0).get("deviation").isNull()).isTrue();
  }

  @Test
  void rowsComeInPagesAndWhatIsInTheBoxBesides() {
    List<String> codes = new ArrayList<>();
    for (int offset = 0; offset < 3; offset++) {
      JsonNode page = balance("measure=area&limit=1&sort=least&offset=" + offset);
      assertThat(page.get("rows")).hasSize(1);
      codes.add(page.get("rows").get(0).get("code").asString());
    }
    assertThat(codes).containsExactlyInAnyOrder("A", "B", "C").endsWith("C");
    assertThat(balance("measure=area&limit=0").get("rows")).isEmpty();
    assertThat(balance("measure=area").has("drawn")).isFalse();
    JsonNode drawn = balance("measure=area&bbox=10.0001,50.0011,10.0002,50.0012").get("drawn");
    assertThat(drawn).hasSize(1);
    assertThat(drawn.get(0).get("code").asString()).isEqualTo("A");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String path = draft.path + "/balance?measure=area";
    String tag = client.get(path).header("ETag");
    assertThat(client.get(path, "If-None-Match", tag).status()).isEqualTo(304);
    draft.post("/edits", "*", SPLIT);
    assertThat(client.get(path, "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(client.get(draft.path + "/balance?measure=hopes").status()).isEqualTo(400);
    assertThat(client.get(draft.path + "/balance?sort=name").status()).isEqualTo(400);
  }

  /** Figures of households of a level, against those of the exported units. */
  private JsonNode assertAgrees(String level) {
    JsonNode told = balance("measure=households&level=" + level);
    Map<String, Double> values = new HashMap<>();
    for (JsonNode feature :
        client.get(draft.path + "/units?format=geojson").json().get("features")) {
      JsonNode properties = feature.get("properties");
      JsonNode says = properties.path("attributes").path("households");
      if (properties.path("level").asString("").equals(level) && !says.isMissingNode()) {
        values.put(properties.get("code").asString(), Double.parseDouble(says.asString()));
      }
    }
    double total = values.values().stream().mapToDouble(it -> it).sum();
    double mean = total / values.size();
    double squares = values.values().stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    assertThat(told.get("known").asInt()).isEqualTo(values.size());
    assertThat(told.get("total").asDouble()).isEqualTo(total);
    assertThat(told.get("mean").asDouble()).isEqualTo(mean, within(1e-9));
    assertThat(told.get("coefficientOfVariation").asDouble())
        .isEqualTo(Math.sqrt(squares / values.size()) / mean, within(1e-12));
    assertThat(told.get("rows")).hasSize(told.get("units").asInt());
    for (int i = 0; i < values.size(); i++) {
      JsonNode row = told.get("rows").get(i);
      double value = Objects.requireNonNull(values.get(row.get("code").asString()));
      assertThat(row.get("value").asDouble()).isEqualTo(value);
      assertThat(row.get("deviation").asDouble()).isEqualTo(value / mean - 1, within(1e-12));
    }
    return told;
  }

  private void count(String grid, int households) {
    Answer made = draft.post("/edits", "*", HOUSEHOLDS.formatted(grid, households));
    assertThat(made.status()).isEqualTo(200);
  }

  private void rule(String rule) {
    assertThat(client.json("PUT", "/api/v1/rules", "{'rules':[" + rule + "]}").status())
        .isEqualTo(200);
  }

  private int findings() {
    return draft.get("/findings?kind=balance").json().get("findings").size();
  }

  private JsonNode balance(String query) {
    Answer answer = draft.get("/balance?" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
