package org.gridwright.api.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.core.Pause;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.jspecify.annotations.Nullable;

/** A demo city of 122 grids in a GeoPackage, served on a free port. */
final class ServedDemo implements AutoCloseable {

  private static final int GRIDS = 122;

  /** The city and the file that holds it, made once and copied for each that is served. */
  private static @Nullable Made made;

  final DemoCity city;
  final Store store;
  private final Locator locator;
  private final int port;
  private Server server;

  private ServedDemo(DemoCity city, Store store, Locator locator) {
    this.city = city;
    this.store = store;
    this.locator = locator;
    this.server = start(store, 0);
    this.port = server.port();
  }

  static ServedDemo in(Path folder) {
    Made city = made();
    Path file = folder.resolve("demo.gpkg");
    try {
      Files.copy(city.file(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServedDemo served = new ServedDemo(city.city(), GeoPackageStores.open(file), city.locator());
    served.awaitReady();
    return served;
  }

  private record Made(DemoCity city, Locator locator, Path file) {}

  private static synchronized Made made() {
    if (made == null) {
      DemoCity city = DemoCity.generate(DemoOptions.of(GRIDS, 1));
      try {
        Path file = Files.createTempDirectory("gridwright-demo-").resolve("demo.gpkg");
        file.getParent().toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        try (Store store = GeoPackageStores.open(file)) {
          DemoLoader.load(city, store, Progress.NONE);
        }
        made = new Made(city, JtsLocator.of(city.plan()), file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Some address, away from the first ones. */
  Address address() {
    return city.addresses().skip(city.addressCount() / 2).findFirst().orElseThrow();
  }

  /**
   * The code of the grid that owns a place and all about a pixel of a map around it; empty where
   * there is none.
   */
  String gridNear(LatticePoint place) {
    int step = 200; // 2 m, a pixel at zoom 16
    int owner = locator.owner(place.x(), place.y());
    for (int dx = -step; dx <= step; dx += step) {
      for (int dy = -step; dy <= step; dy += step) {
        if (locator.owner(place.x() + dx, place.y() + dy) != owner) {
          return "";
        }
      }
    }
    return owner == 0 ? "" : city.plan().grids().get(owner - 1).code();
  }

  /** The code of the grid that owns a place. */
  String gridAt(LatticePoint place) {
    int owner = locator.owner(place.x(), place.y());
    return city.plan().grids().get(owner - 1).code();
  }

  /** The server goes away; the city stays. */
  void stop() {
    server.close();
  }

  /** The server comes back at the same address. */
  void restart() {
    server = start(store, port);
    awaitReady();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  private static Server start(Store store, int port) {
    return Server.start(store, new ServerConfig("127.0.0.1", port, null, "云津市 (Yunjin)"));
  }

  private void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    while (status(http, "health") != 200 || status(http, "api/v1/search?q=x") != 200) {
      Pause.aMoment();
    }
  }

  private int status(HttpClient http, String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(root().resolve(path)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException broken) {
      throw new IllegalStateException(path + " was not answered", broken);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
