package org.gridwright.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.app.ServerException;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server while the world around it changes. */
class ServerLifeTest {

  @TempDir Path folder;

  @Test
  void aReportedIncidentIsStoredWithTheGridOfItsTime() {
    try (SmallCity city = SmallCity.serve(folder)) {
      Answer made =
          city.client.post(
              "/api/v1/incidents",
              "application/json; charset=utf-8",
              "{\"lon\":10.0015,\"lat\":50.0005,\"category\":\"light\",\"phone\":\"555\","
                  + "\"occurred\":\"2024-07-01T10:00:00\"}");
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.json().get("given").get("code").asString()).isEqualTo("D");
      JsonNode read = city.client.get(made.header("Location")).json();
      assertThat(read.get("category").asString()).isEqualTo("light");
      assertThat(read.get("given").get("code").asString()).isEqualTo("D");
      assertThat(read.get("now").get("code").asString()).isEqualTo("C");
      assertThat(read.has("phone")).isFalse();
    }
  }

  /**
   * The server asks for the body when it has begun to wait for it, and waits again while it reads.
   */
  @Test
  void aLargeBodyThatComesInPiecesIsReadToItsEnd() throws Exception {
    String blanks = " ".repeat(1 << 20);
    int pieces = 16;
    String draft = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    try (SmallCity city = SmallCity.serve(folder);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), city.server.port())) {
      socket.setSoTimeout(30_000);
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String head =
          "POST /api/v1/drafts?name=large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Expect: 100-continue\r\nContent-Type: application/geo+json\r\nContent-Length: ";
      int length = pieces * blanks.length() + draft.length();
      socket.getOutputStream().write((head + length + "\r\n\r\n").getBytes(UTF_8));
      assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
      for (int i = 0; i < pieces; i++) {
        socket.getOutputStream().write(blanks.getBytes(UTF_8));
      }
      socket.getOutputStream().write(draft.getBytes(UTF_8));
      assertThat(answer.lines().filter(line -> line.startsWith("HTTP/1.1")))
          .containsExactly("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void aPlanPublishedElsewhereIsSwappedInWhileRequestsRun() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      String path = "/api/v1/locate?" + SmallCity.at(SmallCity.cell(0, 1));
      Set<String> answers = ConcurrentHashMap.newKeySet();
      AtomicBoolean swapped = new AtomicBoolean();
      Thread asking =
          new Thread(
              () -> {
                while (!swapped.get()) {
                  JsonNode answer = city.client.get(path).json();
                  String grid = answer.get("grid").get("code").asString();
                  answers.add(answer.get("plan").asInt() + grid);
                  swapped.set(grid.equals("Z"));
                }
              });
      asking.start();
      city.publish("ZZ/CC", "2025-05-01");
      asking.join();
      assertThat(answers).hasSize(2).contains("2A");
      assertThat(city.client.get("/api/v1/units").json().get("total").asInt()).isEqualTo(2);
    }
  }

  @Test
  void findingsNameWhatIsWrong() {
    try (SmallCity city = SmallCity.serve(folder)) {
      JsonNode sound = city.client.get("/api/v1/plans/1/findings?severity=blocking").json();
      assertThat(sound.get("blocking").asInt()).isZero();
      assertThat(sound.get("findings")).isEmpty();
      long draft =
          city.store.plans().createDraft(SmallCity.overlapping(), Actor.named("x"), "y").id();
      JsonNode answer = city.client.get("/api/v1/plans/" + draft + "/findings").json();
      assertThat(answer.get("blocking").asInt()).isPositive();
      JsonNode first = answer.get("findings").get(0);
      assertThat(first.get("kind").asString()).isEqualTo("overlap");
      assertThat(first.get("units").toString()).isEqualTo("[\"A\",\"B\"]");
      assertThat(first.get("place").get("type").asString()).contains("Polygon");
    }
  }

  @Test
  void unitsKnowTheirNeighbours() {
    try (SmallCity city = SmallCity.serve(folder)) {
      JsonNode unit = city.client.get("/api/v1/units/beats/grid/C").json();
      assertThat(unit.get("neighbours")).hasSize(2);
      assertThat(unit.get("neighbours").get(0).get("sharedMetres").asDouble())
          .isBetween(71.0, 72.0);
      assertThat(
              city.client
                  .get("/api/v1/units/beats/district/N")
                  .json()
                  .get("neighbours")
                  .get(0)
                  .get("code")
                  .asString())
          .isEqualTo("S");
    }
  }

  @Test
  void layersAreCompressedWhenAskedFor() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      city.store
          .addresses()
          .put(
              IntStream.range(0, 2000)
                  .mapToObj(i -> new Address("x" + i, i + " High Street", SmallCity.cell(0, 0)))
                  .iterator());
      HttpResponse<InputStream> response =
          city.client.open(
              city.client
                  .request("/api/v1/layers/addresses", "Accept-Encoding", "gzip")
                  .GET()
                  .build());
      assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
      try (InputStream plain = new GZIPInputStream(response.body())) {
        assertThat(new String(plain.readAllBytes(), UTF_8))
            .startsWith("{\"type\":\"FeatureCollection\"")
            .endsWith("]}");
      }
    }
  }

  @Test
  void aCityWithoutAConfiguredNameGoesByThatOfItsPlan() {
    Theme theme = Theme.of("grids", "Grids", CodeScheme.FREE, "city", "grid");
    List<Unit> units = new ArrayList<>(Pictures.plan(theme, "CC", "AB").grids());
    Map<String, String> names = Map.of("name:en", "Smallville", "name:zh", "小城");
    units.add(new Unit(0, "C", null, "小城", names, null));
    try (Store store = GeoPackageStores.open(folder.resolve("named.gpkg"))) {
      store.themes().ensure(theme);
      long draft = store.plans().createDraft(Plan.of(theme, units), Actor.named("x"), "y").id();
      store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
      try (Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()))) {
        Client client = new Client(server.port());
        while (client.get("/health").status() != 200) {
          Thread.onSpinWait();
        }
        JsonNode config = client.get("/api/v1/config").json();
        assertThat(config.get("city").asString()).isEqualTo("小城");
        assertThat(config.get("names").get("en").asString()).isEqualTo("Smallville");
      }
    }
  }

  @Test
  void aTakenPortIsOneSentence() {
    try (SmallCity city = SmallCity.serve(folder)) {
      ServerConfig same =
          ServerConfig.of("127.0.0.1", city.server.port(), Map.of("GRIDWRIGHT_CITY", "Smallville"));
      assertThatThrownBy(() -> Server.start(city.store, same))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("already in use");
    }
  }

  @Test
  void onlyTheLoopbackInterfaceIsServed() {
    assertThatThrownBy(() -> ServerConfig.of("0.0.0.0", 7070, Map.of("GRIDWRIGHT_CITY", "x")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("there are no accounts yet");
  }

  @Test
  void aBasemapMustBeATemplateAndIsAllowedByThePolicy() {
    String template = "https://{s}.tiles.example.org/{z}/{x}/{y}.png";
    assertThat(
            ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_BASEMAP_URL", template)).basemap())
        .isNotNull();
    assertThatThrownBy(
            () -> ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_BASEMAP_URL", "nonsense")))
        .hasMessageContaining("{z}/{x}/{y}");
  }

  @Test
  void aRunningStreamIsFinishedBeforeTheServerCloses() throws Exception {
    SmallCity city = SmallCity.serve(folder);
    int port = city.server.port();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (OpenStream stream = OpenStream.to(port);
        Socket idle = new Socket(here, port)) {
      assertThat(stream.ask(1)).contains("\"grid\":\"A\"");
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(idle.getInputStream(), UTF_8));
      idle.getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      assertThat(answer.readLine()).contains("200");
      Thread closing = new Thread(city.server::close);
      closing.start();
      assertThat(answer.lines()).as("until the server gives the idle connection up").isNotEmpty();
      assertThatThrownBy(() -> new Socket(here, port)).isInstanceOf(ConnectException.class);
      assertThat(stream.ask(2)).as("after a pause as long").contains("\"grid\":\"A\"");
      assertThat(stream.finish()).isEqualTo("0");
      closing.join();
    }
    city.store.close();
  }

  @Test
  void aStartingServerSaysSo() throws Exception {
    CountDownLatch loaded = new CountDownLatch(1);
    try (Store store = GeoPackageStores.open(folder.resolve("slow.gpkg"));
        Server server =
            Server.start(
                StoreDoor.before(store, call -> await(loaded)),
                ServerConfig.of("127.0.0.1", 0, Map.of("GRIDWRIGHT_CITY", "x")))) {
      Client client = new Client(server.port());
      Answer health = client.get("/health");
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.json().get("status").asString()).isEqualTo("starting");
      Answer early = client.get("/api/v1/themes");
      assertThat(early.status()).isEqualTo(503);
      assertThat(early.header("Retry-After")).isNotEmpty();
      loaded.countDown();
      while (client.get("/health").status() != 200) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aServerWithoutItsStoreSaysSo() {
    try (SmallCity city = SmallCity.serve(folder)) {
      city.store.close();
      Answer health = city.client.get("/health");
      while (health.status() == 200) {
        health = city.client.get("/health");
      }
      assertThat(health.status()).isEqualTo(503);
      assertThat(health.json().get("status").asString()).isEqualTo("store-unavailable");
      assertThat(city.client.get("/api/v1/incidents").status()).isEqualTo(503);
      assertThat(city.client.get("/api/v1/locate?" + SmallCity.at(SmallCity.cell(0, 1))).status())
          .as("plans in memory go on answering")
          .isIn(200, 503);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
