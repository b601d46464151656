package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Look-ups wait for nobody: not for slow readers, and not for the database. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
abstract class LookUpsContract {

  private static final int ASKED = 300;

  /** What a busy machine does to a request now and then is not what is looked for. */
  private static final Duration HICCUP = Duration.ofMillis(500);

  static final String LOCATE = "/api/v1/locate?" + SmallCity.at(SmallCity.cell(0, 1));

  SmallCity city;

  /** A new and empty store. */
  abstract Store store() throws IOException;

  @BeforeEach
  void serve() throws IOException {
    city = SmallCity.serve(store());
    while (officers().isEmpty()) {
      Pause.aMoment();
    }
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void slowReadersKeepNobodyWaiting() throws Exception {
    fill(20_000);
    Duration idle = slowest();
    List<String> downloads =
        List.of("/api/v1/layers/incidents", "/api/v1/layers/addresses", "/api/v1/roster");
    try (SlowReaders readers =
        SlowReaders.of(
            city.server.port(),
            Stream.iterate(0, i -> i + 1).limit(12).map(i -> downloads.get(i % 3)).toList())) {
      assertThat(readers.open()).isEqualTo(12);
      assertQuick(idle);
      assertThat(city.client.get("/api/v1/incidents").status()).isEqualTo(200);
      assertThat(report().status()).isEqualTo(201);
    }
  }

  @Test
  void whatThisServerChangedShowsInItsNextAnswer() {
    for (int i = 0; i < 5; i++) {
      Answer put = city.client.json("PUT", "/api/v1/officers/o1", "{'name':'Li Wei " + i + "'}");
      assertThat(put.status()).isIn(200, 201);
      assertThat(officers()).isEqualTo("Li Wei " + i);
    }
  }

  @Test
  void whatOthersChangedShowsWithoutARequestThatWaits() {
    city.store.roster().putOfficers(List.of(new Officer("o1", "Wang Fang", null)));
    while (!officers().equals("Wang Fang")) {
      Pause.aMoment();
    }
  }

  /** The name of the officer who answers for a place; empty where nobody does. */
  String officers() {
    var officers = city.client.get(LOCATE).json().get("officers");
    return officers.isEmpty() ? "" : officers.get(0).get("name").asString();
  }

  Answer report() {
    return city.client.json(
        "POST", "/api/v1/incidents", "{'lon':10.0005,'lat':50.0015,'category':'noise'}");
  }

  /** All but one in a hundred look-ups take no more than three times what they take idle. */
  void assertQuick(Duration idle) {
    Duration limit = idle.multipliedBy(3);
    assertThat(slowest()).isLessThan(limit.compareTo(HICCUP) > 0 ? limit : HICCUP);
  }

  /** The time in which all but one in a hundred look-ups are answered. */
  Duration slowest() {
    long[] nanos = new long[ASKED];
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      assertThat(city.client.get(LOCATE).status()).isEqualTo(200);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[ASKED * 99 / 100 - 1]);
  }

  private void fill(int rows) {
    city.store
        .addresses()
        .put(
            IntStream.range(0, rows)
                .mapToObj(i -> new Address("x" + i, i + " High Street", SmallCity.cell(0, 0)))
                .iterator());
    LocalDateTime day = LocalDateTime.of(2025, 5, 1, 8, 0);
    city.store
        .incidents()
        .put(
            IntStream.range(0, rows)
                .mapToObj(
                    i ->
                        new Incident(
                            "y" + i,
                            SmallCity.cell(1, 1),
                            day.plusSeconds(i),
                            "noise",
                            "app",
                            "open",
                            null,
                            null))
                .iterator());
    city.store
        .roster()
        .putOfficers(
            IntStream.range(0, rows)
                .mapToObj(i -> new Officer("p" + i, "Officer " + i, null))
                .toList());
    city.store
        .roster()
        .assign(
            IntStream.range(0, rows)
                .mapToObj(i -> new Assignment("p" + i, "beats", "B", "part-time", null, null))
                .toList());
  }
}
