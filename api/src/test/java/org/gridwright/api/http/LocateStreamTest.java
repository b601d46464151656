package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of points through {@code POST /api/v1/locate}. */
class LocateStreamTest {

  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

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

  @Test
  void csvRowsComeBackInOrderWithTheirGrid() {
    Answer answer =
        client.post(
            "/api/v1/locate",
            CSV,
            """
            \ufeffid,lon,lat
            1,10.0005,50.0015
            "2,b",10.001,50.0015
            3,east,50
            4,50,110
            5
            6,11,51
            """);
    assertThat(answer.type()).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.body().split("\r\n"))
        .satisfies(
            rows -> {
              assertThat(rows[0])
                  .isEqualTo("id,lon,lat,grid,on_boundary,contested,runner_up,distance_m");
              assertThat(rows[1]).startsWith("1,10.0005,50.0015,A,false,,B,3");
              assertThat(rows[2]).isEqualTo("\"2,b\",10.001,50.0015,B,true,,A,0.0");
              assertThat(rows[3]).isEqualTo("3,east,50,,,,,");
              assertThat(rows[4]).isEqualTo("4,50,110,,,,,");
              assertThat(rows[5]).isEqualTo("5,,,,,,,");
              assertThat(rows[6]).startsWith("6,11,51,,false,,B,");
            });
  }

  @Test
  void ndjsonRowsCarryTheirOwnErrors() {
    Answer answer =
        client.post(
            "/api/v1/locate?at=2024-06-01",
            NDJSON,
            """
            {"id":1,"lon":10.0015,"lat":50.0005}

            {"lon":10
            {"lon":30,"lat":114}
            """);
    String[] rows = answer.body().split("\n");
    assertThat(rows).hasSize(3);
    assertThat(rows[0])
        .startsWith(
            "{\"id\":1,\"lon\":10.0015,\"lat\":50.0005,\"grid\":\"D\",\"on_boundary\":false");
    assertThat(rows[1]).contains("\"error\":\"the body is not valid JSON");
    assertThat(rows[2]).contains("\"grid\":null").contains("swapped");
  }

  @Test
  void onlyTheColumnsAskedForAreAppended() {
    assertThat(client.post("/api/v1/locate?columns=grid", CSV, "lon,lat\n10.0005,50.0015\n").body())
        .isEqualTo("lon,lat,grid\r\n10.0005,50.0015,A\r\n");
    assertThat(
            client
                .post(
                    "/api/v1/locate?columns=grid,on_boundary",
                    NDJSON,
                    "{\"lon\":10.0005,\"lat\":50.0015}\n"
                        + "{\"grid\":1,\"lon\":10.0005,\"lat\":50.0015}\n")
                .body())
        .isEqualTo(
            """
            {"lon":10.0005,"lat":50.0015,"grid":"A","on_boundary":false}
            {"grid":"A","lon":10.0005,"lat":50.0015,"on_boundary":false}
            """);
    Answer unknown = client.post("/api/v1/locate?columns=gird", CSV, "lon,lat\n");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().get("detail").asString()).contains("gird").contains("runner_up");
  }

  @Test
  void aCsvWithoutCoordinatesIsRefused() {
    assertThat(client.post("/api/v1/locate", CSV, "").status()).isEqualTo(400);
    Answer answer = client.post("/api/v1/locate", CSV, "x,y\n1,2\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("lon").contains("x, y");
  }

  @Test
  void aRecordWithoutEndIsToldInTheStream() {
    String endless = "lon,lat\n10.0005,50.0015\n\"" + "x".repeat(3 << 20);
    String[] rows =
        client.post("/api/v1/locate", CSV, endless).body().lines().toArray(String[]::new);
    assertThat(rows[1]).startsWith("10.0005,50.0015,A");
    assertThat(rows[rows.length - 1]).startsWith("# error: ");
  }

  /**
   * The client of the JDK sends its whole body before it reads the answer: 200,000 rows fill every
   * buffer in between many times over.
   */
  @Test
  void aClientThatDoesNotReadWhileItSendsIsStillAnswered() throws Exception {
    int rows = 200_000;
    byte[] row = "10.0005,50.0015,some text to make it longer\n".getBytes(StandardCharsets.UTF_8);
    InputStream body = new Rows("lon,lat,t\n".getBytes(StandardCharsets.UTF_8), row, rows);
    HttpResponse<InputStream> response =
        client.open(
            client
                .request("/api/v1/locate", "Content-Type", CSV)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.lines().skip(1).filter(line -> line.contains(",A,false,,B,")).count())
          .isEqualTo(rows);
    }
  }

  @Test
  void aClientThatWaitsForEachAnswerIsNotKeptWaiting() throws Exception {
    try (OpenStream stream = OpenStream.to(city.server.port())) {
      for (int i = 0; i < 3; i++) {
        assertThat(stream.ask(i)).contains("\"grid\":\"A\"");
      }
      assertThat(stream.finish()).isEqualTo("0");
    }
  }

  /** A header and the same row many times. */
  private static final class Rows extends InputStream {
    private final byte[] row;
    private byte[] current;
    private int position;
    private int left;

    Rows(byte[] header, byte[] row, int rows) {
      this.current = header;
      this.row = row;
      this.left = rows;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (position == current.length) {
        if (left == 0) {
          return -1;
        }
        left--;
        current = row;
        position = 0;
      }
      byte[] part =
          Arrays.copyOfRange(current, position, Math.min(current.length, position + length));
      System.arraycopy(part, 0, buffer, offset, part.length);
      position += part.length;
      return part.length;
    }
  }
}
