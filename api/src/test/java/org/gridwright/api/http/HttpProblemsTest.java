package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends wrongly is told as a problem, and never as a fault of the server. */
class HttpProblemsTest {

  @TempDir static Path folder;
  private static SmallCity city;
  private static Client client;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/locate, lon",
    "/api/v1/locate?lon=10, lat",
    "/api/v1/locate?lon=east&lat=1, lon",
    "/api/v1/locate?lon=NaN&lat=1, lon",
    "/api/v1/locate?lon=114.305f&lat=1, lon",
    "/api/v1/locate?lon=1&lat=0x1p4, lat",
    "/api/v1/locate?lon=1&lat=Infinity, lat",
    "/api/v1/locate?lon=181&lat=1, lon",
    "/api/v1/locate?lon=1&lat=1&at=yesterday, at",
    "/api/v1/units?limit=0, limit",
    "/api/v1/units?limit=99999999999, limit",
    "/api/v1/layers/units?bbox=1;2;3, bbox",
    "/api/v1/layers/units?bbox=3;2;1;4, bbox",
    "/api/v1/layers/units?bbox=NaN;2;1;4, bbox",
    "/api/v1/layers/units?bbox=1;2;3;4;5, bbox",
    "/api/v1/layers/units?bbox=1;4;3;2, bbox",
    "/api/v1/layers/incidents?bbox=west;2;3;4, bbox",
    "/api/v1/layers/addresses?bbox=;;;, bbox",
    "/api/v1/incidents?from=2025-13-01, from",
    "/api/v1/incidents?from=2025-03-01&to=2025-02-01, to",
    "/api/v1/incidents?status=lost, status",
    "/api/v1/counts?hex=1, hex",
    "/api/v1/search, q"
  })
  void aBadParameterIsNamed(String path, String parameter) {
    Answer answer = client.get(path.replace(';', ','));
    assertProblem(answer, 400, "bad-parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void swappedCoordinatesAreCalledByTheirName() {
    Answer answer = client.get("/api/v1/locate?lon=30.6&lat=114.3");
    assertProblem(answer, 400, "bad-parameter");
    assertThat(answer.json().get("detail").asString())
        .contains("swapped")
        .contains("lon=114.3 and lat=30.6");
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing",
    "/api/v1/nothing",
    "/api/v1/units?theme=none",
    "/api/v1/units?level=none",
    "/api/v1/units/beats/grid/none",
    "/api/v1/units/beats/none/A",
    "/api/v1/incidents/none",
    "/api/v1/addresses/none",
    "/api/v1/layers/none",
    "/api/v1/plans/none/findings",
    "/api/v1/plans/999/findings",
    "/..%2f..%2fetc/passwd"
  })
  void whatIsNotThereIsNotFound(String path) {
    Answer answer = client.get(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
    if (path.startsWith("/api")) {
      assertProblem(answer, 404, "not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/units%00", "/%FF"})
  void whatTheServerItselfRefusesIsAProblemToo(String path) {
    assertProblem(client.get(path), 400, "bad-body");
  }

  @Test
  void aRequestLineWithoutEndIsAProblemToo() {
    assertProblem(client.get("/api/v1/search?q=" + "a".repeat(20_000)), 414, "bad-body");
  }

  @Test
  void aWrongMethodNamesTheRightOne() {
    Answer answer = client.method("DELETE", "/api/v1/locate");
    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void aWrongContentTypeIsRefused() {
    assertProblem(client.post("/api/v1/incidents", "text/plain", "{}"), 415, "unsupported-type");
    assertProblem(client.post("/api/v1/locate", "text/plain", "x"), 415, "unsupported-type");
  }

  @Test
  void aBodyOverOneMebibyteIsTooLarge() {
    String body = "{\"x\":\"" + "a".repeat(1 << 20) + "\"}";
    assertProblem(client.post("/api/v1/incidents", "application/json", body), 413, "too-large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{ | -",
        "[] | -",
        "{\"lon\":10,\"lat\":50} | category",
        "{\"lon\":\"10\",\"lat\":50,\"category\":\"x\"} | lon",
        "{\"lon\":50,\"lat\":110,\"category\":\"x\"} | lat",
        "{\"lon\":10,\"lat\":50,\"category\":\" \"} | category",
        "{\"lon\":10,\"lat\":50,\"category\":\"x\",\"occurred\":\"noon\"} | occurred"
      })
  void aBadReportIsRefusedAndNotStored(String body, String member) {
    Answer answer = client.post("/api/v1/incidents", "application/json", body);
    assertProblem(answer, 400, "bad-body");
    assertThat(answer.json().path("parameter").asString(null)).isEqualTo(member);
    assertThat(client.get("/api/v1/incidents").json().get("total").asInt()).isEqualTo(4);
  }

  @Test
  void problemsSpeakTheReadersLanguage() {
    assertThat(
            client
                .get("/api/v1/units?theme=none", "Accept-Language", "zh-CN,en;q=0.5")
                .json()
                .get("detail")
                .asString())
        .contains("没有主题");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    Answer answer = client.get("/api/v1/themes");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Server")).isEmpty();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).isNotBlank();
  }
}
