package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store's file is taken away from under a running server, and the operator decides. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LostStoreTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String INCIDENT = "{\"lon\":10.005,\"lat\":50.005,\"category\":\"light\"}";

  @TempDir Path folder;
  private Path store;
  private Path backup;

  @BeforeEach
  void makeCity() throws IOException {
    store = SmallCity.in(folder);
    backup = Files.copy(store, folder.resolve("backup.gpkg"));
  }

  @Test
  void aRestoredFileIsServedOnceTheOperatorSaysSo() throws Exception {
    try (ServingProcess server = ServingProcess.start(folder, store.toString())) {
      assertThat(incidents(server)).isEqualTo(4);
      assertThat(report(server).statusCode()).isEqualTo(201);
      assertThat(incidents(server)).isEqualTo(5);

      Files.write(store, Files.readAllBytes(backup));

      assertStopped(server, "written over");
      assertThat(server.post("/api/v1/store/reopen", "", 0).statusCode()).isEqualTo(202);
      awaitHealth(server);
      assertThat(incidents(server)).as("those of the backup").isEqualTo(4);
      assertThat(report(server).statusCode()).isEqualTo(201);
      assertThat(incidents(server)).isEqualTo(5);
    }
  }

  @Test
  void aDeletedFileIsNotMadeAnewAndMayBePutBack() throws Exception {
    try (ServingProcess server = ServingProcess.start(folder, store.toString())) {
      Files.delete(store);

      assertStopped(server, "no longer there");
      HttpResponse<String> early = server.post("/api/v1/store/reopen", "", 0);
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(json(early).get("detail").asString()).contains("there is no store at");
      assertThat(store).doesNotExist();

      Files.move(backup, store);
      assertThat(server.post("/api/v1/store/reopen", "", 0).statusCode()).isEqualTo(202);
      awaitHealth(server);
      assertThat(report(server).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void aMovedFileGetsNothingMoreAndNothingAppearsInItsPlace() throws Exception {
    Path moved = folder.resolve("moved.gpkg");
    try (ServingProcess server = ServingProcess.start(folder, store.toString())) {
      Files.move(store, moved, StandardCopyOption.ATOMIC_MOVE);

      assertStopped(server, "no longer there");
      server.process().terminate();
      server.process().status();
    }
    assertThat(store).doesNotExist();
    assertThat(StoreContent.of(moved)).isEqualTo(StoreContent.of(backup));
  }

  @Test
  void aSecondServerIsRefusedUnlessItOnlyReads() throws Exception {
    try (ServingProcess server = ServingProcess.start(folder, store.toString());
        CommandProcess second =
            CommandProcess.start(folder, "serve", "--store", store.toString(), "--port", "0")) {
      assertThat(String.join(" ", second.rest())).contains("served already, by process");
      assertThat(second.status()).isEqualTo(1);
      try (ServingProcess reading = ServingProcess.start(folder, store.toString(), "--read-only")) {
        assertThat(report(server).statusCode()).isEqualTo(201);
        assertThat(incidents(reading)).isEqualTo(5);
        HttpResponse<String> refused = report(reading);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).get("code").asString()).isEqualTo("store-read-only");
        assertThat(json(reading.get("/health")).get("readOnly").asBoolean()).isTrue();
      }
    }
    try (ServingProcess again = ServingProcess.start(folder, store.toString())) {
      assertThat(incidents(again)).as("the lock went with the process").isEqualTo(5);
    }
  }

  private static HttpResponse<String> report(ServingProcess server) throws Exception {
    return server.post("/api/v1/incidents", INCIDENT, 0);
  }

  private static long incidents(ServingProcess server) throws Exception {
    return json(server.get("/api/v1/incidents")).get("total").asLong();
  }

  /** Writing and reading say so, look-ups go on. */
  private static void assertStopped(ServingProcess server, String says) throws Exception {
    HttpResponse<String> refused = report(server);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(json(refused).get("code").asString()).isEqualTo("store-changed");
    assertThat(json(refused).get("detail").asString()).contains(says);
    JsonNode health = json(server.get("/health"));
    assertThat(health.get("status").asString()).isEqualTo("store-changed");
    assertThat(health.get("reason").asString()).contains(says);
    assertThat(server.get("/api/v1/incidents").statusCode()).isEqualTo(503);
    assertThat(server.get("/api/v1/locate?lon=10.005&lat=50.005").statusCode()).isEqualTo(200);
  }

  private static void awaitHealth(ServingProcess server) throws InterruptedException {
    while (true) {
      try {
        if (server.get("/health").statusCode() == 200) {
          return;
        }
      } catch (IOException reopening) {
        Thread.onSpinWait();
      }
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
