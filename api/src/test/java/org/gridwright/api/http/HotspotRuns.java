package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server over a demo city of 122 grids, whose methods are asked as jobs. */
@SuppressWarnings("NullAway.Init") // the set-up does it
abstract class HotspotRuns {

  static final String PATH = "/api/v1/hotspots";

  @TempDir static Path folder;

  static final DemoCity CITY = DemoCity.generate(DemoOptions.of(122, 1));

  private static Server server;
  static Client client;

  @BeforeAll
  static void serve() {
    Store store = GeoPackageStores.open(folder.resolve("demo.gpkg"));
    DemoLoader.load(CITY, store, Progress.NONE);
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Pause.aMoment();
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** Asks, and waits until it is over. */
  static JsonNode over(String question) {
    Answer begun = client.json("POST", PATH, question);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    String path = begun.header("Location");
    JsonNode told = begun.json();
    while (Set.of("waiting", "running").contains(told.get("state").asString())) {
      Pause.aMoment();
      told = client.get(path).json();
    }
    return told;
  }

  static JsonNode done(String question) {
    JsonNode told = over(question);
    assertThat(told.get("state").asString()).as(told.toString()).isEqualTo("done");
    assertThat(told.get("share").asDouble()).isEqualTo(1);
    return told;
  }

  static String file(JsonNode run, String parameters) {
    Answer answer = client.get(PATH + "/" + run.get("id").asString() + parameters);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  static Map<String, Long> counts(String parameters) {
    Map<String, Long> counts = new HashMap<>();
    client
        .get("/api/v1/counts?level=grid" + parameters)
        .json()
        .get("items")
        .forEach(it -> counts.put(it.get("code").asString(), it.get("count").asLong()));
    return counts;
  }

  static <V> V known(Map<String, V> values, JsonNode code) {
    return Objects.requireNonNull(values.get(code.asString()));
  }

  static CommandRun gridwright(String command) {
    CommandRun run = CommandRun.of(folder, Map.of(), command.split(" ", -1));
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }
}
