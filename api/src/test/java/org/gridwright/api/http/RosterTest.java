package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Officers are added, assigned, changed and ended, one by one and as a roster. */
class RosterTest {

  private static final String FINDINGS = "/api/v1/plans/2/findings?kind=grid-without-officer";

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
  void anOfficerAnswersForAGridFromTheFirstDayUntilTheEnd() {
    Answer added = client.json("PUT", "/api/v1/officers/o2", "{'name':'李华','contact':'+86 1'}");
    assertThat(added.status()).isEqualTo(201);
    Answer made =
        client.json(
            "POST",
            "/api/v1/assignments",
            "{'officer':'o2','theme':'beats','grid':'B','from':'2025-05-01','to':'2025-06-01'}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("role").asString()).isEqualTo("officer");

    assertThat(on("B", "2025-04-30")).isEmpty();
    assertThat(on("B", "2025-05-01")).containsExactly("o2");
    assertThat(on("B", "2025-06-01")).isEmpty();
    String located = "/api/v1/locate?lon=10.0015&lat=50.0005&theme=beats&at=2025-05-20";
    assertThat(client.get(located).status()).isEqualTo(200);
    assertThat(client.get("/api/v1/units/beats/grid/A?at=2025-05-20").body()).contains("Li Wei");
    assertThat(client.get("/api/v1/officers/o2").json().get("assignments")).hasSize(1);
  }

  @Test
  void officersAreFoundWhetherAssignedOrNot() {
    client.json("PUT", "/api/v1/officers/o3", "{'name':'Wang Fang'}");
    assertThat(DraftCalls.texts(found("wang"), "id")).containsExactly("o3");
    assertThat(DraftCalls.texts(found(""), "id")).contains("o1", "o3");
    assertThat(found("nobody")).isEmpty();
  }

  private JsonNode found(String q) {
    return client.get("/api/v1/roster/officers?q=" + q).json().get("officers");
  }

  @Test
  void whatBeginsLaterIsToldWhereItIsAskedFor() {
    client.json(
        "POST",
        "/api/v1/assignments",
        "{'officer':'o1','theme':'beats','grid':'B','from':'2026-01-01'}");
    assertThat(client.get("/api/v1/officers?grid=B").json().get("officers")).isEmpty();
    assertThat(client.get("/api/v1/officers?grid=B&upcoming=true").json().get("officers"))
        .hasSize(1);
    assertThat(client.get("/api/v1/officers?upcoming=true").status()).isEqualTo(400);
  }

  @Test
  void whatWasChangedMeanwhileIsNotOverwritten() {
    Answer made =
        client.json("POST", "/api/v1/assignments", "{'officer':'o1','theme':'beats','grid':'B'}");
    String path = made.header("Location");
    String change = "{'officer':'o1','theme':'beats','grid':'C','role':'part-time'}";
    Answer changed = client.json("PUT", path, change, "If-Match", made.header("ETag"));
    assertThat(changed.status()).isEqualTo(200);
    Answer late = client.json("PUT", path, change, "If-Match", made.header("ETag"));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().get("version").asLong()).isPositive();
    assertThat(client.get(path).json().get("grid").asString()).isEqualTo("C");
  }

