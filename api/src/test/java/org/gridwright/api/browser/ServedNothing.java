package org.gridwright.api.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.core.Pause;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;

/** A store that holds nothing yet, served on a free port. */
final class ServedNothing implements AutoCloseable {

  final Store store;
  private final Server server;

  private ServedNothing(Store store) throws Exception {
    this.store = store;
    this.server = Server.start(store, new ServerConfig("127.0.0.1", 0, null, null));
    HttpRequest health = HttpRequest.newBuilder(root().resolve("health")).build();
    HttpClient http = HttpClient.newHttpClient();
    while (http.send(health, BodyHandlers.discarding()).statusCode() != 200) {
      Pause.aMoment();
    }
  }

  static ServedNothing in(Path folder) throws Exception {
    return new ServedNothing(GeoPackageStores.open(folder.resolve("new.gpkg")));
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
