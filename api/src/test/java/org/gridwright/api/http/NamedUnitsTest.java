package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What people read names units in their language, with what they are part of and the code as a
 * detail; what programs read has codes.
 */
class NamedUnitsTest {

  private static final String AWAY =
      "{'type':'split','unit':'A','line':{'type':'LineString',"
          + "'coordinates':[[10.0001,50.0001],[10.0005,50.0005]]}}";

  @TempDir Path folder;
  private SmallCity city;
  private DraftCalls draft;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    draft = DraftCalls.begin(city.client);
    draft.rename(1, "A", "Alpha");
    Answer chinese =
        draft.edit(
            2, "{'type':'attributes','unit':'A','attributes':{'name:en':'Alpha','name:zh':'甲'}}");
    assertThat(chinese.status()).as(chinese.body()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void anEditThatIsRefusedNamesItsUnits() {
    Answer english = draft.edit(3, AWAY);
    assertThat(english.status()).as(english.body()).isEqualTo(422);
    assertThat(english.json().get("detail").asString())
        .startsWith("the line does not divide \"Alpha, N (A)\";");
    Answer chinese = draft.edit(3, AWAY, "Accept-Language", "zh-CN");
    assertThat(chinese.json().get("detail").asString()).contains("N甲（A）");
    assertThat(chinese.json().get("reason").asString()).isEqualTo("line-does-not-cross");
  }

  @Test
  void aNumberIsNotTakenForACode() {
    draft.edit(3, "{'type':'recode','unit':'C','code':'2'}");
    Answer named = draft.rename(4, "2", "Second");
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    Answer refused =
        draft.post(
            "/redraws", 5, "{'method':'consolidate','units':['A','B'],'into':2,'tolerance':0}");
    assertThat(refused.json().get("detail").asString()).doesNotContain("Second");
  }

  @Test
  void aConflictNamesWhatBothChanged() {
    Answer conflict = draft.rename(1, "A", "Aleph");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().get("detail").asString()).contains("Alpha, N (A)");
    assertThat(DraftCalls.texts(conflict.json().get("units"))).containsExactly("A");
  }

  @Test
  void whatARedrawRemarksNamesItsUnits() {
    JsonNode redraw =
        draft
            .post(
                "/redraws",
                3,
                "{'method':'divide','units':['A'],'into':2,'balance':'incidents','tolerance':0.01}")
            .json();
    assertThat(redraw.at("/report/notes").toString()).contains("\\\"Alpha, N (A)\\\"");
    Answer many = draft.post("/redraws", 3, "{'method':'divide','units':['A'],'into':0}");
    assertThat(many.json().get("detail").asString()).contains("Alpha, N (A)");
  }

  @Test
  void theHistoryHasPathsOfUnitsThatAreThereAndThatWere() {
    draft.edit(3, "{'type':'merge','units':['A','B'],'into':'A'}");
    JsonNode latest = draft.get("/history").json().at("/revisions/0");
    assertThat(DraftCalls.texts(latest.get("units"))).contains("A", "B");
    assertThat(latest.get("paths")).hasSameSizeAs(latest.get("units"));
    for (int i = 0; i < latest.get("units").size(); i++) {
      JsonNode path = latest.get("paths").get(i);
      assertThat(path.get(path.size() - 1).get("code")).isEqualTo(latest.get("units").get(i));
    }
    assertThat(latest.get("paths").toString()).contains("甲");
  }

  @Test
  void anIncidentHasThePathToTheGridThatItWasGiven() {
    JsonNode made =
        city.client
            .json(
                "POST",
                "/api/v1/incidents",
                "{'lon':10.0005,'lat':50.0015,'category':'noise','occurred':'2025-03-01T08:00:00'}")
            .json();
    assertThat(DraftCalls.texts(made.at("/given/path"), "code")).containsExactly("N", "A");
    JsonNode old = city.client.get("/api/v1/incidents/i1").json();
    assertThat(old.get("given").isNull()).isTrue();
  }
}
