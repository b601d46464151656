package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.api.http.contract.Operation;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks through the whole API with requests in each of which one thing is wrong, with a store that
 * fails, and while plans are loading: every refusal that the document names for an operation is
 * seen, but for conflicts and refusals of what was understood, which have tests of their own.
 */
class EveryRefusalTest {

  private static final String TOO_LARGE = "{\"x\":\"" + "a".repeat(Bodies.LIMIT_BYTES) + "\"}";
  private static final long NO_DRAFT = 999_999;

  /** Endless where it is answered, and tested in {@link EventsTest}. */
  private static final String ENDLESS = "openEvents";

  /** What says in its body which theme it is about. */
  private static final Set<String> NAME_THE_THEME =
      Set.of("createDraft", "reportIncident", "assignOfficer", "askHotspots");

  @TempDir Path folder;

  @Test
  void whatIsWrongWithARequestIsToldAsDocumented() {
    try (SmallCity city = SmallCity.serve(folder)) {
      long draft = draft(city.store);
      for (Operation operation : ApiDocument.SERVED.operations()) {
        SoundRequest sound = SoundRequest.of(operation, draft);
        ask(city.client, 400, operation, sound.and("nonsense=1"));
        ask(city.client, 404, operation, lost(operation, sound));
        ask(city.client, 413, operation, tooLarge(sound), "*");
        ask(city.client, 415, operation, sound.saying("text/plain", "nonsense"), "*");
        ask(city.client, 428, operation, sound);
        if (!operation.path().endsWith("/acceptance")) { // takes no version; see MeanwhileTest
          ask(city.client, 412, operation, sound, "\"77\"");
        }
      }
    }
  }

  @Test
  void aFailingStoreIsToldAsDocumented() {
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"));
        SmallCity city = SmallCity.serve(StoreDoor.before(store, call -> fail(failure.get())))) {
      long draft = draft(store);
      for (Operation operation : ApiDocument.SERVED.operations()) {
        if (documents(operation, 500)) {
          SoundRequest sound = SoundRequest.of(operation, draft);
          failure.set(new IllegalStateException("a fault of our own"));
          ask(city.client, 500, operation, sound, "*");
          failure.set(
              new StoreException(StoreException.Reason.UNAVAILABLE, ApiMessages.of("http.busy")));
          ask(city.client, 503, operation, sound, "*");
        }
      }
      failure.set(null);
    }
  }

  @Test
  void whatIsAnsweredFromMemoryIsNotThereWhilePlansAreLoading() {
    CountDownLatch loaded = new CountDownLatch(1);
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"));
        Server server =
            Server.start(
                StoreDoor.before(store, call -> await(loaded)),
                ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_CITY", "Smallville")))) {
      try {
        askWhileLoading(new Client(server.port()));
      } finally {
        loaded.countDown(); // the server waits for its plans before it closes
      }
    }
  }

  private static void askWhileLoading(Client client) {
    for (Operation operation : ApiDocument.SERVED.operations()) {
      if (!documents(operation, 500) && !operation.id().equals(ENDLESS)) {
        ask(client, 503, operation, SoundRequest.of(operation, NO_DRAFT));
      }
    }
  }

  /** Nothing is worked out behind the start, or it would be answered from memory. */
  private static void fail(@Nullable RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
    if (Thread.currentThread().getName().equals("first-answers")) {
      throw new IllegalStateException("not yet");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** A draft that no request has opened yet. */
  private static long draft(Store store) {
    return store.plans().createDraft(SmallCity.plan("AB/CC"), Actor.named("anonymous"), "x").id();
  }

  /** The request with more than is taken, of whichever kind. */
  private static SoundRequest tooLarge(SoundRequest sound) {
    return switch (sound.type()) {
      case "text/csv" -> sound.saying("text/csv", "a".repeat((64 << 20) + 1));
      case "application/octet-stream" ->
          sound.saying(sound.type(), "a".repeat((SmallCity.MOST_UPLOAD_MEBIBYTES << 20) + 1));
      default -> sound.saying("application/json", TOO_LARGE);
    };
  }

  /** The request, about something that there is not. */
  private static SoundRequest lost(Operation operation, SoundRequest sound) {
    if (operation.path().contains("{") || sound.path().contains("draft=")) {
      String path = SoundRequest.of(operation, NO_DRAFT).path();
      return sound.at(
          path.replace("plans/1", "plans/77")
              .replace("grid/A", "grid/Z")
              .replaceFirst("layers/[^/?]+", "layers/none")
              .replaceFirst("(addresses|incidents|officers|assignments)/.*", "$1/none"));
    }
    if (sound.path().contains("plan:2")) {
      return sound.at(sound.path().replace("plan:2", "plan:77"));
    }
    if (NAME_THE_THEME.contains(operation.id())) {
      String body = sound.body().replaceFirst("\\{", "{\"theme\":\"none\",").replace(",}", "}");
      return sound.saying(sound.type(), body);
    }
    return sound.and(sound.path().contains("/search?") ? "within=none/grid/1" : "theme=none");
  }

  private static void ask(Client client, int status, Operation operation, SoundRequest request) {
    ask(client, status, operation, request, new String[0]);
  }

  private static void ask(
      Client client, int status, Operation operation, SoundRequest request, String version) {
    ask(client, status, operation, request, new String[] {"If-Match", version});
  }

  /** Sees an answer, if the document names it. */
  private static void ask(
      Client client, int status, Operation operation, SoundRequest request, String[] headers) {
    if (documents(operation, status)) {
      Answer answer = client.send(request, headers);
      assertThat(answer.status()).as("%s: %s", request.path(), answer.body()).isEqualTo(status);
    }
  }

  private static boolean documents(Operation operation, int status) {
    return operation.answers().anyMatch(answer -> answer.startsWith(operation.id() + " " + status));
  }
}
