package org.gridwright.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is taken away over HTTP is what the command line writes. */
class ExportsTest {

  @TempDir Path folder;

  private SmallCity city;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "units|theme=beats&level=district&at=2025-06-01|--theme beats --level district --at 2025-06-01",
        "units|at=2024-03-01&columns=code,name|--at 2024-03-01 --columns code,name",
        "units|at=2025-06-01&bbox=10.0001,50.0011,10.0005,50.0015"
            + "|--at 2025-06-01 --bbox 10.0001,50.0011,10.0005,50.0015",
        "incidents|category=noise&from=2025-03-01&to=2025-05-01"
            + "|--category noise --from 2025-03-01 --to 2025-04-30",
        "incidents|status=open|--status open",
        "addresses|bbox=10,50,10.0005,50.01|--bbox 10,50,10.0005,50.01",
        "facilities||",
        "officers|theme=beats|--theme beats"
      })
  void aFileIsThatOfTheCommandLine(String layer, String asked, String options) throws Exception {
    String query = asked == null ? "" : "&" + asked;
    for (String format : List.of("geojson", "csv")) {
      byte[] taken = taken(layer, "format=" + format + query);
      assertThat(taken).isEqualTo(Files.readAllBytes(exported(layer, format, options)));
      JsonNode size =
          city.client.get("/api/v1/layers/" + layer + "/size?format=" + format + query).json();
      assertThat(size.get("bytes").asLong()).isEqualTo(taken.length);
      assertThat(size.get("exact").asBoolean()).isTrue();
    }
    Path packed = folder.resolve("taken.gpkg");
    Files.write(packed, taken(layer, "format=gpkg" + query));
    assertThat(rows(packed, layer)).isEqualTo(rows(exported(layer, "gpkg", options), layer));
  }

  @Test
  void aDraftIsTakenAwayAsItIs() throws Exception {
    DraftCalls draft = DraftCalls.begin(city.client);
    assertThat(draft.rename(1, "A", "Alpha").status()).isEqualTo(200);
    String id = draft.path.substring(draft.path.lastIndexOf('/') + 1);
    byte[] taken = taken("units", "format=csv&draft=" + id);
    assertThat(new String(taken, UTF_8)).contains("Alpha");
    assertThat(taken).isEqualTo(Files.readAllBytes(exported("units", "csv", "--draft " + id)));
  }

  @Test
  void whoLeftFindsItAgain() {
    String path = begun("units", "format=geojson").header("Location");
    JsonNode done = done(path);
    assertThat(done.get("name").asString()).isEqualTo("beats-grid-2025-06-01.geojson");
    assertThat(done.get("rows").asInt()).isEqualTo(3);
    JsonNode all = city.client.get("/api/v1/exports").json().get("exports");
    assertThat(all.valueStream().map(each -> "/api/v1/exports/" + each.get("id").asString()))
        .containsExactly(path);
    Answer file = city.client.get(path + "/file");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"beats-grid-2025-06-01.geojson\"");
    assertThat(file.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(city.client.method("DELETE", path).status()).isEqualTo(204);
    assertThat(city.client.get(path).status()).isEqualTo(404);
    assertThat(city.client.get(path + "/file").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "units,level=grid,400,format",
    "units,format=shp,400,'geojson, csv, gpkg'",
    "units,format=csv&columns=code%2Cheight,400,height",
    "units,format=csv&draft=99,404,99",
    "units,format=csv&category=noise,400,category",
    "incidents,format=csv&status=lost,400,lost",
    "roads,format=csv,404,roads"
  })
  void whatIsMeantWronglyIsTold(String layer, String asked, int status, String named) {
    for (String end : List.of("/size", "/exports")) {
      String path = "/api/v1/layers/" + layer + end + "?" + asked;
      Answer refused = end.equals("/size") ? city.client.get(path) : post(path);
      assertThat(refused.status()).as(path).isEqualTo(status);
      assertThat(refused.json().get("detail").asString()).contains(named);
    }
  }

  private byte[] taken(String layer, String asked) throws Exception {
    String path = begun(layer, asked).header("Location");
    assertThat(done(path).get("state").asString()).isEqualTo("done");
    HttpResponse<InputStream> file = city.client.open(city.client.request(path + "/file").build());
    try (InputStream body = file.body()) {
      return body.readAllBytes();
    }
  }

  private Answer begun(String layer, String asked) {
    Answer begun = post("/api/v1/layers/" + layer + "/exports?" + asked);
    assertThat(begun.status()).isEqualTo(202);
    return begun;
  }

  private Answer post(String path) {
    return city.client.method("POST", path);
  }

  private JsonNode done(String path) {
    JsonNode answer = city.client.get(path).json();
    while (List.of("waiting", "running").contains(answer.get("state").asString())) {
      Pause.aMoment();
      answer = city.client.get(path).json();
    }
    return answer;
  }

  private Path exported(String layer, String format, String options) {
    Path file = folder.resolve("exported." + format);
    List<String> arguments =
        new ArrayList<>(List.of("export", layer, "--store", "city.gpkg", "-o", file.toString()));
    if (options != null) {
      arguments.addAll(List.of(options.split(" ", -1)));
    }
    CommandRun run = CommandRun.of(folder, Map.of(), arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return file;
  }

  private static List<List<String>> rows(Path file, String table) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet found = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          Object value = found.getObject(i);
          row.add(
              value instanceof byte[] bytes
                  ? HexFormat.of().formatHex(bytes)
                  : String.valueOf(value));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
