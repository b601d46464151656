package org.gridwright.api.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridwright.data.store.postgis.TestPostgis;

/**
 * Look-ups of a served demo city in times of trouble, one at a time, in turns with the same server
 * left in peace: eight clients that do not read what they asked for, 300 whose bodies come a byte
 * every five seconds, three long pieces of work, and, with its store on PostgreSQL, a database that
 * stands still. Before anything is measured the server is warm: many look-ups, and one turn of each
 * trouble. Arguments: grids, and the seconds that each turn takes. Options for the server's machine
 * are read from {@code GRIDWRIGHT_JAVA_OPTS}; names after them choose some of readers, bodies, work
 * and database. Run by {@code scripts/bench trouble}.
 */
public final class TroubleBench {

  private static final int TURNS = 2;
  private static final int SLOW_READERS = 8;
  private static final int SLOW_BODIES = 300;
  private static final int WARMING_LOOK_UPS = 30_000;

  /** Longer than it takes the server to stop work whose client has gone. */
  private static final Duration PEACE_RETURNS = Duration.ofSeconds(8);

  private TroubleBench() {}

  /** Begins a trouble; closing it ends it. */
  private interface Trouble {
    AutoCloseable begin() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    String grids = arguments[0];
    int seconds = Integer.parseInt(arguments[1]);
    Set<String> chosen = Set.of(Arrays.copyOfRange(arguments, 2, arguments.length));
    Predicate<String> asked = name -> chosen.isEmpty() || chosen.contains(name);
    if (Stream.of("readers", "bodies", "work").anyMatch(asked)) {
      besideAFile(grids, seconds, asked);
    }
    if (asked.test("database")) {
      besideADatabase(grids, seconds);
    }
  }

  private static void besideAFile(String grids, int seconds, Predicate<String> asked)
      throws Exception {
    Path folder = Files.createTempDirectory("bench");
    Path file = folder.resolve("city.gpkg");
    try (CityProcess city = CityProcess.demo(grids, file.toString())) {
      if (asked.test("readers")) {
        compare("8 slow readers", seconds, city, () -> slowReaders(city));
      }
      if (asked.test("bodies")) {
        compare("300 slow bodies", seconds, city, () -> slowBodies(city));
      }
      if (asked.test("work")) {
        compare("3 long pieces of work", seconds, city, () -> longWork(city));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void besideADatabase(String grids, int seconds) throws Exception {
    if (TestPostgis.missing().isPresent()) {
      System.out.println("a database that stands still: " + TestPostgis.missing().get());
      return;
    }
    try (CityProcess city = CityProcess.demo(grids, TestPostgis.newAddress())) {
      compare("a database that stands still", seconds, city, TestPostgis::stopped);
    }
  }

  private static void compare(String what, int seconds, CityProcess city, Trouble trouble)
      throws Exception {
    List<Double> peace = new ArrayList<>();
    List<Double> troubled = new ArrayList<>();
    city.awaitPeace();
    LocateClient.warm(city.port(), WARMING_LOOK_UPS);
    for (int turn = -1; turn < TURNS; turn++) {
      List<Double> before = LocateClient.during(city.port(), seconds);
      List<Double> beside;
      try (AutoCloseable begun = trouble.begin()) {
        beside = LocateClient.during(city.port(), seconds);
      }
      Thread.sleep(PEACE_RETURNS.toMillis());
      city.awaitPeace();
      if (turn >= 0) {
        peace.addAll(before);
        troubled.addAll(beside);
      }
    }
    print(what, sorted(peace), sorted(troubled));
  }

  private static void print(String what, double[] peace, double[] troubled) {
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, p99 %.2f ms, longest %.1f ms (%d look-ups); in peace %.2f, %.2f and"
            + " %.1f ms; p99 %.2f times%n",
        what,
        at(troubled, 0.5),
        at(troubled, 0.99),
        at(troubled, 1),
        troubled.length,
        at(peace, 0.5),
        at(peace, 0.99),
        at(peace, 1),
        at(troubled, 0.99) / at(peace, 0.99));
  }

  private static double[] sorted(List<Double> times) {
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(all);
    return all;
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  private static AutoCloseable slowReaders(CityProcess city) throws Exception {
    OpenSockets sockets = new OpenSockets(city.port());
    for (int i = 0; i < SLOW_READERS; i++) {
      sockets.send("GET /api/v1/layers/units?limit=200000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    return sockets;
  }

  private static AutoCloseable slowBodies(CityProcess city) throws Exception {
    OpenSockets sockets = new OpenSockets(city.port());
    for (int i = 0; i < SLOW_BODIES; i++) {
      sockets.send(
          "POST /api/v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000\r\n\r\n[");
    }
    sockets.trickle();
    return sockets;
  }

  /** Redraws of two districts and the comparison of a draft with the plan, again and again. */
  private static AutoCloseable longWork(CityProcess city) throws Exception {
    List<Thread> busy = new ArrayList<>();
    long draft = city.redrawnDraft();
    for (int i = 0; i < 3; i++) {
      int which = i;
      Thread worker = new Thread(() -> city.askLongWork(draft, which), "long work " + i);
      worker.setDaemon(true);
      worker.start();
      busy.add(worker);
    }
    return () -> {
      for (Thread worker : busy) {
        worker.interrupt();
        worker.join();
      }
    };
  }
}
