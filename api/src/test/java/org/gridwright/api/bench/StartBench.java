package org.gridwright.api.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.cli.Main;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/**
 * How long {@code serve} takes from the start of its process until its first right answer to a
 * look-up, and until it is ready, with a file of the plan beside the store and without one, by
 * turns, for demo cities of two sizes. Each process has 2 GiB of heap.
 */
final class StartBench {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final String heap;

  private StartBench(Path folder, String heap) {
    this.folder = folder;
    this.heap = heap;
  }

  /** One start. */
  private record Times(double firstAnswer, double ready) {}

  /** A city with its store, a place in it, and the file beside the store. */
  private record City(int grids, Path store, Path beside, String place) {}

  /**
   * Runs the benchmark.
   *
   * @param arguments rounds, heap of a server such as 2g, a folder where cities are kept, numbers
   *     of grids (1,037 and 108,000 where there are none)
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    StartBench bench = new StartBench(folder, arguments[1]);
    List<City> cities = new ArrayList<>();
    List<String> asked = Arrays.asList(arguments).subList(3, arguments.length);
    for (String grids : asked.isEmpty() ? List.of("1037", "108000") : asked) {
      cities.add(bench.city(Integer.parseInt(grids)));
    }
    bench.run(cities, Integer.parseInt(arguments[0]));
  }

  private void run(List<City> cities, int rounds) throws Exception {
    for (City city : cities) {
      start(city, "");
      while (!Files.exists(city.beside())) {
        start(city, "");
      }
    }
    for (int round = 1; round <= rounds; round++) {
      for (City city : cities) {
        String right = answer(city);
        Times with = start(city, right);
        Path aside = city.beside().resolveSibling("aside");
        Files.move(city.beside(), aside);
        Times without = start(city, right);
        Files.deleteIfExists(city.beside());
        Files.move(aside, city.beside());
        System.out.printf(
            Locale.ROOT,
            "%d %,d grids: first answer %.2f s, ready %.2f s; without a file %.2f and %.2f s%n",
            round,
            city.grids(),
            with.firstAnswer(),
            with.ready(),
            without.firstAnswer(),
            without.ready());
      }
    }
  }

  private City city(int grids) {
    Path path = folder.resolve("city" + grids + ".gpkg");
    try (Store store = Stores.open(path.toString())) {
      if (store.themes().all().isEmpty()) {
        DemoLoader.load(
            DemoCity.generate(DemoOptions.of(grids, 1), Progress.NONE), store, Progress.NONE);
      }
      String theme = store.themes().all().get(0).id();
      Plan plan = store.plans().load(store.plans().latest(theme).orElseThrow().id());
      LatticeEnvelope box = plan.grids().get(grids / 2).drawnArea().envelope();
      LatticePoint middle =
          new LatticePoint(
              (int) (((long) box.minX() + box.maxX()) / 2),
              (int) (((long) box.minY() + box.maxY()) / 2));
      return new City(
          grids,
          path,
          folder.resolve("city" + grids + "." + theme + ".gwl"),
          "lon=" + middle.lon() + "&lat=" + middle.lat());
    }
  }

  /** What a server says that has read its plan. */
  private String answer(City city) throws Exception {
    int port = freePort();
    Process server = serve(city, port);
    try {
      await(port, "/health");
      return get(port, "/api/v1/locate?" + city.place()).body();
    } finally {
      end(server);
    }
  }

  /**
   * @param right the answer; where it is empty, the server goes on until the file is there
   */
  private Times start(City city, String right) throws Exception {
    int port = freePort();
    long begun = System.nanoTime();
    Process server = serve(city, port);
    try {
      HttpResponse<String> first = await(port, "/api/v1/locate?" + city.place());
      double firstAnswer = seconds(begun);
      if (!right.isEmpty() && !first.body().equals(right)) {
        throw new IllegalStateException("not the right answer: " + first.body());
      }
      await(port, "/health");
      double ready = seconds(begun);
      long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (right.isEmpty() && !Files.exists(city.beside()) && System.nanoTime() < patience) {
        Thread.sleep(100);
      }
      return new Times(firstAnswer, ready);
    } finally {
      end(server);
    }
  }

  private HttpResponse<String> await(int port, String path) throws Exception {
    while (true) {
      try {
        HttpResponse<String> answer = get(port, path);
        if (answer.statusCode() == 200) {
          return answer;
        }
      } catch (IOException notYet) {
        // nobody listens so far
      }
      Thread.sleep(10);
    }
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private Process serve(City city, int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--store",
            city.store().toString(),
            "--port",
            String.valueOf(port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process server) throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
