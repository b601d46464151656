package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The list of drafts, which every open map asks for, comes from memory. It took 400 ms where each
 * draft was counted anew; the limit tells that apart on any machine, and what is printed is no
 * benchmark.
 */
class DraftListTest {

  private static final int DRAFTS = 200;
  private static final int ASKED = 60;
  private static final Duration LIMIT = Duration.ofMillis(100);

  @TempDir Path folder;

  /** What this server changed shows in the next answer, whatever way it took. */
  @Test
  void eachChangeOfThisServerShowsInTheNextAnswer() {
    try (SmallCity city = SmallCity.serve(folder)) {
      Client client = city.client;
      assertThat(listed(client)).isEmpty();
      DraftCalls draft = DraftCalls.begin(client);
      assertThat(listed(client)).containsExactly(draft.read());
      assertThat(draft.rename("*", "A", "North").status()).isEqualTo(200);
      assertThat(listed(client)).containsExactly(draft.read());
      assertThat(draft.post("/undo", draft.version(), "{}").status()).isEqualTo(200);
      assertThat(listed(client)).containsExactly(draft.read());
      assertThat(draft.read().get("redo").get("kind").asString()).isEqualTo("rename");
      assertThat(draft.post("/redo", draft.version(), "{}").status()).isEqualTo(200);
      assertThat(listed(client)).containsExactly(draft.read());
      client.json("PATCH", draft.path, "{'name':'Harbour'}");
      assertThat(listed(client)).containsExactly(draft.read());
      DraftCalls copy =
          DraftCalls.at(
              client,
              client.json(
                  "POST", "/api/v1/drafts", "{'copyOf':" + draft.read().get("id").asLong() + "}"));
      assertThat(listed(client)).containsExactlyInAnyOrder(draft.read(), copy.read());
      assertThat(client.method("DELETE", copy.path).status()).isEqualTo(204);
      assertThat(listed(client)).containsExactly(draft.read());
      assertThat(draft.post("/publish", draft.version(), "{'effective':'2025-06-01'}").status())
          .isEqualTo(201);
      assertThat(listed(client)).isEmpty();
    }
  }

  @Test
  void changesOfOthersShowWithinFiveSeconds() {
    try (SmallCity city = SmallCity.serve(folder)) {
      assertThat(listed(city.client)).isEmpty();
      long start = System.nanoTime();
      long draft = city.store.drafts().create(2, new About("", "", Actor.named("ann"))).id();
      while (listed(city.client).isEmpty()) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      }
      city.store.drafts().delete(draft);
      start = System.nanoTime();
      while (!listed(city.client).isEmpty()) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  /**
   * Many planners at once, each of whom finds a version in the list that is no older than theirs.
   */
  @Test
  void nobodyMissesWhatTheyHaveJustDone() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      Client client = city.client;
      DraftCalls draft = DraftCalls.begin(client);
      listed(client);
      ExecutorService planners = Executors.newFixedThreadPool(8);
      List<Future<?>> done = new ArrayList<>();
      for (String grid : List.of("A", "B", "C")) {
        done.add(
            planners.submit(
                () -> {
                  for (int i = 0; i < 15; i++) {
                    Answer edited = draft.rename("*", grid, "name " + i);
                    assertThat(edited.status()).isEqualTo(200);
                    long made = edited.json().get("version").asLong();
                    assertThat(listed(client).get(0).get("version").asLong())
                        .isGreaterThanOrEqualTo(made);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
      planners.shutdown();
      assertThat(listed(client)).containsExactly(draft.read());
    }
  }

  @Test
  void whileTheStoreIsAwayTheListServesOn() {
    AtomicBoolean away = new AtomicBoolean();
    Store store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    Consumer<String> door =
        call -> {
          if (away.get()) {
            throw new StoreException(
                StoreException.Reason.UNAVAILABLE, DataMessages.of("store.absent", "away"));
          }
        };
    try (SmallCity city = SmallCity.serve(StoreDoor.before(store, door))) {
      DraftCalls.begin(city.client);
      List<JsonNode> before = listed(city.client);
      away.set(true);
      assertThat(listed(city.client)).isEqualTo(before).hasSize(1);
      away.set(false);
    }
  }

  private static List<JsonNode> listed(Client client) {
    Answer answer = client.get("/api/v1/drafts");
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().get("drafts").spliterator(), false).toList();
  }

  @Test
  void twoHundredDraftsAreListedWithoutCountingEach() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      for (int i = 0; i < DRAFTS; i++) {
        city.store.drafts().create(2, new About("Draft " + i, "", Actor.named("ann")));
      }
      assertThat(city.client.get("/api/v1/drafts").json().get("drafts")).hasSize(DRAFTS);
      long[] nanos = new long[ASKED];
      for (int i = 0; i < ASKED; i++) {
        HttpRequest asked = city.client.request("/api/v1/drafts").GET().build();
        long start = System.nanoTime();
        try (InputStream answer = city.client.open(asked).body()) {
          assertThat(answer.readAllBytes()).hasSizeGreaterThan(DRAFTS);
        }
        nanos[i] = System.nanoTime() - start;
      }
      Arrays.sort(nanos);
      System.out.printf(
          "200 drafts: fastest %.1f ms, median %.1f ms%n", nanos[0] / 1e6, nanos[ASKED / 2] / 1e6);
      assertThat(Duration.ofNanos(nanos[0])).isLessThan(LIMIT);
    }
  }
}
