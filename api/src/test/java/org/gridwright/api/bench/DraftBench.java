package org.gridwright.api.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Json;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import tools.jackson.databind.JsonNode;

/**
 * A planner at a served city: opens a draft, edits it in every way that {@link DrawnEdits} knows,
 * in turns, and publishes a draft of 100 split grids while look-ups run. Times are those of a
 * client on the loopback interface; processor time is that of this process, client and compiler
 * included. Arguments: grids, the store's address (a new GeoPackage where it is left out or "-"),
 * and how many edits of each kind are timed.
 */
public final class DraftBench {

  private static final int EDITS = 100;
  private static final int WARM = 20;
  private static final int CHANGED = 100;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Plan plan;
  private final int port;

  private final int edits;

  private DraftBench(Plan plan, int port, int edits) {
    this.plan = plan;
    this.port = port;
    this.edits = edits;
  }

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("edits");
    String address =
        arguments.length > 1 && !arguments[1].equals("-")
            ? arguments[1]
            : folder.resolve("city.gpkg").toString();
    int edits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : EDITS;
    Plan plan = UpperLevels.draw(RandomPartitions.city(grids, 1));
    try (Store store = Stores.open(address)) {
      store.themes().ensure(plan.theme());
      long draft = store.plans().createDraft(plan, Actor.named("bench"), "bench").id();
      store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
      try (Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()))) {
        new DraftBench(plan, server.port(), edits).run();
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    while (get("/health").statusCode() != 200) {
      Thread.sleep(100);
    }
    String draft = open();
    long version = edits(draft);
    print("undo", time(() -> post(draft + "/undo", "", version)));
    batch();
    publish();
  }

  /** The path of a new draft. */
  private String draft() throws IOException, InterruptedException {
    JsonNode made = Json.MAPPER.readTree(post("/api/v1/drafts", "{}", 0).body());
    return "/api/v1/drafts/" + made.get("id").asLong();
  }

  private String open() throws IOException, InterruptedException {
    long start = System.nanoTime();
    String path = draft();
    LatticeEnvelope box = plan.grids().get(0).drawnArea().envelope();
    get(
        path
            + "/units?bbox="
            + box.minX() / 1e7
            + ","
            + box.minY() / 1e7
            + ","
            + box.maxX() / 1e7
            + ","
            + box.maxY() / 1e7);
    print("draft opened and its first units drawn", millis(start));
    start = System.nanoTime();
    get(path + "/findings");
    print("its findings", millis(start));
    return path;
  }

  private long edits(String draft) throws IOException, InterruptedException {
    DrawnEdits drawn = new DrawnEdits(plan, 5);
    Map<String, List<Double>> times = new LinkedHashMap<>();
    long version = 1;
    long busy = 0;
    long collecting = 0;
    for (int round = 0; round < WARM + edits; round++) {
      if (round == WARM) {
        busy = PROCESS.getProcessCpuTime();
        collecting = collecting();
      }
      for (String kind : DrawnEdits.KINDS) {
        String edit = drawn.next(kind);
        long at = version++;
        double millis = time(() -> post(draft + "/edits", edit, at));
        times
            .computeIfAbsent(round < WARM ? "warming up" : kind, k -> new ArrayList<>())
            .add(millis);
      }
    }
    int timed = edits * DrawnEdits.KINDS.size();
    times.forEach(DraftBench::print);
    System.out.printf(
        Locale.ROOT,
        "processor: %.1f ms an edit; %d ms of pauses for garbage%n",
        (PROCESS.getProcessCpuTime() - busy) / 1e6 / timed,
        collecting() - collecting);
    return version;
  }

  /** Milliseconds that the program has stood still for the garbage collector. */
  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** In a draft of its own, where every grid is still there. */
  private void batch() throws IOException, InterruptedException {
    String draft = draft();
    StringBuilder edits = new StringBuilder();
    for (int i = 0; i < CHANGED; i++) {
      edits
          .append(i == 0 ? "" : ",")
          .append(DrawnEdits.rename(plan.grids().get(i * 7), "batch " + i));
    }
    String body = "{\"type\":\"batch\",\"edits\":[" + edits + "]}";
    print("batch of " + CHANGED, time(() -> post(draft + "/edits", body, 1)));
  }

  private void publish() throws IOException, InterruptedException {
    String draft = draft();
    long version = 1;
    for (int i = 0; version <= CHANGED; i++) {
      Unit grid = plan.grids().get(i * 7 % plan.grids().size());
      version +=
          post(draft + "/edits", DrawnEdits.split(grid), version).statusCode() == 200 ? 1 : 0;
    }
    publish(draft, version);
  }

  private void publish(String draft, long version) throws IOException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    List<Double> lookUps = Collections.synchronizedList(new ArrayList<>());
    Thread asking = new Thread(() -> ask(done, lookUps));
    asking.start();
    print(
        "publish of " + CHANGED + " split grids",
        time(() -> post(draft + "/publish", "{\"effective\":\"2024-06-01\"}", version)));
    done.set(true);
    asking.join();
    print("look-up meanwhile", lookUps);
  }

  private void ask(AtomicBoolean done, List<Double> times) {
    LatticeEnvelope box = plan.envelope();
    Random random = new Random(6);
    try {
      while (!done.get()) {
        double lon = random.nextInt(box.minX(), box.maxX()) / 1e7;
        double lat = random.nextInt(box.minY(), box.maxY()) / 1e7;
        times.add(time(() -> get("/api/v1/locate?lon=" + lon + "&lat=" + lat)));
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request to be timed. */
  private interface Request {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  private static double time(Request request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = request.send();
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
    return millis(start);
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double millis) {
    System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, millis);
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

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, long version)
      throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
