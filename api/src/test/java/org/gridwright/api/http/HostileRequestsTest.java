package org.gridwright.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.api.http.contract.Operation;
import org.gridwright.core.SeededRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded hostile requests to every operation of the document: none is a fault of the server's, each
 * refusal is a problem document, none takes long, and a refused one changes nothing. Each operation
 * gets about two hundred always, two thousand with {@code scripts/test --long}; {@code
 * scripts/fuzz} sends many more.
 */
class HostileRequestsTest {

  private static final int LONGEST_MILLIS = 10_000;

  /** Endless where it is answered, and tested in {@link EventsTest}. */
  private static final String ENDLESS = "openEvents";

  /** Of so many refusals one is looked at for what it may have changed. */
  private static final int LOOKED_AT = 50;

  private static final int MEBIBYTE = 1 << 20;

  /** What stays of requests that were answered: drafts and incidents that they made. */
  private static final long MOST_KEPT = 96;

  /** What must not change by a refusal. */
  private static final List<String> STATE =
      List.of(
          "/api/v1/drafts",
          "/api/v1/incidents?limit=1000",
          "/api/v1/rules",
          "/api/v1/facts",
          "/api/v1/assignments",
          "/api/v1/roster",
          "/api/v1/departments");

  @TempDir Path folder;

  private final Random random = new Random(12);
  private final Map<Integer, Integer> seen = new TreeMap<>();

  @Test
  void noRequestIsAFaultOrChangesAnythingWhenItIsRefused() throws Exception {
    int requests = Integer.getInteger("gridwright.fuzz.requests", SeededRuns.of(20_000));
    List<Operation> operations =
        ApiDocument.SERVED.operations().stream().filter(it -> !it.id().equals(ENDLESS)).toList();
    try (SmallCity city = SmallCity.serve(folder)) {
      long draft = Long.parseLong(DraftCalls.begin(city.client).path.replaceAll(".*/", ""));
      long before = 0;
      for (int i = 0; i < requests; i++) {
        HostileRequest request =
            HostileRequest.of(operations.get(i % operations.size()), draft, random);
        boolean looks = random.nextInt(LOOKED_AT) == 0;
        String state = looks ? state(city) : "";
        int status = send(request, city.server.port());
        if (looks && status >= 400) {
          assertThat(state(city)).as("%s", request.head()).isEqualTo(state);
        }
        if (i == requests / 4) {
          before = used();
        }
      }
      System.out.printf("%d hostile requests: %s%n", requests, seen);
      assertThat((used() - before) / MEBIBYTE).as("MiB that stay").isLessThan(MOST_KEPT);
    }
  }

  private static String state(SmallCity city) {
    StringBuilder state = new StringBuilder();
    STATE.forEach(path -> state.append(city.client.get(path).body()));
    return state.toString();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private int send(HostileRequest request, int port) throws IOException {
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LONGEST_MILLIS);
      socket.getOutputStream().write(request.bytes());
      socket.getOutputStream().flush();
      answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(request.head(), broken);
    }
    int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    seen.merge(status, 1, Integer::sum);
    assertThat(status).as("%s%n%s", request.head(), answer).isBetween(200, 499);
    assertThat(answer).as("%s", request.head()).doesNotContain("\n\tat ", "java.lang.");
    if (status >= 400) {
      requireProblem(request, answer);
    }
    return status;
  }

  /** A problem document, but for an unknown {@code Expect} and {@code HEAD}, which have no body. */
  private static void requireProblem(HostileRequest request, String answer) {
    int end = answer.indexOf("\r\n\r\n");
    String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
    if (!answer.substring(end).isBlank()) {
      assertThat(head).as("%s", request.head()).contains("content-type: application/problem+json");
    }
    assertThat(head).as("%s", request.head()).contains("x-content-type-options: nosniff");
  }
}
