package org.gridwright.data.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.PlacementBatch;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Address;

/**
 * What bounds the look-ups of a city of some size on this machine: the waits for memory that is as
 * large as the locator's, one after the other and many at a time, and the kernel's copying of bytes
 * in and out; beside them what look-ups take. Processor time of one thread, the best of some
 * rounds. Arguments: grids.
 */
public final class LimitBench {

  private static final int ROUNDS = 7;
  private static final int READS = 1 << 21;
  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 200;

  /** Points of a batch, as in a block of {@code assign}. */
  private static final int BATCH = 20_000;

  private LimitBench() {}

  public static void main(String[] arguments) throws IOException {
    int grids = Integer.parseInt(arguments[0]);
    DemoCity city = DemoCity.generate(DemoOptions.of(grids, 1));
    Plan plan = city.plan();
    PackedLocator locator = PackedLocator.of(plan);
    memory(locator.bytes() + locator.edgeBytes());
    kernel();
    List<LatticePoint> places = city.addresses().map(Address::place).toList();
    Random random = new Random(20);
    int[] x = new int[READS];
    int[] y = new int[READS];
    for (int i = 0; i < READS; i++) {
      LatticePoint place = places.get(random.nextInt(places.size()));
      x[i] = place.x() + random.nextInt(-300, 300);
      y[i] = place.y() + random.nextInt(-300, 300);
    }
    lookUps(locator, x, y);
  }

  /** Reads at random places of an array of so many bytes. */
  private static void memory(long bytes) {
    int size = (int) Math.min(1 << 29, Long.highestOneBit(bytes / Integer.BYTES));
    int[] next = new int[size];
    Random random = new Random(3);
    for (int i = 0; i < size; i++) {
      next[i] = random.nextInt();
    }
    tell(
        "a read of %,d MB that waits for the one before".formatted((4L * size) >> 20),
        best(READS, i -> next[i & (size - 1)], true));
    tell(
        "a read that waits for none", best(READS, i -> next[(i * 0x9E3779B9) & (size - 1)], false));
  }

  private static double best(int reads, IntUnaryOperator read, boolean chained) {
    double best = Double.POSITIVE_INFINITY;
    int sum = 1;
    for (int round = 0; round < ROUNDS; round++) {
      long start = worked();
      for (int i = 0; i < reads; i++) {
        sum += read.applyAsInt(chained ? sum : i + round);
      }
      best = Math.min(best, (double) (worked() - start) / reads);
    }
    return sum == 0 ? Double.NaN : best;
  }

  /** Copies a file as it is, as assign would without a look at it. */
  private static void kernel() throws IOException {
    Path in = Files.createTempFile("limit", ".in");
    Path out = Files.createTempFile("limit", ".out");
    byte[] block = new byte[BLOCK];
    try {
      try (OutputStream to = Files.newOutputStream(in)) {
        for (int i = 0; i < BLOCKS; i++) {
          to.write(block);
        }
      }
      double best = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ROUNDS; round++) {
        long start = worked();
        try (InputStream from = Files.newInputStream(in);
            OutputStream to = Files.newOutputStream(out)) {
          for (int n = from.read(block); n >= 0; n = from.read(block)) {
            to.write(block, 0, n);
          }
        }
        best = Math.min(best, (double) (worked() - start) / BLOCKS / BLOCK);
      }
      tell("a byte read from a file and written to another one", best);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static void lookUps(PackedLocator locator, int[] x, int[] y) {
    int[] owner = new int[BATCH];
    PlacementBatch batch = new PlacementBatch();
    double owners = Double.POSITIVE_INFINITY;
    double one = Double.POSITIVE_INFINITY;
    double all = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = worked();
      for (int i = 0; i + BATCH <= x.length; i += BATCH) {
        locator.place(x, y, i, i + BATCH, batch);
      }
      long placed = worked();
      int sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += locator.owner(x[i], y[i]);
      }
      long asked = worked();
      int[] bx = new int[BATCH];
      int[] by = new int[BATCH];
      for (int i = 0; i + BATCH <= x.length; i += BATCH) {
        System.arraycopy(x, i, bx, 0, BATCH);
        System.arraycopy(y, i, by, 0, BATCH);
        locator.owners(bx, by, 0, BATCH, owner);
      }
      all = Math.min(all, (double) (placed - start) / x.length);
      one = sum == 0 ? one : Math.min(one, (double) (asked - placed) / x.length);
      owners = Math.min(owners, (double) (worked() - asked) / x.length);
    }
    tell("an owner, in batches", owners);
    tell("an owner, one by one", one);
    tell("a placement with everything", all);
  }

  private static void tell(String what, double nanos) {
    System.out.printf(Locale.ROOT, "%-55s %8.2f ns%n", what, nanos);
  }

  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
