package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gridwright.core.SeededRuns;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed in the middle of a draft has lost no edit that it acknowledged. */
class KilledServerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int EDITS_BEFORE_THE_END = 15;

  @TempDir Path folder;

  @Test
  void inAGeoPackage() throws Exception {
    killInTheMiddleOfDrafts(SmallCity.in(folder).toString());
  }

  @Test
  @ExtendWith(PostgisExtension.class)
  void inPostgis() throws Exception {
    String address = TestPostgis.newAddress();
    try (Store store = Stores.open(address)) {
      SmallCity.fill(store);
    }
    killInTheMiddleOfDrafts(address);
  }

  private void killInTheMiddleOfDrafts(String store) throws Exception {
    for (int round = 0; round < SeededRuns.of(1); round++) {
      killInTheMiddleOfADraft(store, EDITS_BEFORE_THE_END + 7 * round);
    }
  }

  /** In a server that runs already, which is then killed. */
  private void killWhileManyPlanAtOnce(ServingProcess running, String store, int editsBefore)
      throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    String draft;
    try (ServingProcess serving = running) {
      draft = "/api/v1/drafts/" + json(serving.post("/api/v1/drafts", "{}", 0)).get("id").asLong();
      CountDownLatch underWay = new CountDownLatch(editsBefore);
      List<Thread> planners =
          Stream.of("A", "B", "C")
              .map(
                  unit ->
                      new Thread(() -> nameOnesOwn(serving, draft, unit, acknowledged, underWay)))
              .toList();
      planners.forEach(Thread::start);
      underWay.await();
      serving.process().kill();
      for (Thread planner : planners) {
        planner.join();
      }
    }
    try (ServingProcess again = ServingProcess.start(folder, store)) {
      JsonNode revisions = json(again.get(draft + "/history")).get("revisions");
      Set<String> made = new HashSet<>();
      revisions.forEach(revision -> made.add(revision.get("id").asString()));
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(editsBefore);
      assertThat(made).hasSize(revisions.size()).containsAll(acknowledged);
      assertThat(json(again.get(draft)).get("version").asInt()).isEqualTo(made.size() + 1);
    }
  }

  /** Names a unit that nobody else names, again and again. */
  private static void nameOnesOwn(
      ServingProcess serving,
      String draft,
      String unit,
      Set<String> acknowledged,
      CountDownLatch underWay) {
    long version = 1;
    try {
      for (int i = 1; ; i++) {
        String name = unit + i;
        String edit =
            "{\"id\":\"%s\",\"type\":\"rename\",\"unit\":\"%s\",\"name\":\"%s\"}"
                .formatted(name, unit, name);
        HttpResponse<String> answer = serving.post(draft + "/edits", edit, version);
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.body());
        }
        version = json(answer).get("version").asLong();
        acknowledged.add(name);
        underWay.countDown();
      }
    } catch (IOException killed) {
      // the server is gone, as it should be
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void killInTheMiddleOfADraft(String store, int editsBefore) throws Exception {
    AtomicLong acknowledged = new AtomicLong(1);
    String draft;
    try (ServingProcess serving = ServingProcess.start(folder, store)) {
      draft = "/api/v1/drafts/" + json(serving.post("/api/v1/drafts", "{}", 0)).get("id").asLong();
      CountDownLatch underWay = new CountDownLatch(editsBefore);
      Thread planner = new Thread(() -> editUntilTheEnd(serving, draft, acknowledged, underWay));
      planner.start();
      underWay.await();
      serving.process().kill();
      planner.join();
    }
    try (ServingProcess again = ServingProcess.start(folder, store)) {
      long version = json(again.get(draft)).get("version").asLong();
      assertThat(version).isBetween(acknowledged.get(), acknowledged.get() + 1);
      JsonNode history = json(again.get(draft + "/history"));
      assertThat(history.get("revisions")).hasSize((int) version - 1);
      assertThat(name(again, draft)).isEqualTo("A" + version);
      assertThat(again.post(draft + "/undo", "", version).statusCode()).isEqualTo(200);
      assertThat(name(again, draft)).isEqualTo("A" + (version - 1));
      killWhileManyPlanAtOnce(again, store, editsBefore);
    }
  }

  /** Names a grid after the version that the edit makes, again and again. */
  private static void editUntilTheEnd(
      ServingProcess serving, String draft, AtomicLong acknowledged, CountDownLatch underWay) {
    try {
      while (true) {
        long version = acknowledged.get();
        String edit = "{\"type\":\"rename\",\"unit\":\"A\",\"name\":\"A" + (version + 1) + "\"}";
        HttpResponse<String> answer = serving.post(draft + "/edits", edit, version);
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.body());
        }
        acknowledged.set(version + 1);
        underWay.countDown();
      }
    } catch (IOException killed) {
      // the server is gone, as it should be
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static String name(ServingProcess serving, String draft)
      throws IOException, InterruptedException {
    return json(serving.get(draft + "/units"))
        .get("features")
        .get(0)
        .get("properties")
        .get("name")
        .asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
