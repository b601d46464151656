package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An edit asks what becomes of officers, the draft keeps the answer, and the plan heeds it. */
class OfficerQuestionsTest {

  private static final String MERGE = "{'type':'merge','units':['A','B'],'into':'B'}";

  @TempDir Path folder;
  private SmallCity city;
  private Client client;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void anEditAsksAlreadyInItsPreview() {
    DraftCalls draft = DraftCalls.begin(client);
    for (String path : new String[] {"/edits?preview=true", "/edits"}) {
      JsonNode asked = draft.post(path, "*", MERGE).json().get("officers");
      assertThat(asked).as(path).hasSize(1);
      assertThat(asked.get(0).get("officer").asString()).isEqualTo("o1");
      assertThat(asked.get(0).get("code").isNull()).isTrue();
      assertThat(asked.get(0).get("choice").asString()).isEqualTo("larger");
      assertThat(asked.get(0).get("chosen").asBoolean()).isFalse();
      assertThat(asked.get(0).get("grids").get(0).asString()).isEqualTo("B");
      assertThat(codes(asked.get(0).get("path"))).isEqualTo("N A");
      assertThat(codes(asked.get(0).get("paths").get(0))).isEqualTo("N B");
    }
  }

  @Test
  void aNewCodeAsksNothing() {
    DraftCalls draft = DraftCalls.begin(client);
    String recode = "{'type':'recode','unit':'A','code':'Z'}";
    assertThat(draft.post("/edits?preview=true", "*", recode).json().get("officers")).isEmpty();
    assertThat(draft.post("/edits", "*", recode).json().get("officers")).isEmpty();

    publish(draft, 201);

    assertThat(officers("A", "2025-06-30")).hasSize(1);
    assertThat(officers("A", "2025-07-01")).isEmpty();
    assertThat(officers("Z", "2025-07-01")).hasSize(1);
  }

  @Test
  void whatWasChosenTakesEffectUnlessTheOfficerChangedMeanwhile() {
    DraftCalls draft = DraftCalls.begin(client);
    draft.post("/edits", "*", MERGE);
    long assignment =
        draft.get("/officers").json().get("officers").get(0).get("assignment").asLong();
    String choice = draft.path + "/officers/" + assignment;
    assertThat(client.json("PUT", choice, "{'choice':'none'}").status()).isEqualTo(400);
    assertThat(client.json("PUT", choice + "9", "{'choice':'keep'}").status()).isEqualTo(404);
    Answer chosen = client.json("PUT", choice, "{'choice':'nobody'}");
    assertThat(chosen.json().get("officers").get(0).get("grids")).isEmpty();
    client.json(
        "PUT",
        "/api/v1/assignments/" + assignment,
        "{'officer':'o1','theme':'beats','grid':'A','role':'lead'}");

    JsonNode refused = publish(draft, 409).json();
    assertThat(refused.get("reason").asString()).isEqualTo("officers-changed");
    assertThat(refused.get("officers").get(0).get("outdated").asBoolean()).isTrue();
    assertThat(refused.get("detail").asString()).contains("Li Wei");

    client.json("PUT", choice, "{'choice':'nobody'}");
    publish(draft, 201);
    assertThat(officers("A", "2025-06-30")).hasSize(1);
    assertThat(officers("A", "2025-07-01")).isEmpty();
    assertThat(officers("B", "2025-07-01")).isEmpty();
  }

  private static String codes(JsonNode path) {
    return String.join(" ", DraftCalls.texts(path, "code"));
  }

  private static Answer publish(DraftCalls draft, int status) {
    Answer answer =
        draft.post("/publish", "*", "{'effective':'2025-07-01','accept':'as surveyed'}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private JsonNode officers(String grid, String day) {
    return client
        .get("/api/v1/officers?theme=beats&grid=" + grid + "&at=" + day)
        .json()
        .get("officers");
  }
}
