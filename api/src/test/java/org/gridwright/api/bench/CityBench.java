package org.gridwright.api.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.bench.AssignBench;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;

/**
 * What a city of one size feels like: the figures that its users wait for, each beside its goal. A
 * figure is that of one run; the machine should have nothing else to do. Clients are on the
 * loopback interface and take a part of the processor. Arguments: grids, a folder where cities are
 * kept ("-" for none), and the names of the figures that are wanted, all of them where there are
 * none.
 */
public final class CityBench {

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

  /** The size beside which others are to stand. */
  private static final int USUAL = 1037;

  private static final int LARGE = 10_000;
  private static final String HEAP = "2g";
  private static final int ROUNDS = 5;

  private final int grids;
  private final Path folder;

  private CityBench(int grids, Path folder) {
    this.grids = grids;
    this.folder = folder;
  }

  /** Measures some of the figures. */
  @FunctionalInterface
  private interface Measuring {
    List<CityFigure> figures() throws IOException, InterruptedException;
  }

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    Path folder =
        arguments[1].equals("-") ? Files.createTempDirectory("cities") : Path.of(arguments[1]);
    List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
    new CityBench(grids, Files.createDirectories(folder)).run(wanted);
  }

  private void run(List<String> wanted) throws Exception {
    Map<String, Measuring> measures = new LinkedHashMap<>();
    measures.put("demo", this::demo);
    measures.put("assign", this::assign);
    measures.put("lookups", this::lookUps);
    measures.put("commands", this::commands);
    measures.put("start", this::start);
    measures.put("served", this::served);
    measures.put("import", this::imported);
    measures.put("planners", this::planners);
    System.out.printf("%,d grids; the last column is 1 or more where the goal is reached%n", grids);
    for (Map.Entry<String, Measuring> each : measures.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(each.getKey())) {
        each.getValue().figures().forEach(CityFigure::print);
      }
    }
  }

  /** Made and stored as the command does it, in this process. */
  private List<CityFigure> demo() throws IOException {
    Path store = Files.createTempDirectory("demo").resolve("city.gpkg");
    long busy = PROCESS.getProcessCpuTime();
    BenchCity.make(grids, store);
    double seconds = (PROCESS.getProcessCpuTime() - busy) / 1e9;
    Files.delete(store);
    return List.of(
        CityFigure.atMost("demo city made and stored, processor time", seconds, "s", 25));
  }

  private List<CityFigure> assign() throws IOException, InterruptedException {
    boolean large = grids > LARGE;
    BenchProcess.Ended ended =
        BenchProcess.run(
            large ? HEAP : "512m",
            AssignBench.class.getName(),
            "5000000",
            String.valueOf(grids),
            "all",
            "addresses");
    return List.of(
        CityFigure.atLeast(
            "assign, all columns, 5 million rows near addresses, third run",
            last("([0-9.]+) million rows/s", ended.said()),
            "million/s",
            large ? 2 : 4));
  }

  /** One point after another, random over the city, by one thread. */
  private List<CityFigure> lookUps() {
    Plan plan = DemoCity.generate(DemoOptions.of(grids, 1), Progress.NONE).plan();
    PackedLocator locator = PackedLocator.of(plan);
    LatticeEnvelope box = plan.envelope();
    Random random = new Random(5);
    int[] x = random.ints(1 << 17, box.minX(), box.maxX()).toArray();
    int[] y = random.ints(1 << 17, box.minY(), box.maxY()).toArray();
    double best = 0;
    long owners = 0;
    for (int round = 0; round < 30; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < x.length; i++) {
        owners += locator.owner(x[i], y[i]);
      }
      best = Math.max(best, x.length * 1e3 / (System.nanoTime() - start));
    }
    if (owners == 0) {
      throw new IllegalStateException("nobody owns anything");
    }
    return List.of(CityFigure.atLeast("look-ups one by one, one core", best, "million/s", 30));
  }

  private List<CityFigure> commands() throws IOException, InterruptedException {
    BenchCity city = city(grids);
    List<Double> version = new ArrayList<>();
    List<Double> locate = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      version.add(BenchProcess.gridwright(HEAP, "--version").seconds());
      locate.add(
          BenchProcess.gridwright(
                  HEAP,
                  "locate",
                  String.valueOf(city.place().lon()),
                  String.valueOf(city.place().lat()),
                  "--store",
                  city.store().toString())
              .seconds());
    }
    return List.of(
        CityFigure.atMost(
            "locate on the command line, to --version",
            median(locate) / median(version),
            "times",
            1.6));
  }

  /** Until the first right answer, beside a city of usual size. */
  private List<CityFigure> start() throws IOException, InterruptedException {
    BenchCity city = city(grids);
    BenchCity usual = city(USUAL);
    List<Double> here = new ArrayList<>();
    List<Double> there = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      here.add(firstAnswer(city));
      there.add(firstAnswer(usual));
    }
    return List.of(
        CityFigure.atMost(
            "serve until the first answer (median of 5 starts), to 1,037 grids",
            median(here) / median(there),
            "times",
            1.3));
  }

  private double firstAnswer(BenchCity city) throws IOException, InterruptedException {
    try (BenchServer server = BenchServer.start(HEAP, city.store())) {
      double seconds = server.firstAnswer(city.locate());
      server.firstAnswer("/health");
      return seconds;
    }
  }

  /** What a server answers, first behind its start, then warm. */
  private List<CityFigure> served() throws IOException, InterruptedException {
    BenchCity city = city(grids);
    try (BenchServer server = BenchServer.start(HEAP, city.store())) {
      server.firstAnswer("/health");
      List<CityFigure> figures = new ArrayList<>(ServedAnswers.first(server));
      figures.addAll(ServedAnswers.warm(server, city));
      return figures;
    }
  }

  /** A file of as many zones as France has communes, or of the city's grids where it has fewer. */
  private List<CityFigure> imported() throws IOException, InterruptedException {
    int zones = Math.min(grids, 35_228);
    Path file = folder.resolve("zones" + zones + ".geojson");
    if (!Files.exists(file)) {
      BenchProcess.gridwright(
          HEAP,
          "export",
          "units",
          "-o",
          file.toString(),
          "--store",
          city(zones).store().toString());
    }
    Path to = Files.createTempDirectory("import").resolve("zones.gpkg");
    double check = BenchProcess.gridwright(HEAP, "check", file.toString()).seconds();
    double imported =
        BenchProcess.gridwright(
                HEAP,
                "import",
                "zones",
                file.toString(),
                "--theme",
                "zones",
                "--levels",
                "zone=code",
                "--publish",
                "--accept",
                "as made",
                "--effective",
                LocalDate.of(2024, 1, 1).toString(),
                "--store",
                to.toString())
            .seconds();
    Files.delete(to);
    return List.of(
        CityFigure.atMost(
            "import of " + zones + " zones, checked and published, to check FILE",
            imported / check,
            "times",
            1.5));
  }

  private List<CityFigure> planners() throws IOException, InterruptedException {
    Path copy = Files.createTempDirectory("planners").resolve("city.gpkg");
    Files.copy(city(grids).store(), copy);
    String said =
        BenchProcess.run(
                "4g",
                PlannersBench.class.getName(),
                String.valueOf(grids),
                "50",
                "30",
                copy.toString())
            .said();
    Files.delete(copy);
    return List.of(
        CityFigure.atLeast(
            "50 planners at one draft, none lost", last("([0-9]+) edits/s", said), "edits/s", 150),
        CityFigure.atMost(
            "the same, 99 % of the answers within", last("p99 ([0-9]+) ms", said), "ms", 1_000));
  }

  private BenchCity city(int size) {
    return BenchCity.in(folder, size);
  }

  private static double last(String pattern, String said) {
    Matcher matcher = Pattern.compile(pattern).matcher(said);
    double last = Double.NaN;
    while (matcher.find()) {
      last = Double.parseDouble(matcher.group(1));
    }
    return last;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
