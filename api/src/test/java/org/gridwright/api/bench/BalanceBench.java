package org.gridwright.api.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Json;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/**
 * How long the balance of a draft takes to be told after an edit: that of a served city whose grids
 * have households, addresses and ground, after splits of random grids, as a client on the loopback
 * interface sees it. Arguments: grids, addresses in each, and how many edits are timed.
 */
public final class BalanceBench {

  private static final int WARM = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Plan plan;
  private final int port;

  private BalanceBench(Plan plan, int port) {
    this.plan = plan;
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    int addresses = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("balance");
    Plan plan = UpperLevels.draw(counted(RandomPartitions.city(grids, 1)));
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      store.themes().ensure(plan.theme());
      store.addresses().put(addresses(plan, addresses).iterator());
      long draft = store.plans().createDraft(plan, Actor.named("bench"), "bench").id();
      store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
      try (Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()))) {
        new BalanceBench(plan, server.port()).run(Integer.parseInt(arguments[2]));
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static Plan counted(Plan plan) {
    Random random = new Random(3);
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (Unit grid : plan.grids()) {
      String households = String.valueOf(200 + random.nextInt(200));
      units.add(grid.withAttributes(Map.of(Unit.HOUSEHOLDS, households)));
    }
    return Plan.of(plan.theme(), units);
  }

  private static Stream<Address> addresses(Plan plan, int each) {
    Random random = new Random(4);
    return plan.grids().stream()
        .flatMap(
            grid -> {
              LatticeEnvelope box = grid.drawnArea().envelope();
              return IntStream.range(0, each)
                  .mapToObj(
                      i ->
                          new Address(
                              grid.code() + "-" + i,
                              "at",
                              new LatticePoint(
                                  random.nextInt(box.minX(), box.maxX()),
                                  random.nextInt(box.minY(), box.maxY()))));
            });
  }

  private void run(int edits) throws IOException, InterruptedException {
    while (send("GET", "/health", "", 0).statusCode() != 200) {
      Thread.sleep(100);
    }
    String made = send("POST", "/api/v1/drafts", "{}", 0).body();
    String draft = "/api/v1/drafts/" + Json.MAPPER.readTree(made).get("id").asLong();
    List<String> asked =
        List.of("measure=households", "measure=addresses", "measure=area", "level=district");
    for (String query : asked) {
      print("first " + query, List.of(time(draft + "/balance?" + query)));
    }
    Map<String, List<Double>> times = new TreeMap<>();
    Random random = new Random(5);
    long version = 1;
    for (int round = 0; round < WARM + edits; round++) {
      Unit grid = plan.grids().get(random.nextInt(plan.grids().size()));
      HttpResponse<String> split = send("POST", draft + "/edits", DrawnEdits.split(grid), version);
      version += split.statusCode() == 200 ? 1 : 0;
      for (String query : asked) {
        double millis = time(draft + "/balance?" + query);
        String what = (round < WARM ? "warming up " : "after an edit ") + query;
        times.computeIfAbsent(what, it -> new ArrayList<>()).add(millis);
      }
    }
    times.forEach(BalanceBench::print);
  }

  private double time(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = send("GET", path, "", 0);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %d, median %.1f ms, p95 %.1f ms, longest %.1f ms%n",
        what,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.95)),
        sorted.get(sorted.size() - 1));
  }

  private HttpResponse<String> send(String method, String path, String body, long version)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
