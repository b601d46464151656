package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.app.ServerException;
import org.gridwright.api.http.RawRequest.RawAnswer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests meet before a resource sees them. */
class DoorTest {

  private static final String LOCATE = "/api/v1/locate?lon=10&lat=50";

  @TempDir static Path folder;
  private static SmallCity city;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.0.0.1:80", "localhost:8080", "map.localhost", "[::1]:7070"})
  void loopbackNamesAreThisServer(String host) {
    assertThat(send(RawRequest.of("GET " + LOCATE).host(host)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:7070",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "0.0.0.0",
        "[::2]"
      })
  void aPageWhoseNameIsBoundToThisAddressReadsNothing(String host) {
    assertProblem(send(RawRequest.of("GET " + LOCATE).host(host)), 403, "forbidden");
    assertProblem(send(RawRequest.of("GET /").host(host)), 403, "forbidden");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, http://evil.example",
    "Origin, http://127.0.0.1:1",
    "Origin, null"
  })
  void anotherPageChangesNothing(String header, String value) {
    RawRequest request = RawRequest.of("POST /api/v1/drafts").header(header, value);
    assertProblem(send(request.body("application/json", "{}")), 403, "forbidden");
    assertThat(city.client.get("/api/v1/drafts").json().get("drafts")).isEmpty();
    assertThat(send(RawRequest.of("GET " + LOCATE).header(header, value)).status())
        .as("reading, of which that page sees nothing")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "Origin, http://127.0.0.1"})
  void itsOwnPageAsks(String header, String value) {
    RawRequest request = RawRequest.of("POST /api/v1/locate").header(header, value);
    assertThat(send(request.body("text/csv", "lon,lat\n10,50\n")).status()).isEqualTo(200);
  }

  @Test
  void aProxyAndAPortalAreNamedByTheirOperator() {
    Map<String, String> settings =
        Map.of(
            "GRIDWRIGHT_CITY", "x",
            "GRIDWRIGHT_HOSTS", "grids.example, other.example",
            "GRIDWRIGHT_ORIGINS", "https://portal.example");
    try (Store store = GeoPackageStores.open(folder.resolve("doors.gpkg"));
        Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, settings))) {
      int port = server.port();
      RawRequest proxied = RawRequest.of("GET /api/v1/openapi.json").host("grids.example");
      proxied.header("Origin", "https://portal.example");
      RawAnswer read = proxied.send(port);
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.headers())
          .containsEntry("access-control-allow-origin", "https://portal.example")
          .doesNotContainKey("access-control-allow-credentials");
      assertThat(read.headers().get("vary")).contains("Origin", "Accept-Language");
      RawAnswer asked =
          RawRequest.of("OPTIONS /api/v1/layers/units")
              .header("Origin", "https://portal.example")
              .header("Access-Control-Request-Method", "GET")
              .send(port);
      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.headers()).containsEntry("access-control-allow-methods", "GET, HEAD");
      RawRequest change =
          RawRequest.of("POST /api/v1/drafts").header("Origin", "https://portal.example");
      assertProblem(change.body("application/json", "{}").send(port), 403, "forbidden");
    }
  }

  @Test
  void nobodyElseIsToldThatHeMayRead() {
    RawAnswer read =
        send(RawRequest.of("GET /api/v1/openapi.json").header("Origin", "https://portal.example"));
    assertThat(read.headers()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b/c", "https://portal.example", "host/path"})
  void aSettingThatIsNoHostIsNamed(String name) {
    assertThatThrownBy(
            () -> ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_HOSTS", "ok.example," + name)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.1/8", "10.0.0.1:80"})
  void aSettingThatIsNoAddressIsNamed(String proxy) {
    assertThatThrownBy(
            () -> ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_PROXIES", "::1 " + proxy)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(proxy);
    assertThat(
            ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_PROXIES", "::1 10.0.0.1")).doors())
        .satisfies(doors -> assertThat(doors.proxies()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=\", 415",
    "application/json; charset=nonsense, 415",
    "text/csv; charset=x y, 415"
  })
  void charactersThatNobodyKnowsAreTheClientsFault(String type, int status) {
    RawRequest request = RawRequest.of("POST /api/v1/locate").body(type, "lon,lat\n10,50\n");
    assertProblem(send(request), status, "unsupported-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "en-", "-,-", ";q=1", "zh_CN;q=x", "*;q=2", ",,,"})
  void anUnreadableLanguageIsEnglish(String languages) {
    RawRequest request = RawRequest.of("GET /api/v1/nothing");
    RawAnswer answer = send(request.header("Accept-Language", languages));
    assertProblem(answer, 404, "not-found");
    assertThat(answer.json().get("detail").asString()).contains("/api/v1/nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/", "/api/v1/units/"})
  void aPathOfThousandsOfPartsIsNotThere(String start) {
    RawAnswer answer = send(RawRequest.of("GET " + start + "a/".repeat(3_500)));
    assertProblem(answer, 404, "not-found");
    assertThat(answer.body()).hasSizeLessThan(600);
  }

  @Test
  void whatIsRepeatedOfARequestIsCut() {
    RawAnswer answer = send(RawRequest.of("GET /api/v1/" + "x".repeat(5_000)));
    assertProblem(answer, 404, "not-found");
    assertThat(answer.json().get("detail").asString()).endsWith("x…");
    assertThat(answer.body()).hasSizeLessThan(600);
  }

  @Test
  void anExpectationThatCanBeMetIsNoTrouble() {
    RawRequest request = RawRequest.of("PUT /api/v1/facts").header("Expect", "100-continue");
    RawAnswer answer = send(request.body("text/plain", "x"));
    assertProblem(answer, 415, "unsupported-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%00", "GET /api/v1/nothing", "NONSENSE /", "GET /health%zz"})
  void refusalsOfTheServerItselfCarryTheSecurityHeaders(String line) {
    RawAnswer answer = send(RawRequest.of(line));
    assertThat(answer.status()).isGreaterThanOrEqualTo(400).isLessThan(500);
    assertThat(answer.headers())
        .containsKey("content-security-policy")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
  }

  private static RawAnswer send(RawRequest request) {
    return request.send(city.server.port());
  }

  private static void assertProblem(RawAnswer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.headers()).containsKey("content-security-policy");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).isNotBlank();
  }
}
