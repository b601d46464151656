package org.gridwright.data.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.BulkProgress;
import org.gridwright.data.bulk.BulkSummary;
import org.gridwright.data.bulk.BulkWorkers;
import org.gridwright.data.bulk.CsvJob;
import org.gridwright.data.bulk.CsvSource;
import org.gridwright.data.bulk.CsvStyle;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.model.Address;

/**
 * Assigns the rows of a seeded file of six columns to the demo city's grids, from file to file.
 * Arguments: rows, grids, columns (such as {@code grid}, or {@code all}), and {@code addresses}
 * where the points are to lie within some metres of addresses and not anywhere in the city's
 * rectangle; runs three times.
 */
public final class AssignBench {

  /** Steps from an address, some three metres. */
  private static final int NEAR = 300;

  private AssignBench() {}

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    int grids = Integer.parseInt(arguments[1]);
    Set<PlacedColumn> columns = EnumSet.noneOf(PlacedColumn.class);
    for (String label : arguments[2].split(",", -1)) {
      if (label.equals("all")) {
        columns.addAll(PlacedColumn.ALL);
      } else {
        columns.add(PlacedColumn.of(label).orElseThrow());
      }
    }
    DemoCity city = DemoCity.generate(DemoOptions.of(grids, 1));
    Plan plan = city.plan();
    BulkLimits limits = BulkLimits.forFiles();
    BulkAssigner assigner =
        new BulkAssigner(plan, PackedLocator.of(plan), BulkWorkers.perCore(), limits);
    Path in = Files.createTempFile("assign", ".csv");
    Path out = Files.createTempFile("assigned", ".csv");
    try {
      write(in, arguments.length > 3 ? nearAddresses(city) : anywhere(plan.envelope()), rows);
      for (int run = 0; run < 3; run++) {
        run(assigner, limits, columns, in, out);
      }
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static void run(
      BulkAssigner assigner, BulkLimits limits, Set<PlacedColumn> columns, Path in, Path out)
      throws IOException {
    InputFile file = InputFile.of(in);
    long start = System.nanoTime();
    long startOfWork = worked();
    BulkSummary summary;
    try (InputFile.Bytes bytes = file.openPlain();
        OutputStream to = Files.newOutputStream(out)) {
      CsvSource csv =
          CsvSource.open(
              bytes.stream(), bytes::read, file.source(), TextOptions.DEFAULT, true, limits);
      CsvJob job =
          new CsvJob(csv.column("lon"), csv.column("lat"), -1, columns, CsvStyle.AS_GIVEN, false);
      summary = assigner.csv(csv, job, to, null, Checkpoint.OPEN, BulkProgress.NONE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d rows (%,d in a grid), %.1f MB: %.2f s, %.2f million rows/s, %.0f ns of a core per"
            + " row%n",
        summary.rows(),
        summary.inGrid(),
        Files.size(in) / 1e6,
        seconds,
        summary.rows() / seconds / 1e6,
        (double) (worked() - startOfWork) / summary.rows());
  }

  /** Nanoseconds that the process has had a core; the time on a loaded machine says little. */
  private static long worked() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Function<Random, LatticePoint> anywhere(LatticeEnvelope area) {
    return random ->
        new LatticePoint(
            random.nextInt(area.minX(), area.maxX()), random.nextInt(area.minY(), area.maxY()));
  }

  private static Function<Random, LatticePoint> nearAddresses(DemoCity city) {
    List<LatticePoint> places = city.addresses().map(Address::place).toList();
    return random -> {
      LatticePoint place = places.get(random.nextInt(places.size()));
      return new LatticePoint(
          place.x() + random.nextInt(-NEAR, NEAR), place.y() + random.nextInt(-NEAR, NEAR));
    };
  }

  private static void write(Path file, Function<Random, LatticePoint> points, int rows)
      throws IOException {
    Random random = new Random(20);
    String[] kinds = {"noise", "litter", "\"street, light\"", "water", "parking"};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write("id,time,category,lon,lat,status\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < rows; i++) {
        LatticePoint point = points.apply(random);
        String row =
            i
                + ",2024-03-"
                + (10 + random.nextInt(20))
                + "T08:"
                + (10 + random.nextInt(50))
                + ","
                + kinds[random.nextInt(kinds.length)]
                + ","
                + point.x() / 1e7
                + ","
                + point.y() / 1e7
                + ",open\n";
        out.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
