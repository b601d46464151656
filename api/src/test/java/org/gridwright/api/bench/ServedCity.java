package org.gridwright.api.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Json;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/** A made-up city in a store of its own, served, and a client of it on the loopback interface. */
public final class ServedCity implements AutoCloseable {

  private final CityClient http;
  private final Path folder;
  private final Plan plan;
  private final Store store;
  private final Server server;

  private ServedCity(Path folder, Plan plan, Store store, Server server) {
    this.folder = folder;
    this.plan = plan;
    this.store = store;
    this.server = server;
    this.http = new CityClient(server.port());
  }

  /**
   * Stores a plan and addresses, serves them and waits until the server is ready.
   *
   * @param address of the store; "-" for a new GeoPackage, which goes when this is closed
   */
  public static ServedCity begin(Plan plan, Stream<Address> addresses, String address)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bench");
    Store store = open(folder, address);
    store.themes().ensure(plan.theme());
    store.addresses().put(addresses.iterator());
    long draft = store.plans().createDraft(plan, Actor.named("bench"), "bench").id();
    store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
    return serve(folder, plan, store);
  }

  /**
   * Serves a demo city and waits until the server is ready.
   *
   * @param address of a store that has one already; "-" to make one in a new GeoPackage, which goes
   *     when this is closed
   */
  static ServedCity demo(int grids, String address) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bench");
    Store store = open(folder, address);
    if (store.themes().all().isEmpty()) {
      DemoCity city = DemoCity.generate(DemoOptions.of(grids, 1), Progress.NONE);
      DemoLoader.load(city, store, Progress.NONE);
    }
    String theme = store.themes().all().get(0).id();
    Plan plan = store.plans().load(store.plans().latest(theme).orElseThrow().id());
    return serve(folder, plan, store);
  }

  private static Store open(Path folder, String address) {
    return Stores.open(address.equals("-") ? folder.resolve("city.gpkg").toString() : address);
  }

  private static ServedCity serve(Path folder, Plan plan, Store store)
      throws IOException, InterruptedException {
    Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    ServedCity city = new ServedCity(folder, plan, store, server);
    while (city.get("/health").statusCode() != 200) {
      Thread.sleep(100);
    }
    return city;
  }

  /** The same plan, whose grids have 200 to 399 households each. */
  public static Plan counted(Plan plan) {
    Random random = new Random(3);
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (Unit grid : plan.grids()) {
      String households = String.valueOf(200 + random.nextInt(200));
      units.add(grid.withAttributes(Map.of(Unit.HOUSEHOLDS, households)));
    }
    return Plan.of(plan.theme(), units);
  }

  /** So many addresses in the rectangle round each grid. */
  public static Stream<Address> addresses(Plan plan, int each) {
    Random random = new Random(4);
    return plan.grids().stream()
        .flatMap(
            grid -> {
              LatticeEnvelope box = grid.drawnArea().envelope();
              return IntStream.range(0, each)
                  .mapToObj(i -> new Address(grid.code() + "-" + i, "at", in(box, random)));
            });
  }

  private static LatticePoint in(LatticeEnvelope box, Random random) {
    return new LatticePoint(
        random.nextInt(box.minX(), box.maxX()), random.nextInt(box.minY(), box.maxY()));
  }

  public Plan plan() {
    return plan;
  }

  /** Where the map application is. */
  public URI root() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  Store store() {
    return store;
  }

  /** The path of a new draft of version 1. */
  public String draft() throws IOException, InterruptedException {
    String made = post("/api/v1/drafts", "{}", 0).body();
    return "/api/v1/drafts/" + Json.MAPPER.readTree(made).get("id").asLong();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.get(path);
  }

  /**
   * @param version that the draft has
   */
  HttpResponse<String> post(String path, String body, long version)
      throws IOException, InterruptedException {
    return http.post(path, body, version);
  }

  @Override
  public void close() throws IOException {
    server.close();
    store.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
