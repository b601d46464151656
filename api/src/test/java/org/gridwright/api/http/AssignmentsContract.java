package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Files of assignments over HTTP; the same on every store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AssignmentsContract {

  private static final Theme BLOCKS = Theme.of("blocks", "Blocks", CodeScheme.FREE, "block");
  private static final int CELL = 10_000;

  private SmallCity city;
  private DraftCalls draft;

  /** An empty store, which is closed with the city. */
  abstract Store newStore();

  /** Quarters of the cells of the city, west to east, north to south: a to p. */
  @BeforeAll
  void serve() {
    Store store = newStore();
    store.themes().ensure(BLOCKS);
    int west = SmallCity.cell(0, 0).x() - CELL / 2;
    int south = SmallCity.cell(0, 0).y() - CELL / 2;
    long plan =
        store
            .plans()
            .createDraft(
                Pictures.plan(BLOCKS, west, south, CELL / 2, "abcd/efgh/ijkl/mnop"),
                Actor.named("anonymous"),
                "test")
            .id();
    store.plans().publish(plan, LocalDate.of(2025, 1, 1), null);
    city = SmallCity.serve(store);
  }

  @AfterAll
  void close() {
    city.close();
  }

  @BeforeEach
  void begin() {
    draft = DraftCalls.begin(city.client);
  }

  private Answer send(String query, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "If-Match";
    all[1] = "*";
    return city.client.post(draft.path + "/assignments" + query, "text/csv", body, all);
  }

  private String written(String query) {
    return draft.get("/assignments" + query).body();
  }

  @Test
  void whatComesOutGoesInAgainWithoutAChange() {
    Answer out = draft.get("/assignments");
    assertThat(out.header("Content-Type")).startsWith("text/csv");
    assertThat(out.body())
        .isEqualTo("grid,district\r\n\"A\",\"N\"\r\n\"B\",\"N\"\r\n\"C\",\"S\"\r\n");
    Answer in = send("", out.body());
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.json().get("same").asInt()).isEqualTo(3);
    assertThat(in.json().get("edit").isNull()).isTrue();
    assertThat(draft.version()).isEqualTo(1);
  }

  @Test
  void aFileThatChangesNothingIsStillMeantForAVersionThatThereWas() {
    String same = draft.get("/assignments").body();
    draft.rename(1, "A", "Alpha");
    Answer never =
        city.client.post(draft.path + "/assignments", "text/csv", same, "If-Match", "\"77\"");
    assertThat(never.status()).as(never.body()).isEqualTo(412);
    assertThat(never.json().get("version").asInt()).isEqualTo(2);
    Answer earlier =
        city.client.post(draft.path + "/assignments", "text/csv", same, "If-Match", "\"1\"");
    assertThat(earlier.status()).as("merged, as any edit").isEqualTo(200);
    assertThat(earlier.json().get("version").asInt()).isEqualTo(2);
    assertThat(earlier.json().get("edit").isNull()).isTrue();
    assertThat(city.client.post(draft.path + "/assignments", "text/csv", same).status())
        .isEqualTo(428);
  }

  @Test
  void aFileIsOneRevisionAndOneUndo() {
    String before = written("");
    String rows = "grid,district\nB,S\n";
    JsonNode preview = send("?preview=true", rows).json();
    assertThat(preview.get("changed").asInt()).isEqualTo(1);
    assertThat(preview.get("unnamed").asInt()).isEqualTo(2);
    assertThat(draft.version()).as("only looked at").isEqualTo(1);
    Answer in = send("", rows);
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.header("ETag")).isEqualTo("\"2\"");
    assertThat(in.json().get("edit").get("kind").asString()).isEqualTo("assignments");
    assertThat(written("")).contains("\"B\",\"S\"");
    JsonNode history = draft.get("/history").json();
    assertThat(history.get("revisions")).hasSize(1);
    assertThat(draft.post("/undo", "*", "{}").status()).isEqualTo(200);
    assertThat(written("")).isEqualTo(before);
    assertThat(draft.post("/redo", "*", "{}").status()).isEqualTo(200);
  }

  @Test
  void rowsThatCanNotHoldAreToldInTheReadersLanguageAndNothingIsDone() {
    String rows = "grid,district\nB,S\nX,S\nN,S\nB,N\n";
    Answer refused = send("", rows);
    assertThat(refused.status()).isEqualTo(422);
    JsonNode problem = refused.json();
    assertThat(problem.get("reason").asString()).isEqualTo("assignments-refused");
    assertThat(problem.get("refused").asInt()).isEqualTo(3);
    assertThat(DraftCalls.texts(problem.get("rows"), "code")).containsExactly("X", "N", "B");
    assertThat(problem.get("rows").get(2).get("line").asInt()).isEqualTo(5);
    assertThat(draft.version()).isEqualTo(1);
    assertThat(send("", rows, "Accept-Language", "zh-CN").json().get("rows").get(0).get("detail"))
        .asString()
        .contains("请检查编码");
  }

  @Test
  void aDistrictThatIsLeftWithNothingGoesOnlyWhereThatIsAsked() {
    String rows = "grid,district\nC,N\n";
    assertThat(send("", rows).json().get("rows").get(0).get("detail").asString())
        .contains("no grid would be left to the district \"S\"");
    Answer in = send("?emptied=true", rows);
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(DraftCalls.texts(in.json().get("emptied"))).containsExactly("S");
  }

  @Test
  void gridsAreDrawnOfBlocks() {
    String out = written("?blocks=blocks");
    assertThat(out.lines()).hasSize(17).contains("\"b\",\"A\"", "\"p\",\"C\"");
    assertThat(send("?blocks=blocks", out).json().get("edit").isNull()).isTrue();
    Answer in = send("?blocks=blocks", "BLOCK,DISTRICT\nb,B\nf,B\nm,X\nn,X\n");
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(DraftCalls.texts(in.json().get("added"))).containsExactly("X");
    assertThat(draft.grids()).containsExactly("A", "B", "C", "X");
    assertThat(written("")).as("the parent of most of its ground").contains("\"X\",\"S\"");
    assertThat(draft.name("X")).as("by the theme's pattern").isNotBlank();
    String again = written("?blocks=blocks");
    assertThat(again.lines()).contains("\"b\",\"B\"", "\"m\",\"X\"", "\"a\",\"A\"");
    assertThat(send("?blocks=blocks", again).json().get("edit").isNull()).isTrue();
  }

  @Test
  void blocksThatWouldTearAGridApartAreNamedByTheirRows() {
    Answer refused = send("?blocks=blocks", "block,grid\nb,B\np,A\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("reason").asString()).isEqualTo("assignments-refused");
    JsonNode row = refused.json().get("rows").get(0);
    assertThat(row.get("line").asInt()).isEqualTo(3);
    assertThat(row.get("detail").asString()).startsWith("the grid \"A\" would consist of 2");
    assertThat(send("?blocks=blocks&multipart=true", "block,grid\nb,B\np,A\n").status())
        .isEqualTo(200);
  }

  @Test
  void aDistrictThatWouldFallApartIsNamedUnlessThatIsAllowed() {
    Answer refused = send("?blocks=blocks&parent=N", "block,grid\np,X\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("rows").get(0).get("detail").asString())
        .startsWith("the district \"N\" would consist of 2");
    assertThat(send("?blocks=blocks", "block,grid\np,X\n").status()).isEqualTo(200);
    long version = draft.version();
    JsonNode torn = send("", "grid,district\nA,N\nX,N\n").json();
    assertThat(torn.get("rows")).hasSize(1);
    assertThat(torn.get("rows").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(draft.version()).isEqualTo(version);
    assertThat(send("?multipart=true", "grid,district\nX,N\n").status()).isEqualTo(200);
    assertThat(written("")).contains("\"X\",\"N\"");
  }

  @Test
  void anotherParentTearsNothingUnlessThatIsAllowed() {
    assertThat(send("?blocks=blocks", "block,grid\np,X\n").status()).isEqualTo(200);
    String edit = "{'type':'change-parent','unit':'X','parent':'N'%s}";
    Answer refused = draft.post("/edits", "*", edit.formatted(""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("reason").asString()).isEqualTo("unit-would-fall-apart");
    assertThat(refused.json().get("detail").asString()).contains("\"N\"", "allow units of several");
    assertThat(refused.json().get("place").get("type").asString()).isEqualTo("MultiPolygon");
    assertThat(draft.post("/edits", "*", edit.formatted(",'multipart':true")).status())
        .isEqualTo(200);
  }

  @Test
  void wholeGridsGoToANewDistrictInOneEditAndOneUndo() {
    String edit = "{'type':'change-parent','units':['A','C'],'toNew':true}";
    Answer made = draft.post("/edits", "*", edit);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(written("")).contains("\"A\",\"N-2\"", "\"C\",\"N-2\"", "\"B\",\"N\"");
    assertThat(draft.post("/undo", "*", "{}").status()).isEqualTo(200);
    assertThat(written("")).contains("\"A\",\"N\"", "\"C\",\"S\"");
    assertThat(draft.post("/edits", "*", edit.replace("'toNew':true", "'level':'grid'")).status())
        .as("nobody gets them")
        .isEqualTo(400);
  }

  @Test
  void whatIsNoSuchFileIsSaid() {
    assertThat(
            city.client
                .post(draft.path + "/assignments", "application/json", "{}", "If-Match", "*")
                .status())
        .isEqualTo(415);
    assertThat(send("", "a,b,c\n1,2,3\n").status()).isEqualTo(400);
    assertThat(send("?level=district", "district,x\nN,1\n").status()).isEqualTo(400);
    assertThat(draft.get("/assignments?level=district").status()).isEqualTo(400);
    assertThat(draft.get("/assignments?blocks=none").status()).isEqualTo(404);
  }
}
