package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What publishing a draft changes, against what a comparison with its base says. */
class SummaryTest {

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

  @Test
  void whatThePlannerChangedIsCounted() {
    assertThat(level("grid").toString())
        .isEqualTo(
            "{\"level\":\"grid\",\"units\":3,\"added\":0,\"removed\":0,"
                + "\"redrawn\":0,\"relabelled\":0}");
    draft.rename("*", "A", "Alpha");
    draft.post("/edits", "*", "{'type':'split','unit':'C','line':" + DraftCalls.CUT + "}");
    JsonNode grids = level("grid");
    assertThat(grids.get("units").asInt()).isEqualTo(4);
    assertThat(grids.get("added").asInt()).isEqualTo(1);
    assertThat(grids.get("redrawn").asInt()).as("one half of C, not its neighbours").isEqualTo(1);
    assertThat(grids.get("relabelled").asInt()).isEqualTo(1);
    assertThat(level("district").get("redrawn").asInt()).as("it only follows").isZero();
    draft.post("/edits", "*", "{'type':'recode','unit':'B','code':'Z'}");
    assertThat(level("grid").get("removed").asInt()).as("B goes on as Z").isZero();
    assertThat(level("grid").get("relabelled").asInt()).isEqualTo(2);
  }

  @Test
  void whatChangesHandsIsThatOfTheComparison() {
    draft.post("/edits", "*", "{'type':'merge','units':['A','B'],'into':'B'}");
    JsonNode summary = draft.get("/summary").json();
    JsonNode compared =
        client.get("/api/v1/compare?to=draft:" + summary.get("draft").asLong()).json();
    JsonNode hands = summary.get("hands");
    assertThat(hands.get("moved").asDouble())
        .isEqualTo(compared.at("/area/moved").asDouble())
        .isPositive();
    assertThat(hands.get("addresses").asLong()).isEqualTo(compared.at("/addresses/moved").asLong());
    assertThat(summary.get("officers"))
        .isEqualTo(draft.get("/officers").json().get("officers"))
        .hasSize(1);
    assertThat(level("grid").get("removed").asInt()).isEqualTo(1);
  }

  @Test
  void findingsThatAreLeftHaveTheirReasons() {
    DraftCalls flawed = DraftCalls.overlapping(client);
    String id =
        flawed.get("/findings?kind=overlap").json().get("findings").get(0).get("id").asString();
    client.json(
        "POST", flawed.path + "/findings/" + id + "/acceptance", "{'reason':'=1+1 as surveyed'}");
    JsonNode left = flawed.get("/summary").json().get("findings");
    assertThat(left.get("accepted").asInt()).isEqualTo(1);
    assertThat(left.get("listed").get(0).get("reason").asString()).isEqualTo("=1+1 as surveyed");
    Answer table = flawed.get("/summary?format=csv");
    assertThat(table.body())
        .startsWith("section,item,measure,value,note,code,name,within\r\n")
        .contains(",'=1+1 as surveyed")
        .contains("units,grid,all,3,");
    assertThat(flawed.get("/summary?format=pdf").status()).isEqualTo(400);
  }

  @Test
  void theTableSaysCodesAndNamesOfUnits() {
    draft.rename("*", "A", "Alpha");
    draft.post("/edits", "*", "{'type':'split','unit':'C','line':" + DraftCalls.CUT + "}");
    draft.post("/edits", "*", "{'type':'recode','unit':'B','code':'Z'}");
    List<String> rows = draft.get("/summary?format=csv").body().lines().toList();
    String north = city.client.get("/api/v1/units/beats/district/N").json().get("name").asString();
    assertThat(rows).contains("unit,grid,relabelled,,,A,Alpha," + north);
    assertThat(rows).anyMatch(row -> row.matches("unit,grid,relabelled,B,,Z,.+," + north));
    assertThat(rows).filteredOn(row -> row.startsWith("unit,grid,new,,,C")).hasSize(1);
    assertThat(rows).filteredOn(row -> row.startsWith("unit,grid,redrawn,,,C,")).hasSize(1);

    DraftCalls merged = DraftCalls.begin(client);
    merged.post("/edits", "*", "{'type':'merge','units':['A','B'],'into':'B'}");
    List<String> officers =
        merged
            .get("/summary?format=csv")
            .body()
            .lines()
            .filter(it -> it.startsWith("officer"))
            .toList();
    JsonNode asked = merged.get("/officers").json().get("officers").get(0);
    String who = "officer," + asked.get("name").asString() + ",";
    String id = asked.get("officer").asString();
    assertThat(officers).anyMatch(row -> row.matches(who + "grid," + id + ",.*,A,.*," + north));
    assertThat(officers)
        .filteredOn(row -> row.startsWith(who + "grid then," + id))
        .hasSize(asked.get("grids").size())
        .allMatch(row -> row.contains("," + asked.get("grids").get(0).asString() + ","));
  }

  private JsonNode level(String name) {
    for (JsonNode level : draft.get("/summary").json().get("levels")) {
      if (level.get("level").asString().equals(name)) {
        return level;
      }
    }
    throw new AssertionError("no level " + name);
  }
}
