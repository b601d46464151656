package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process, or another planner, comes between a request and what it stores. */
class MeanwhileTest {

  private record Visit(String call, Runnable visitor) {}

  private static final Visit NOBODY = new Visit("", () -> {});

  @TempDir Path folder;
  private volatile Visit visit = NOBODY;
  private Store store;
  private SmallCity city;
  private Client client;

  @BeforeEach
  void serve() {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    city = SmallCity.serve(StoreDoor.before(store, this::enter));
    client = city.client;
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aDraftThatIsPublishedMeanwhileIsAConflict() {
    DraftCalls described = DraftCalls.begin(client);
    publishedBefore("drafts.describe", described);
    expect(409, client.json("PATCH", described.path, "{'name':'North'}"));
    DraftCalls deleted = DraftCalls.begin(client);
    publishedBefore("drafts.delete", deleted);
    expect(409, client.method("DELETE", deleted.path));
  }

  @Test
  void acceptingAFindingOfADraftThatIsPublishedMeanwhileIsAConflict() {
    DraftCalls accepting = DraftCalls.overlapping(client);
    String acceptance = acceptance(accepting);
    publishedBefore("transaction", accepting);
    expect(409, client.json("POST", acceptance, "{'reason':'as surveyed'}"));
  }

  @Test
  void takingAnAcceptanceBackInADraftThatIsPublishedMeanwhileIsAConflict() {
    DraftCalls takingBack = DraftCalls.overlapping(client);
    String acceptance = acceptance(takingBack);
    expect(201, client.json("POST", acceptance, "{'reason':'as surveyed'}"));
    publishedBefore("transaction", takingBack);
    expect(409, client.method("DELETE", acceptance));
  }

  @Test
  void aDraftThatOthersChangeAgainAndAgainIsStale() {
    DraftCalls draft = DraftCalls.overlapping(client);
    String acceptance = acceptance(draft);
    changedBefore("drafts.describe", draft);
    expectStale(client.json("PATCH", draft.path, "{'name':'North'}"), draft);
    changedBefore("transaction", draft);
    expectStale(client.json("POST", acceptance, "{'reason':'as surveyed'}"), draft);
    visit = NOBODY;
    expect(201, client.json("POST", acceptance, "{'reason':'as surveyed'}"));
    changedBefore("transaction", draft);
    expectStale(client.method("DELETE", acceptance), draft);
  }

  @Test
  void aUnitThatIsEditedWhileItIsRedrawnIsAConflict() {
    DraftCalls draft = DraftCalls.begin(client);
    once("addresses.stream", () -> expect(200, draft.rename("*", "C", "Harbour")));
    Answer redrawn =
        draft.post(
            "/redraws",
            "*",
            "{'method':'divide','units':['C'],'into':2,'balance':'addresses','lines':"
                + DraftCalls.CUT
                + ",'apply':true}");
    expect(409, redrawn);
    assertThat(DraftCalls.texts(redrawn.json().get("units"))).containsExactly("C");
  }

  @Test
  void whatIsSoundHasNothingToRepair() {
    Answer repaired = DraftCalls.begin(client).post("/repairs", "*", "{'apply':true}");
    expect(409, repaired);
    assertThat(repaired.json().get("reason").asString()).isEqualTo("nothing-to-repair");
  }

  @Test
  void aPublishedPlanIsNotCopiedAsADraft() {
    expect(409, client.json("POST", "/api/v1/drafts", "{'copyOf':1}"));
  }

  private void enter(String call) {
    Visit wanted = visit;
    if (call.equals(wanted.call)) {
      wanted.visitor.run();
    }
  }

  private void once(String call, Runnable visitor) {
    visit =
        new Visit(
            call,
            () -> {
              visit = NOBODY;
              visitor.run();
            });
  }

  private void publishedBefore(String call, DraftCalls draft) {
    long id = draft.read().get("id").asLong();
    once(call, () -> store.plans().publish(id, LocalDate.parse("2025-07-01"), "as surveyed"));
  }

  private void changedBefore(String call, DraftCalls draft) {
    long id = draft.read().get("id").asLong();
    visit = new Visit(call, () -> store.drafts().touch(id, store.drafts().versions(id).draft()));
  }

  private static String acceptance(DraftCalls draft) {
    return draft.path
        + "/findings/"
        + draft.get("/findings?kind=overlap").json().get("findings").get(0).get("id").asString()
        + "/acceptance";
  }

  private static void expectStale(Answer answer, DraftCalls draft) {
    expect(412, answer);
    assertThat(answer.json().get("version").asLong()).isEqualTo(draft.version());
  }

  private static void expect(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }
}
