package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that starts again answers look-ups before it has read its plans, and rightly. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class EarlyLookUpsContract {

  private static final List<String> PLACES =
      Stream.of(SmallCity.cell(0, 0), SmallCity.cell(0, 1), SmallCity.cell(1, 1))
          .map(SmallCity::at)
          .toList();

  @TempDir Path folder;

  /** Opens the store, made anew the first time. */
  abstract Store open() throws IOException;

  /** Writes to the store as another program does. */
  abstract void otherProgramRuns(String sql) throws Exception;

  /** Of the plan in force. */
  abstract Path file() throws IOException;

  @BeforeEach
  void aServerHasRun() throws IOException {
    try (SmallCity city = SmallCity.serve(open(), config())) {
      assertThat(answers(city.client)).allSatisfy(it -> assertThat(it).contains("\"grid\":{"));
      awaitFile();
    }
  }

  private Map<String, String> config() {
    return Map.of("GRIDWRIGHT_PLANS_FOLDER", folder.toString());
  }

  @Test
  void lookUpsAreAnsweredWhileThePlanIsStillBeingRead() throws Exception {
    byte[] written = Files.readAllBytes(file());
    try (Restarted again = new Restarted()) {
      again.awaitFirstAnswer();
      List<String> early = answers(again.client);
      assertThat(again.client.get("/health").status()).isEqualTo(503);
      Answer units = again.client.get("/api/v1/units");
      assertThat(units.status()).isEqualTo(503);
      assertThat(units.header("Retry-After")).isEqualTo("1");
      Answer before = again.client.get("/api/v1/locate?at=2024-06-01&" + PLACES.get(0));
      assertThat(before.status()).as("another plan was in force then").isEqualTo(503);
      assertThat(again.client.get("/api/v1/locate?theme=none&" + PLACES.get(0)).status())
          .isEqualTo(503);

      again.let();

      assertThat(answers(again.client)).isEqualTo(early);
      assertThat(again.client.get("/api/v1/locate?at=2024-06-01&" + PLACES.get(0)).status())
          .isEqualTo(200);
    }
    assertThat(file()).as("was right, and stays").hasBinaryContent(written);
  }

  @Test
  void aChangeBySqlWhileNoServerRanIsAnsweredFromTheStoreAlone() throws Exception {
    otherProgramRuns("UPDATE unit_version SET name = 'Harbour' WHERE code = 'A'");
    try (Restarted again = new Restarted()) {
      again.awaitLoading();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).status()).isEqualTo(503);
      again.let();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).body()).contains("Harbour");
      awaitFile();
    }
    try (Restarted again = new Restarted()) {
      again.awaitFirstAnswer();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).body()).contains("Harbour");
    }
  }

  @Test
  void aChangeBySqlWhileThePlanIsBeingReadEndsWhatWasKept() throws Exception {
    try (Restarted again = new Restarted()) {
      again.awaitFirstAnswer();
      otherProgramRuns("UPDATE unit_version SET name = 'Harbour' WHERE code = 'A'");
      long start = System.nanoTime();
      while (again.client.get("/api/v1/locate?" + PLACES.get(1)).status() == 200) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      }
      again.let();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).body()).contains("Harbour");
    }
  }

  @Test
  void aPlanThatThisServerPublishesIsKeptInItsPlace() throws Exception {
    byte[] before = Files.readAllBytes(file());
    try (Restarted again = new Restarted()) {
      again.let();
      Answer draft = again.client.post("/api/v1/drafts", "application/json", "{}");
      String path = "/api/v1/drafts/" + draft.json().get("id").asLong();
      Answer published =
          again.client.json(
              "POST",
              path + "/publish",
              "{'effective':'2025-05-01'}",
              "If-Match",
              draft.header("ETag"));
      assertThat(published.status()).as(published.body()).isEqualTo(201);
      awaitOther(before);
    }
    try (Restarted again = new Restarted()) {
      again.awaitFirstAnswer();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(0)).json().get("plan").asLong())
          .isEqualTo(3);
    }
  }

  @Test
  void aPlanThatComesIntoForceMeanwhileIsNotTheFiles() throws Exception {
    try (Store store = open()) {
      long draft = store.plans().createDraft(SmallCity.plan("BB/CC"), Actor.named("ann"), "").id();
      store.plans().publish(draft, LocalDate.of(2025, 5, 1), null);
    }
    try (Restarted again = new Restarted()) {
      again.awaitLoading();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).status()).isEqualTo(503);
      again.let();
      assertThat(again.client.get("/api/v1/locate?" + PLACES.get(1)).json().get("grid").toString())
          .contains("\"code\":\"B\"");
    }
  }

  @Test
  void aDamagedFileAnswersRightOrNotAtAllAndIsMadeAnew() throws Exception {
    byte[] whole = Files.readAllBytes(file());
    List<String> right;
    try (Restarted again = new Restarted()) {
      again.let();
      right = answers(again.client);
    }
    for (int damage = 0; damage < 8; damage++) {
      byte[] damaged = whole.clone();
      int at = (int) ((long) damage * (whole.length - 1) / 7);
      damaged[at] ^= 0x10;
      Files.write(file(), damaged);
      try (Restarted again = new Restarted()) {
        again.awaitLoading();
        for (int i = 0; i < PLACES.size(); i++) {
          Answer answer = again.client.get("/api/v1/locate?" + PLACES.get(i));
          if (answer.status() == 200) {
            assertThat(answer.body()).isEqualTo(right.get(i));
          } else {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
          }
        }
        again.let();
        assertThat(answers(again.client)).isEqualTo(right);
        awaitContent(whole);
      }
    }
  }

  private static List<String> answers(Client client) {
    return PLACES.stream().map(place -> client.get("/api/v1/locate?" + place).body()).toList();
  }

  private void awaitFile() throws IOException {
    awaitOther(new byte[0]);
  }

  private void awaitOther(byte[] before) throws IOException {
    while (!Files.exists(file()) || Arrays.equals(Files.readAllBytes(file()), before)) {
      Pause.aMoment();
    }
  }

  private void awaitContent(byte[] wanted) throws IOException {
    while (!Files.exists(file()) || !Arrays.equals(Files.readAllBytes(file()), wanted)) {
      Pause.aMoment();
    }
  }

  /** A server that starts, and that is kept from reading plans until it is let. */
  private final class Restarted implements AutoCloseable {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch loading = new CountDownLatch(1);
    private final Store store;
    private final Server server;
    private final Client client;

    Restarted() throws IOException {
      this.store = open();
      this.server =
          Server.start(
              StoreDoor.before(store, this::enter),
              ServerConfig.of("127.0.0.1", 0, config()),
              SmallCity.TODAY);
      this.client = new Client(server.port());
    }

    private void enter(String call) {
      if (call.equals("plans.load")) {
        loading.countDown();
        try {
          gate.await();
        } catch (InterruptedException stop) {
          throw new IllegalStateException(stop);
        }
      }
    }

    /** Until what was kept would have been opened. */
    void awaitLoading() throws InterruptedException {
      loading.await();
    }

    void awaitFirstAnswer() throws InterruptedException {
      awaitLoading();
      assertThat(client.get("/api/v1/locate?" + PLACES.get(0)).status()).isEqualTo(200);
    }

    void let() {
      gate.countDown();
      while (client.get("/health").status() != 200) {
        Pause.aMoment();
      }
    }

    @Override
    public void close() {
      gate.countDown();
      server.close();
      store.close();
    }
  }
}
