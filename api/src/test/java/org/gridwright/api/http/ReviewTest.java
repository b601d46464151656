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

/**
 * Findings of a draft: told, accepted, mended, and in the way of publishing. Its grid A overlaps B,
 * and ends in the middle of an edge of C.
 */
class ReviewTest {

  @TempDir Path folder;
  private SmallCity city;
  private DraftCalls draft;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    draft = DraftCalls.overlapping(city.client);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void findingsTellWhatCanBeDone() {
    JsonNode findings = draft.get("/findings").json();
    assertThat(findings.get("version").asInt()).isEqualTo(1);
    assertThat(findings.get("blocking").asInt()).isEqualTo(2);
    JsonNode overlap = findings.get("findings").get(0);
    assertThat(overlap.get("kind").asString()).isEqualTo("overlap");
    assertThat(overlap.get("accepted").isNull()).isTrue();
    assertThat(DraftCalls.texts(overlap.get("fixes")))
        .containsExactly(
            "both-corners", "middle", "longest-border", "largest", "smallest", "to:A", "to:B");
    assertThat(draft.get("/findings?kind=gap").json().get("findings")).isEmpty();
    assertThat(draft.get("/findings?severity=blocking").json().get("findings")).hasSize(2);
    assertThat(draft.get("/findings?kind=hole").status()).isEqualTo(400);
  }

  @Test
  void aFindingIsAcceptedAndTakenBack() {
    String acceptance = "/findings/" + overlap() + "/acceptance";
    Answer accepted =
        city.client.json(
            "POST",
            draft.path + acceptance,
            "{'reason':'as surveyed'}",
            "Gridwright-Author",
            "Li%20Wei");
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
    assertThat(accepted.json().get("accepted").get("reason").asString()).isEqualTo("as surveyed");
    JsonNode findings = draft.get("/findings").json();
    assertThat(findings.get("blocking").asInt()).isEqualTo(1);
    assertThat(findings.get("accepted").asInt()).isEqualTo(1);
    assertThat(city.client.method("DELETE", draft.path + acceptance).status()).isEqualTo(204);
    assertThat(draft.get("/findings").json().get("blocking").asInt()).isEqualTo(2);
    assertThat(city.client.method("DELETE", draft.path + acceptance).status()).isEqualTo(404);
    assertThat(city.client.json("POST", draft.path + acceptance, "{}").status()).isEqualTo(400);
    assertThat(
            city.client
                .json("POST", draft.path + "/findings/gap-0/acceptance", "{'reason':'x'}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aRepairIsShownBeforeItIsMade() {
    Answer preview = draft.post("/repairs", "*", "{'overlaps':'to:B'}");
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    JsonNode mend = preview.json().get("mends").get(0);
    assertThat(mend.get("kind").asString()).isEqualTo("overlap");
    assertThat(mend.get("receiver").asString()).isEqualTo("B");
    assertThat(preview.json().get("left")).isEmpty();
    assertThat(preview.json().has("edit")).isFalse();
    assertThat(draft.version()).isEqualTo(1);
    Answer applied = draft.post("/repairs", 1, "{'overlaps':'to:B','apply':true}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
    JsonNode edit = applied.json().get("edit");
    assertThat(edit.get("version").asInt()).isEqualTo(2);
    assertThat(edit.get("findings").get("blocking").asInt()).isZero();
    assertThat(draft.get("/findings?severity=blocking").json().get("findings")).isEmpty();
    assertThat(draft.post("/undo", 2, "").status()).isEqualTo(200);
    assertThat(draft.get("/findings").json().get("blocking").asInt()).isEqualTo(2);
  }

  @Test
  void aRepairMayLeaveWhatWasNotNamed() {
    Answer nothing = draft.post("/repairs", "*", "{'only':[]}");
    assertThat(nothing.json().get("mends")).as(nothing.body()).isEmpty();
    assertThat(nothing.json().get("moved")).isEmpty();
    Answer one = draft.post("/repairs", "*", "{'only':['" + overlap() + "']}");
    assertThat(one.json().get("mends")).hasSize(1);
    assertThat(one.json().get("mends").get(0).get("receiver").isNull()).isFalse();
    assertThat(DraftCalls.texts(one.json().get("mends").get(0).get("units")))
        .containsExactly("A", "B");
    assertThat(DraftCalls.texts(one.json().get("moved"), "code"))
        .as("grid C, which is no part of it, stays")
        .doesNotContain("C");
    for (String far : List.of("{'snapMetres':1e308}", "{'inletMetres':1e9}")) {
      assertThat(draft.post("/repairs", "*", far).status()).as(far).isEqualTo(400);
    }
    assertThat(draft.post("/repairs", "*", "{'choices':{'gap-0':'leave'}}").status())
        .isEqualTo(422);
    Answer malformed = draft.post("/repairs", "*", "{'choices':{'gap-0':'maybe'}}");
    assertThat(malformed.json().get("parameter").asString()).isEqualTo("choices.gap-0");
    assertThat(city.client.json("POST", draft.path + "/repairs", "{'apply':true}").status())
        .isEqualTo(428);
  }

  @Test
  void findingsStandInTheWayOfPublishingUntilTheyAreAccepted() {
    Answer refused = draft.post("/publish", 1, "{'effective':'2025-06-01'}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().get("reason").asString()).isEqualTo("findings");
    assertThat(DraftCalls.texts(refused.json().get("findings"), "kind"))
        .containsExactly("overlap", "mismatched-edge");
    Answer published =
        draft.post("/publish", 1, "{'effective':'2025-06-01','accept':'as surveyed'}");
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    JsonNode findings = city.client.get(published.header("Location")).json();
    assertThat(findings.get("accepted").asInt()).isEqualTo(2);
    assertThat(findings.get("findings").get(0).get("accepted").get("reason").asString())
        .isEqualTo("as surveyed");
  }

  private String overlap() {
    return draft.get("/findings").json().get("findings").get(0).get("id").asString();
  }
}
