package org.gridwright.api.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Many planners at one draft of a served demo city, each on ground of their own and on the version
 * that their last answer told: edits a second and times of answers, and the proof that none was
 * lost. Times are those of clients on the loopback interface, in this process. The first fifth of
 * the time warms up and is not counted. Arguments: grids, planners, seconds, and the address of a
 * store that holds the city already ("-" or none to make one).
 */
public final class PlannersBench {

  private static final double WARMING_UP = 0.2;

  private final ServedCity city;
  private final int planners;
  private final double seconds;

  private PlannersBench(ServedCity city, int planners, double seconds) {
    this.city = city;
    this.planners = planners;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    int grids = Integer.parseInt(arguments[0]);
    int planners = Integer.parseInt(arguments[1]);
    double seconds = Double.parseDouble(arguments[2]);
    String address = arguments.length > 3 ? arguments[3] : "-";
    try (ServedCity city = ServedCity.demo(grids, address)) {
      new PlannersBench(city, planners, seconds).run();
    }
  }

  private void run() throws Exception {
    String draft = city.draft();
    city.get(draft + "/findings");
    long start = System.nanoTime();
    long counted = start + (long) (WARMING_UP * seconds * 1e9);
    long end = start + (long) (seconds * 1e9);
    List<BusyPlanner> all = begin(draft, end);
    Thread.sleep((counted - System.nanoTime()) / 1_000_000);
    ProcessorShares before = ProcessorShares.now();
    Thread.sleep((end - System.nanoTime()) / 1_000_000);
    ProcessorShares after = ProcessorShares.now();
    for (BusyPlanner each : all) {
      each.join();
    }
    print(all, counted, end, before, after);
    new DraftProof(city, draft).require(all);
    System.out.println("none lost; the draft as stored is its history, and seamless");
  }

  private List<BusyPlanner> begin(String draft, long end) {
    int grids = city.plan().grids().size();
    List<BusyPlanner> all = new ArrayList<>();
    for (int i = 0; i < planners; i++) {
      int from = (int) ((long) grids * i / planners);
      int to = (int) ((long) grids * (i + 1) / planners);
      DrawnEdits drawn = new DrawnEdits(city.plan(), from, to, i);
      all.add(new BusyPlanner(city, draft, "planner-" + i, drawn, end));
    }
    all.forEach(Thread::start);
    return all;
  }

  private void print(
      List<BusyPlanner> all, long counted, long end, ProcessorShares before, ProcessorShares after)
      throws IOException {
    List<BusyPlanner.Answered> answers =
        all.stream()
            .flatMap(each -> each.answered().stream())
            .filter(each -> each.at() >= counted && each.at() < end)
            .toList();
    double[] millis = answers.stream().mapToDouble(BusyPlanner.Answered::millis).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d planners, %d grids: %.0f edits/s; median %.0f ms, p99 %.0f ms, longest %.0f ms;"
            + " processor %.1f ms an edit (%s); %d edits in all, %d conflicts, %d refused%n",
        planners,
        city.plan().grids().size(),
        millis.length / (seconds * (1 - WARMING_UP)),
        at(millis, 0.5),
        at(millis, 0.99),
        at(millis, 1),
        after.millisSince(before) / millis.length,
        after.each(before, millis.length),
        all.stream().mapToInt(each -> each.answered().size()).sum(),
        all.stream().mapToInt(BusyPlanner::conflicts).sum(),
        all.stream().mapToInt(BusyPlanner::refused).sum());
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }
}
