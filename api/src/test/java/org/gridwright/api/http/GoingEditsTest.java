package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a whole plan, which take long: followed, cancelled, and left by their client. */
@Timeout(180)
class GoingEditsTest {

  private static final int GRIDS = 4_000;
  private static final String ALL = "{'type':'simplify-borders','limitMetres':3,'id':'%s'}";

  private static Store store;
  private static Server server;
  private static Client client;

  private DraftCalls draft;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    Plan plan = UpperLevels.draw(RandomPartitions.city(GRIDS, 3));
    store.themes().ensure(plan.theme());
    long made = store.plans().createDraft(plan, Actor.named("test"), "").id();
    store.plans().publish(made, LocalDate.of(2025, 1, 1), null);
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()), SmallCity.TODAY);
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void close() {
    server.close();
    store.close();
  }

  @BeforeEach
  void begin() {
    draft = DraftCalls.begin(client);
  }

  private CompletableFuture<Answer> asked(String id, String parameters) {
    return CompletableFuture.supplyAsync(
        () ->
            client.json(
                "POST",
                draft.path + "/edits" + parameters,
                ALL.formatted(id),
                "If-Match",
                "\"1\""));
  }

  /** Waits until an edit is known to be at work, and how far it is. */
  private void awaitGoing(String id) {
    Answer going = draft.get("/edits/" + id);
    while (going.status() == 404 || going.json().get("share").asDouble() == 0) {
      Thread.onSpinWait();
      going = draft.get("/edits/" + id);
    }
    assertThat(going.json().get("state").asString()).isEqualTo("running");
    assertThat(going.json().get("share").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void oneIsFollowedToItsEnd() {
    CompletableFuture<Answer> edit = asked("e1", "");
    awaitGoing("e1");
    Answer answer = edit.join();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(draft.version()).isEqualTo(2);
    assertThat(draft.get("/edits/e1").status()).as("over").isEqualTo(404);
  }

  @Test
  void oneThatIsCancelledEndsWithinASecondAndStoresNothing() {
    CompletableFuture<Answer> edit = asked("e2", "");
    awaitGoing("e2");
    long begun = System.nanoTime();
    assertThat(client.method("DELETE", draft.path + "/edits/e2").status()).isEqualTo(204);
    Answer answer = edit.join();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("reason").asString()).isEqualTo("edit-cancelled");
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(draft.version()).isEqualTo(1);
    assertThat(client.method("DELETE", draft.path + "/edits/e2").status()).isEqualTo(404);
  }

  @Test
  void aLookAtWhatChangesIsCancelledToo() {
    CompletableFuture<Answer> look = asked("e3", "?preview=true");
    awaitGoing("e3");
    assertThat(client.method("DELETE", draft.path + "/edits/e3").status()).isEqualTo(204);
    assertThat(look.join().json().get("reason").asString()).isEqualTo("edit-cancelled");
  }
}
