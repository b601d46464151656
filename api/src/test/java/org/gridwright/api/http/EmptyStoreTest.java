package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.api.http.contract.Operation;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on a store that holds nothing answers everything, if only with a sentence. */
class EmptyStoreTest {

  private static final long NO_DRAFT = 1;

  @TempDir Path folder;

  @Test
  void everyOperationIsAnsweredAsDocumented() {
    try (Store store = GeoPackageStores.open(folder.resolve("new.gpkg"));
        Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()))) {
      Client client = new Client(server.port());
      while (client.get("/health").status() != 200
          || client.get("/api/v1/search?q=x").status() != 200) {
        Thread.onSpinWait();
      }
      for (Operation operation : ApiDocument.SERVED.operations()) {
        if (!operation.id().equals("openEvents")) { // endless where it is answered
          Client.Answer answer = client.send(SoundRequest.of(operation, NO_DRAFT), "If-Match", "*");
          assertThat(answer.status()).as("%s: %s", operation.id(), answer.body()).isLessThan(500);
        }
      }
      assertThat(client.get("/api/v1/locate?lon=10&lat=50").body()).contains("no theme yet");
      assertThat(client.get("/api/v1/themes").json().get("themes")).isEmpty();
    }
  }
}
