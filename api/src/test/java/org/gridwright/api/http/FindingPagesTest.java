package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Findings in pages. Grid A overlaps B and ends in the middle of an edge of C, and none of the
 * three has an officer.
 */
class FindingPagesTest {

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
  void pagesOneByOneAreTheWholeListInItsOrder() {
    List<String> whole = DraftCalls.texts(findings("?limit=10000").get("findings"), "id");
    assertThat(whole).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    for (int limit : new int[] {1, 2, whole.size()}) {
      assertThat(walk(limit, "")).as("pages of %s", limit).isEqualTo(whole);
    }
    assertThat(findings("?limit=0").get("findings")).isEmpty();
    assertThat(findings("?limit=0").get("total").asInt()).isEqualTo(whole.size());
    assertThat(findings("?limit=0").get("next").isNull()).isTrue();
  }

  @Test
  void whatBlocksComesFirstAndAPageGoesOnWhereItsLastFindingIsGone() {
    JsonNode all = findings("").get("findings");
    assertThat(DraftCalls.texts(all, "severity")).isSorted();
    JsonNode first = findings("?limit=1");
    assertThat(first.get("findings").get(0).get("kind").asString()).isEqualTo("overlap");
    draft.post("/repairs", 1, "{'overlaps':'to:B','apply':true}");
    List<String> left = DraftCalls.texts(findings("").get("findings"), "id");
    JsonNode second = findings("?after=" + first.get("next").asString());
    assertThat(DraftCalls.texts(second.get("findings"), "id")).isEqualTo(left);
    assertThat(draft.get("/findings?after=b3Zlcg").status()).isEqualTo(400);
    assertThat(draft.get("/findings?after=over!").status()).isEqualTo(400);
    assertThat(draft.get("/findings?limit=10001").status()).isEqualTo(400);
  }

  @Test
  void kindsAreCountedWhateverThePageHolds() {
    String overlap = findings("").get("findings").get(0).get("id").asString();
    city.client.json(
        "POST", draft.path + "/findings/" + overlap + "/acceptance", "{'reason':'as surveyed'}");
    JsonNode page = findings("?kind=mismatched-edge&limit=1");
    JsonNode kinds = page.get("kinds");
    assertThat(DraftCalls.texts(kinds, "kind")).startsWith("overlap", "mismatched-edge");
    assertThat(counts(kinds.get(0))).containsExactly(0, 1, 0);
    assertThat(counts(kinds.get(1))).containsExactly(1, 0, 1);
    assertThat(page.get("total").asInt()).isOne();
    assertThat(DraftCalls.texts(findings("?accepted=true").get("findings"), "id"))
        .containsExactly(overlap);
    assertThat(DraftCalls.texts(findings("?accepted=false").get("findings"), "id"))
        .doesNotContain(overlap);
  }

  @Test
  void aBoxAndThePlacesFindWhatLiesThere() {
    JsonNode places = draft.get("/findings/places?severity=blocking").json();
    assertThat(places.get("lon")).hasSize(2);
    assertThat(places.get("lat")).hasSize(2);
    assertThat(
            DraftCalls.texts(places.get("severities")).get(places.get("severity").get(0).asInt()))
        .isEqualTo("blocking");
    double lon = places.get("lon").get(0).asDouble();
    double lat = places.get("lat").get(0).asDouble();
    String here = (lon - 1e-6) + "," + (lat - 1e-6) + "," + (lon + 1e-6) + "," + (lat + 1e-6);
    assertThat(DraftCalls.texts(findings("?kind=overlap&bbox=" + here).get("findings"), "kind"))
        .containsExactly("overlap");
    assertThat(findings("?bbox=0,0,1,1").get("findings")).isEmpty();
    assertThat(draft.get("/findings/places?bbox=0,0,1,1").json().get("lon")).isEmpty();
  }

  @Test
  void aFindingNamesItsUnitsByNameWithTheirPath() {
    draft.rename("*", "A", "Alpha");
    JsonNode overlap = findings("?kind=overlap").get("findings").get(0);
    assertThat(DraftCalls.texts(overlap.get("units"))).containsExactly("A", "B");
    JsonNode path = overlap.get("paths").get(0);
    assertThat(path.get(path.size() - 1).get("name").asString()).isEqualTo("Alpha");
    assertThat(path.get(path.size() - 1).get("level").asString()).isEqualTo("grid");
    assertThat(overlap.get("message").asString()).startsWith("\"Alpha, ").contains("overlap by");
    String id = overlap.get("id").asString();
    assertThat(findings("?id=" + id).get("findings").get(0)).isEqualTo(overlap);
    assertThat(findings("?id=gap-0").get("findings")).isEmpty();
  }

  private List<String> walk(int limit, String filter) {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page = findings("?limit=" + limit + filter + after);
      ids.addAll(DraftCalls.texts(page.get("findings"), "id"));
      if (page.get("next").isNull()) {
        return ids;
      }
      after = "&after=" + page.get("next").asString();
    }
  }

  private static List<Integer> counts(JsonNode kind) {
    return List.of(
        kind.get("open").asInt(), kind.get("accepted").asInt(), kind.get("fixable").asInt());
  }

  private JsonNode findings(String query) {
    return draft.get("/findings" + query).json();
  }
}
