package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.RawRequest.RawAnswer;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server behind a proxy on the same machine, and one client that keeps many bodies back.
 */
class ProxiedBodiesTest {

  private static final int MOST = 16;
  private static final String GREEDY = "203.0.113.7";

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void whoKeepsBodiesBackStandsInNobodyElsesWay(@TempDir Path folder) throws IOException {
    try (SmallCity city = SmallCity.serve(GeoPackageStores.open(folder.resolve("a.gpkg")))) {
      keepBack(city.server.port(), MOST + 1);
      assertThat(ask(city.server.port(), GREEDY).status())
          .as("without a proxy that is named, all come from this machine")
          .isEqualTo(200);
      hangUp();
    }
    Map<String, String> behind = Map.of("GRIDWRIGHT_PROXIES", "127.0.0.1");
    Path file = folder.resolve("b.gpkg");
    try (SmallCity city = SmallCity.serve(GeoPackageStores.open(file), behind)) {
      int port = city.server.port();
      keepBack(port, MOST);
      RawAnswer refused = ask(port, GREEDY);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.headers()).containsEntry("retry-after", "5");
      assertThat(refused.json().get("code").asString()).isEqualTo("too-many-bodies");
      assertThat(ask(port, "192.0.2.8").status()).as("another client").isEqualTo(200);
      RawRequest lookUp = RawRequest.of("GET /api/v1/locate?lon=10&lat=50");
      assertThat(lookUp.header("X-Forwarded-For", GREEDY).send(port).status())
          .as("what has no body")
          .isEqualTo(200);
      hangUp();
    }
  }

  private static RawAnswer ask(int port, String client) {
    return RawRequest.of("POST /api/v1/locate")
        .header("X-Forwarded-For", client)
        .body("text/csv", "lon,lat\n10,50\n")
        .send(port);
  }

  /** Requests whose bodies the server has asked for and does not get. */
  private void keepBack(int port, int requests) throws IOException {
    for (int i = 0; i < requests; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(60_000);
      sockets.add(socket);
      String head =
          "POST /api/v1/locate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
              + "Content-Length: 100\r\nExpect: 100-continue\r\nX-Forwarded-For: "
              + GREEDY
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
    }
  }
}
