package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies in other encodings and dialects, and CSV in answers as spreadsheets want it. */
class TextBodiesTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

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

  private record Bytes(int status, String readAs, byte[] body) {

    String text(Charset encoding) {
      return new String(body, encoding);
    }
  }

  private static Bytes post(String path, String type, byte[] body) throws Exception {
    HttpResponse<InputStream> answer =
        client.open(
            client
                .request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    return bytes(answer);
  }

  private static Bytes bytes(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream in = answer.body()) {
      return new Bytes(
          answer.statusCode(),
          answer.headers().firstValue("Gridwright-Read-As").orElse(""),
          in.readAllBytes());
    }
  }

  private static Bytes get(String path) throws Exception {
    return bytes(client.open(client.request(path).GET().build()));
  }

  @Test
  void locatedRowsMayHaveSemicolonsAndDecimalCommas() throws Exception {
    byte[] rows =
        "id;lon;lat\na;10,0005;50,0015\nb;10,0012;50,0015\n".getBytes(StandardCharsets.UTF_8);

    Bytes answer = post("/api/v1/locate?columns=grid", "text/csv", rows);

    assertThat(answer.text(StandardCharsets.UTF_8))
        .isEqualTo("id;lon;lat;grid\r\na;10,0005;50,0015;A\r\nb;10,0012;50,0015;B\r\n");
    assertThat(answer.readAs())
        .isEqualTo("separator=\";\"; decimal=\",\"; header-line=1; encoding=UTF-8");
  }

  @Test
  void unclearRowsAreA400ThatNamesTheParameter() {
    Answer answer = client.post("/api/v1/locate", "text/csv", "lon,lat;x\n1,2;3\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("add separator=", "a semicolon");
    assertThat(
            client
                .post("/api/v1/locate?separator=semicolon", "text/csv", "lon;lat,x\n10;50\n")
                .body())
        .contains("lat,x");
    assertThat(client.post("/api/v1/locate?decimal=x", "text/csv", "lon,lat\n").status())
        .isEqualTo(400);
  }

  @Test
  void rowsComeInTheCharsetOfTheContentTypeAndLeaveInTheOneAskedFor() throws Exception {
    String rows = "名,lon,lat\n网,10.0005,50.0015\n";

    Bytes read =
        post("/api/v1/locate?columns=grid", "text/csv; charset=GBK", rows.getBytes(GB18030));
    assertThat(read.text(StandardCharsets.UTF_8)).startsWith("名,lon,lat,grid\r\n网,");
    Bytes marked =
        post(
            "/api/v1/locate?columns=grid",
            "text/csv",
            ("\uFEFF" + rows).getBytes(StandardCharsets.UTF_16LE));
    assertThat(marked.text(StandardCharsets.UTF_8)).startsWith("名,lon");
    Bytes written =
        post(
            "/api/v1/locate?columns=grid&encoding=gb18030",
            "text/csv",
            rows.getBytes(StandardCharsets.UTF_8));
    assertThat(written.text(GB18030)).contains("网,10.0005,50.0015,A");
    Bytes bom =
        post(
            "/api/v1/locate?columns=grid&bom=true",
            "text/csv",
            rows.getBytes(StandardCharsets.UTF_8));
    assertThat(bom.text(StandardCharsets.UTF_8)).startsWith("\uFEFF名");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreGuardedUnlessRaw() {
    String rows = "id,lon,lat\n=cmd(),10.0005,50.0015\n";

    assertThat(client.post("/api/v1/locate?columns=grid", "text/csv", rows).body())
        .contains("'=cmd()");
    assertThat(client.post("/api/v1/locate?columns=grid&raw=true", "text/csv", rows).body())
        .contains("\n=cmd(),");
  }

  @Test
  void jsonThatIsNotUtf8IsToldTheCharset() throws Exception {
    byte[] body = "{\"name\":\"李华\"}".getBytes(GB18030);

    HttpResponse<InputStream> unsaid = put("application/json", body);
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(bytes(unsaid).text(StandardCharsets.UTF_8)).contains("charset=GBK");
    assertThat(put("application/json; charset=GBK", body).statusCode()).isEqualTo(201);
    assertThat(client.get("/api/v1/officers/gbk").body()).contains("李华");
    byte[] wide = "\uFEFF{\"name\":\"李华\"}".getBytes(StandardCharsets.UTF_16BE);
    assertThat(put("application/json", wide).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<InputStream> put(String type, byte[] body) throws Exception {
    return client.open(
        client
            .request("/api/v1/officers/gbk")
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(body))
            .build());
  }

  @Test
  void theReportedDraftIsToldTheCharset() throws Exception {
    byte[] gbk =
        java.nio.file.Files.readAllBytes(RealData.reported("05-encoding-of-geojson/gbk.geojson"));

    Bytes refused = post("/api/v1/drafts?theme=beats", "application/geo+json", gbk);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text(StandardCharsets.UTF_8)).contains("not UTF-8", "charset=GBK");
  }

  @Test
  void rostersComeAndGoInAnyDialect() throws Exception {
    byte[] roster =
        "Dienstplan\n\nid;name;grid;from\nq9;=Müller;A;2026-01-01\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    Bytes brought = post("/api/v1/roster?theme=beats", "text/csv; charset=iso-8859-1", roster);

    assertThat(brought.text(StandardCharsets.UTF_8))
        .contains("\"assignments\":1", "a semicolon", "from line 3", "Dienstplan", "headerLine");
    assertThat(client.get("/api/v1/officers/q9").body()).contains("\"=Müller\"");
    assertThat(client.get("/api/v1/roster?theme=beats").body()).contains("q9,'=Müller");
    assertThat(
            get("/api/v1/roster?theme=beats&raw=true&encoding=utf-16le&bom=true")
                .text(StandardCharsets.UTF_16LE))
        .startsWith("\uFEFFid,name")
        .contains("q9,=Müller");
    assertThat(get("/api/v1/roster?encoding=latin1").status()).isEqualTo(400);
    assertThat(get("/api/v1/roster?encoding=gb18030&bom=true").status()).isEqualTo(400);
  }
}
