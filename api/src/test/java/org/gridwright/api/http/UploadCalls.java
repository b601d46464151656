package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server with an empty store, and what is asked of files that are brought in. */
abstract class UploadCalls {

  static final String SQUARES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"A","district":"N"},"geometry":{"type":"Polygon",
       "coordinates":[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]]]}},
      {"type":"Feature","properties":{"code":"B","district":"N"},"geometry":{"type":"Polygon",
       "coordinates":[[[10.005,50],[10.02,50],[10.02,50.01],[10.005,50.01],[10.005,50]]]}}]}
      """;

  static final String ZONES =
      "'zones':{'theme':'squares','title':'Squares','levels':["
          + "{'level':'district','fields':['district']},{'level':'grid','fields':['code']}]";

  @TempDir Path folder;
  Store store;
  Server server;
  Client client;

  @BeforeEach
  void serveNothing() {
    store = GeoPackageStores.open(folder.resolve("new.gpkg"));
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

  final JsonNode imported(String upload, String body) {
    Answer begun = client.json("POST", upload + "/import", body);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    JsonNode over = over(upload);
    assertThat(over.get("state").asString()).as(over.toString()).isEqualTo("done");
    return over.get("result");
  }

  final JsonNode over(String upload) {
    while (true) {
      JsonNode answer = client.get(upload + "/import").json();
      if (!answer.get("state").asString().matches("waiting|running")) {
        return answer;
      }
      Thread.onSpinWait();
    }
  }

  final String kept(String name, String content) {
    return kept(name, content.getBytes(StandardCharsets.UTF_8));
  }

  final String kept(String name, byte[] content) {
    Answer answer = upload(URLEncoder.encode(name, StandardCharsets.UTF_8), content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.header("Location");
  }

  final Answer upload(String name, byte[] content) {
    return client.post("/api/v1/uploads?name=" + name, "application/octet-stream", content);
  }
}