  @Test
  void anEndIsADayAndARemovalIsForMistakes() {
    Answer made =
        client.json("POST", "/api/v1/assignments", "{'officer':'o1','theme':'beats','grid':'B'}");
    String path = made.header("Location");
    assertThat(client.method("DELETE", path + "?on=2025-05-01").status()).isEqualTo(204);
    assertThat(client.get(path).json().get("to").asString()).isEqualTo("2025-05-01");
    assertThat(client.method("DELETE", path).status()).isEqualTo(204);
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(client.method("DELETE", "/api/v1/officers/o1?on=2025-06-01").status())
        .isEqualTo(204);
    assertThat(on("A", "2025-05-31")).containsExactly("o1");
    assertThat(on("A", "2025-06-01")).isEmpty();
    assertThat(client.method("DELETE", "/api/v1/officers/o1").status()).isEqualTo(204);
    assertThat(client.get("/api/v1/officers/o1").status()).isEqualTo(404);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsReason() {
    String twice = "{'officer':'o1','theme':'beats','grid':'A','role':'full-time'";
    assertThat(client.json("POST", "/api/v1/assignments", twice + "}").status()).isEqualTo(409);
    assertThat(client.json("POST", "/api/v1/assignments", twice + ",'from':'2025-01-01'}").status())
        .isEqualTo(409);
    Answer backwards =
        client.json(
            "POST",
            "/api/v1/assignments",
            "{'officer':'o1','grid':'B','from':'2025-02-01','to':'2025-02-01'}");
    assertThat(backwards.status()).isEqualTo(400);
    assertThat(backwards.json().get("parameter").asString()).isEqualTo("to");
    assertThat(client.json("POST", "/api/v1/assignments", "{'officer':'o9','grid':'B'}").status())
        .isEqualTo(404);
    assertThat(
            client.json("PUT", "/api/v1/officers/o2", "{'name':'x'}", "If-Match", "\"7\"").status())
        .isEqualTo(412);
  }

  @Test
  void anAssignmentMendsAGridWithoutOfficer() {
    assertThat(grids(client.get(FINDINGS))).contains("B");
    client.json("POST", "/api/v1/assignments", "{'officer':'o1','theme':'beats','grid':'B'}");
    assertThat(grids(client.get(FINDINGS))).isNotEmpty().doesNotContain("B");
  }

  @Test
  void aRosterGoesOutAndComesInAgain() {
    String csv =
        "name,id,grid,from,to\r\n"
            + "\"Wang, Li\",o2,B,2025-05-01,2025-06-01\r\n"
            + "Ann,o3,NEW,,\r\n"
            + "Bob,o4,,,\r\n";
    Answer brought = client.post("/api/v1/roster?theme=beats", "text/csv", csv);
    assertThat(brought.status()).as(brought.body()).isEqualTo(200);
    assertThat(brought.json().get("assignments").asLong()).isEqualTo(2);
    assertThat(brought.json().get("notes").get(0).asString()).contains("NEW");
    assertThat(client.get("/api/v1/officers/o4").json().get("assignments")).isEmpty();

    String out = client.get("/api/v1/roster?theme=beats").body();
    assertThat(out)
        .isEqualTo(
            "id,name,contact,role,grid,from,to\r\n"
                + "o1,Li Wei,,full-time,A,,\r\n"
                + "o2,\"Wang, Li\",,officer,B,2025-05-01,2025-06-01\r\n"
                + "o3,Ann,,officer,NEW,,\r\n");
    Answer again = client.post("/api/v1/roster?theme=beats", "text/csv", out);
    assertThat(again.json().get("replaced").asLong()).isEqualTo(3);
    assertThat(client.get("/api/v1/roster?theme=beats").body()).isEqualTo(out);
    assertThat(client.get("/api/v1/roster?theme=beats&at=2025-06-01").body()).doesNotContain("o2");
  }

  @Test
  void aRosterThatCannotBeReadChangesNothing() {
    String before = client.get("/api/v1/roster?theme=beats").body();
    for (String rows :
        List.of("o2,Ann,B,2025-13-01,", "o2,,B,,", ",Ann,B,,", "o2,Ann,B,2025-05-01,2025-05-01")) {
      Answer refused =
          client.post(
              "/api/v1/roster?theme=beats",
              "text/csv",
              "id,name,grid,from,to\r\no7,Eve,B,,\r\n" + rows + "\r\n");
      assertThat(refused.status()).as(rows).isEqualTo(400);
      assertThat(refused.json().get("detail").asString()).contains("line 3");
    }
    String twice = "id,name,grid,from,to\r\no7,Eve,B,,\r\no7,Eve,B,2025-05-01,\r\n";
    assertThat(client.post("/api/v1/roster?theme=beats", "text/csv", twice).status())
        .isEqualTo(409);
    assertThat(client.get("/api/v1/officers/o7").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/roster?theme=beats").body()).isEqualTo(before);
  }

  private List<String> on(String grid, String day) {
    return texts(
        client.get("/api/v1/officers?theme=beats&grid=" + grid + "&at=" + day), "officers", "id");
  }

  private static List<String> grids(Answer findings) {
    return StreamSupport.stream(findings.json().get("findings").spliterator(), false)
        .map(each -> each.get("units").get(0).asString())
        .toList();
  }

  private static List<String> texts(Answer answer, String list, String member) {
    return StreamSupport.stream(answer.json().get(list).spliterator(), false)
        .map(each -> each.get(member).asString())
        .toList();
  }
}
