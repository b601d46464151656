package org.gridwright.api.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;

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

  private final RequestTimes times = new RequestTimes();
  private final ServedCity city;
  private final Plan plan;
  private final int edits;

  private DraftBench(ServedCity city, int edits) {
    this.city = city;
    this.plan = city.plan();
    this.edits = edits;
  }

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    String address = arguments.length > 1 ? arguments[1] : "-";
    int edits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : EDITS;
    Plan plan = UpperLevels.draw(RandomPartitions.city(grids, 1));
    try (ServedCity city = ServedCity.begin(plan, Stream.empty(), address)) {
      new DraftBench(city, edits).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    String draft = open();
    long version = edits(draft);
    times.time("undo", () -> city.post(draft + "/undo", "", version));
    batch();
    publish();
    times.print();
  }

  private String open() throws IOException, InterruptedException {
    String path = city.draft();
    LatticeEnvelope box = plan.grids().get(0).drawnArea().envelope();
    String bounds =
        box.minX() / 1e7 + "," + box.minY() / 1e7 + "," + box.maxX() / 1e7 + "," + box.maxY() / 1e7;
    times.time("first units of a draft", () -> city.get(path + "/units?bbox=" + bounds));
    times.time("its findings", () -> city.get(path + "/findings"));
    return path;
  }

  private long edits(String draft) throws IOException, InterruptedException {
    DrawnEdits drawn = new DrawnEdits(plan, 5);
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
        times.time(round < WARM ? "warming up" : kind, () -> city.post(draft + "/edits", edit, at));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "processor: %.1f ms an edit; %d ms of pauses for garbage%n",
        (PROCESS.getProcessCpuTime() - busy) / 1e6 / (edits * DrawnEdits.KINDS.size()),
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
    String draft = city.draft();
    StringBuilder edits = new StringBuilder();
    for (int i = 0; i < CHANGED; i++) {
      edits
          .append(i == 0 ? "" : ",")
          .append(DrawnEdits.rename(plan.grids().get(i * 7), "batch " + i));
    }
    String body = "{\"type\":\"batch\",\"edits\":[" + edits + "]}";
    times.time("batch of " + CHANGED, () -> city.post(draft + "/edits", body, 1));
  }

  private void publish() throws IOException, InterruptedException {
    String draft = city.draft();
    long version = 1;
    for (int i = 0; version <= CHANGED; i++) {
      Unit grid = plan.grids().get(i * 7 % plan.grids().size());
      version +=
          city.post(draft + "/edits", DrawnEdits.split(grid), version).statusCode() == 200 ? 1 : 0;
    }
    publish(draft, version);
  }

  private void publish(String draft, long version) throws IOException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Thread asking = new Thread(() -> ask(done));
    asking.start();
    times.time(
        "publish of " + CHANGED + " split grids",
        () -> city.post(draft + "/publish", "{\"effective\":\"2024-06-01\"}", version));
    done.set(true);
    asking.join();
  }

  private void ask(AtomicBoolean done) {
    LatticeEnvelope box = plan.envelope();
    Random random = new Random(6);
    try {
      while (!done.get()) {
        double lon = random.nextInt(box.minX(), box.maxX()) / 1e7;
        double lat = random.nextInt(box.minY(), box.maxY()) / 1e7;
        times.time(
            "look-up meanwhile", () -> city.get("/api/v1/locate?lon=" + lon + "&lat=" + lat));
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
