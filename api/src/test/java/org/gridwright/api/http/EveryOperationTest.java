package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.api.http.contract.Operation;
import org.gridwright.core.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One walk through the whole API: every success that the document names is seen once, in every
 * content type, and is as the document has it, since the client holds each exchange against it.
 */
class EveryOperationTest {

  private static final String HALVES =
      "{'method':'divide','units':['C'],'into':2,'balance':'area','lines':"
          + DraftCalls.CUT
          + ",'apply':true}";

  /** No edit of a small city takes long enough to be followed; {@link GoingEditsTest} sees them. */
  private static final Set<String> SEEN_ELSEWHERE =
      Set.of("getGoingEdit 200 application/json", "cancelEdit 204");

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
  void everyDocumentedSuccessIsSeen() throws Exception {
    readWhatThereIs();
    readWhatHasNotChanged();
    locateMany();
    reportAnIncident();
    listen();
    tuneRulesAndFacts();
    keepARoster();
    importAFile();
    takeALayerAway();
    testHotspots();
    mendADraft();
    editADraft();
    compare();
    publishADraft();
    expect(202, client.method("POST", "/api/v1/store/reopen"));
    Set<String> documented =
        ApiDocument.SERVED.operations().stream()
            .flatMap(Operation::answers)
            .filter(answer -> answer.matches("\\w+ (2|304).*"))
            .filter(answer -> !SEEN_ELSEWHERE.contains(answer))
            .collect(Collectors.toSet());
    assertThat(client.exercised()).containsAll(documented);
  }

  private void readWhatThereIs() {
    for (String path :
        List.of(
            "openapi.json",
            "config",
            "themes",
            "plans?theme=beats",
            "plans/2/findings?severity=warning",
            "plans/2/findings/places",
            "units?theme=beats&level=district&at=2024-06-01&q=s&limit=1",
            "units/beats/grid/A?at=2025-01-01",
            "locate?lon=10.0005&lat=50.0015&theme=beats&at=2025-01-01",
            "layers",
            "layers/units?level=grid&bbox=10,50,10.1,50.1&limit=2",
            "layers/voids",
            "layers/addresses",
            "layers/facilities",
            "layers/incidents?from=2025-01-01&to=2025-06-01T08:00:00&category=noise&status=open",
            "addresses/1",
            "addresses?near=10.0005,50.0015&limit=1",
            "search?q=eglise&limit=1&near=10.0005,50.0015&bbox=-180,-90,180,90&kinds=address&at=2026-01-01",
            "search?q=10.0005,50.0015",
            "incidents?limit=1",
            "incidents/points",
            "incidents/i1",
            "categories",
            "counts?level=district&category=noise",
            "counts?hex=100",
            "counts/times?level=grid&unit=A&hours=0-23&weekdays=1-7",
            "officers?theme=beats&grid=A&at=2025-05-01&limit=1",
            "officers/o1",
            "roster?theme=beats&at=2025-05-01",
            "roster/officers?q=li",
            "departments",
            "facts?theme=beats",
            "rules?theme=beats")) {
      read("/api/v1/" + path);
    }
  }

  private void readWhatHasNotChanged() {
    DraftCalls draft = DraftCalls.begin(client);
    for (String path :
        List.of(
            "/api/v1/openapi.json",
            "/api/v1/layers/units",
            "/api/v1/incidents/points",
            "/api/v1/incidents/i1",
            draft.path + "/units",
            draft.path + "/balance")) {
      Answer again = client.get(path, "If-None-Match", read(path).header("ETag"));
      assertThat(again.status()).as(path).isEqualTo(304);
    }
  }

  private void locateMany() {
    expect(200, client.post("/api/v1/locate?columns=grid", "text/csv", "lon,lat\r\n10,50\r\n"));
    expect(
        200,
        client.post(
            "/api/v1/locate",
            "application/x-ndjson",
            "{\"lon\":10.0005,\"lat\":50.0015,\"id\":7}\n{\"lon\":\"east\"}\n"));
  }

  private void reportAnIncident() {
    String body =
        "{'lon':10.0005,'lat':50.0015,'category':'noise','occurred':'2025-03-01T08:00:00'}";
    String other = read("/api/v1/incidents/i1").header("ETag");
    Answer made = client.json("POST", "/api/v1/incidents", body);
    expect(201, made);
    String own = read(made.header("Location")).header("ETag");
    assertThat(own).isNotEqualTo(other);
    assertThat(read("/api/v1/incidents/i1").header("ETag")).isEqualTo(other);
  }

  private void listen() throws Exception {
    try (EventReader reader = EventReader.open(client)) {
      DraftCalls.begin(client);
      assertThat(reader.next("draft").data().get("deleted").asBoolean()).isFalse();
      city.publish("AB/CC", "2025-05-02");
      assertThat(reader.next("plan").data().get("theme").asString()).isEqualTo("beats");
    }
  }

  private void tuneRulesAndFacts() {
    String body = "{'rules':[{'name':'narrow-neck','enabled':true,'parameters':{'metres':7}}]}";
    expect(200, client.json("PUT", "/api/v1/rules", body));
    String facts = "{'facts':[{'attribute':'jobs','kind':'extensive'}]}";
    expect(200, client.json("PUT", "/api/v1/facts", facts));
  }

  private void keepARoster() {
    expect(201, client.json("PUT", "/api/v1/officers/o2", "{'name':'Ann','contact':null}"));
    expect(200, client.json("PUT", "/api/v1/officers/o2", "{'name':'Ann','contact':'1'}"));
    String body = "{'officer':'o2','theme':'beats','grid':'B','role':'full-time'}";
    Answer made = client.json("POST", "/api/v1/assignments", body);
    expect(201, made);
    String path = made.header("Location");
    read(path);
    expect(200, client.json("PUT", path, body));
    expect(204, client.method("DELETE", path + "?on=2025-05-01"));
    expect(204, client.method("DELETE", "/api/v1/officers/o2?on=2025-04-01"));
    expect(200, client.post("/api/v1/roster?theme=beats", "text/csv", "id,name\r\no3,Bob\r\n"));
  }

  private void importAFile() {
    Answer kept =
        client.post(
            "/api/v1/uploads?name=roster.csv",
            "application/octet-stream",
            "id,name,lon,lat\r\no4,Ann,10,50\r\n");
    expect(201, kept);
    String path = kept.header("Location");
    read(path + "?encoding=utf-8");
    read(path + "/preview?lon=lon&lat=lat");
    expect(202, client.json("POST", path + "/import", "{'officers':{'theme':'beats'}}"));
    read(path + "/import");
    expect(204, client.method("DELETE", path + "/import"));
    expect(204, client.method("DELETE", path));
  }

  private void testHotspots() {
    Answer answer = client.json("POST", "/api/v1/hotspots", "{'level':'grid'}");
    expect(200, answer);
    List.of("json", "csv", "geojson")
        .forEach(format -> read(answer.header("Location") + "?format=" + format));
    Answer begun = client.json("POST", "/api/v1/hotspots", "{'method':'density'}");
    expect(202, begun);
    String path = begun.header("Location");
    while (List.of("waiting", "running").contains(read(path).json().get("state").asString())) {
      Pause.aMoment();
    }
    read(path + "?format=png");
    expect(204, client.method("DELETE", path));
  }

  private void takeALayerAway() {
    read("/api/v1/layers/units/size?format=csv");
    List.of("csv", "geojson", "gpkg").forEach(this::takeAway);
    read("/api/v1/exports");
  }

  private void takeAway(String format) {
    Answer begun = client.method("POST", "/api/v1/layers/units/exports?format=" + format);
    expect(202, begun);
    String path = begun.header("Location");
    while (!read(path).json().get("state").asString().equals("done")) {
      Pause.aMoment();
    }
    read(path + "/file");
    expect(204, client.method("DELETE", path));
  }

  private void mendADraft() {
    DraftCalls draft = DraftCalls.overlapping(client);
    String finding =
        draft.get("/findings?kind=overlap").json().get("findings").get(0).get("id").asString();
    read(draft.path + "/findings/places?accepted=false");
    String acceptance = draft.path + "/findings/" + finding + "/acceptance";
    expect(201, client.json("POST", acceptance, "{'reason':'as surveyed'}"));
    expect(204, client.method("DELETE", acceptance));
    expect(200, draft.post("/repairs", "*", "{'choices':{'" + finding + "':'to:B'},'apply':true}"));
    expect(204, client.method("DELETE", draft.path));
  }

  private void editADraft() {
    DraftCalls draft = DraftCalls.begin(client);
    read(draft.path);
    read("/api/v1/drafts?theme=beats");
    expect(200, client.json("PATCH", draft.path, "{'name':'North'}"));
    expect(200, draft.post("/blocks", "*", "{'units':['C'],'lines':" + DraftCalls.CUT + "}"));
    expect(200, draft.rename("*", "A", "Alpha"));
    expect(200, draft.post("/undo", "*", ""));
    expect(200, draft.post("/redo", "*", ""));
    expect(200, draft.post("/redraws", "*", HALVES));
    expect(200, draft.get("/history"));
    expect(200, draft.get("/history/1/facts?offset=0&limit=5"));
    String assigned = read(draft.path + "/assignments").body();
    expect(200, client.post(draft.path + "/assignments", "text/csv", assigned, "If-Match", "*"));
    long officer = read("/api/v1/officers/o1").json().get("assignments").get(0).get("id").asLong();
    expect(200, draft.post("/edits", "*", "{'type':'merge','units':['A','B'],'into':'B'}"));
    read(draft.path + "/officers");
    read(draft.path + "/summary");
    read(draft.path + "/summary?format=csv");
    expect(200, client.json("PUT", draft.path + "/officers/" + officer, "{'choice':'larger'}"));
    expect(200, draft.get("/units?format=geojson"));
    read(draft.path + "/balance?measure=area&sort=most&bbox=10,50,10.1,50.1");
    read("/api/v1/layers/units?draft=" + draft.read().get("id").asLong());
  }

  private void compare() {
    String plans = "?from=plan:1&to=plan:2&level=grid&sliverWidth=0";
    for (String path :
        List.of(
            "compare" + plans,
            "compare" + plans + "&format=csv",
            "compare" + plans + "&format=geojson&limit=1&bbox=10,50,11,51",
            "compare/changes" + plans + "&fate=changed&q=c&offset=0&limit=1",
            "compare/moves" + plans + "&sort=-area",
            "compare/places" + plans,
            "crosswalk?theme=beats&with=beats&withLevel=district&sort=areaShare&limit=2",
            "crosswalk?from=plan:1&to=plan:2&format=csv")) {
      read("/api/v1/" + path);
    }
  }

  private void publishADraft() {
    DraftCalls draft = DraftCalls.begin(client);
    expect(200, draft.rename("*", "A", "Alpha"));
    expect(201, draft.post("/publish", "*", "{'effective':'2025-07-01','accept':'as surveyed'}"));
  }

  private Answer read(String path) {
    Answer answer = client.get(path);
    expect(200, answer);
    return answer;
  }

  private static void expect(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }
}
