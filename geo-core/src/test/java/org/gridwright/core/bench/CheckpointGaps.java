package org.gridwright.core.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.gridwright.core.arrangement.EdgeMatching;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.divide.Consolidate;
import org.gridwright.core.divide.ConsolidateOptions;
import org.gridwright.core.divide.Divide;
import org.gridwright.core.divide.DivideOptions;
import org.gridwright.core.divide.RedrawCity;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.Progress;

/**
 * How long work goes on without coming to a checkpoint, and what checkpoints cost. All of it runs
 * on one thread, and time is the processor's, so that what else runs on the machine does not count.
 */
public final class CheckpointGaps {

  private static final int GRIDS_OF_A_COMMUNITY = 9;
  private static final int DIVIDED = 40;

  /** Larger cities are looked at once. */
  private static final int MOST_COMPARED = 2000;

  private static final int ROUNDS = 7;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long last;
  private long longest;
  private long count;

  private CheckpointGaps() {}

  /**
   * Prints the longest gaps.
   *
   * @param args numbers of grids; 1037 and 108000 where there are none
   */
  public static void main(String[] args) {
    for (String grids : args.length == 0 ? new String[] {"1037", "108000"} : args) {
      measure(Integer.parseInt(grids));
    }
  }

  private static void measure(int grids) {
    Plan plan = RandomPartitions.city(grids, 1);
    Plan other = RandomPartitions.city(grids, 2);
    RedrawCity city = RedrawCity.of(Math.max(1, grids / GRIDS_OF_A_COMMUNITY), 1);
    WeightedPoints addresses = city.addresses(5 * grids);
    List<String> some = city.communities().subList(0, Math.min(DIVIDED, city.communities().size()));
    if (grids <= MOST_COMPARED) {
      printCost(grids, "match edges", it -> EdgeMatching.of(areas(plan), it));
      printCost(grids, "divide", it -> divide(city.plan(), some, addresses, it));
    }
    printCost(grids, "full check", it -> CoverageCheck.standard().check(plan, it));
    print(grids, "full check", it -> CoverageCheck.standard().check(plan, it));
    print(grids, "match edges", it -> EdgeMatching.of(areas(plan), it));
    print(grids, "compare", it -> Comparison.of(plan, 1, other, 1, CompareOptions.DEFAULT, it));
    print(grids, "repair", it -> Repair.propose(holed(plan), RepairOptions.STANDARD, it));
    print(grids, "divide", it -> divide(city.plan(), some, addresses, it));
    print(grids, "consolidate", it -> consolidate(city.plan(), some, addresses, it));
  }

  private static void print(int grids, String name, Consumer<Progress> work) {
    CheckpointGaps gaps = new CheckpointGaps();
    ForkJoinPool alone = new ForkJoinPool(1);
    alone.submit(() -> gaps.watch(work)).join();
    alone.shutdown();
    System.out.printf(
        "%,9d grids  %-12s %,12d checkpoints, longest gap %,8.1f ms%n",
        grids, name, gaps.count, gaps.longest / 1e6);
  }

  /** Processor time without and with a look at the flag and the clock, by turns; medians. */
  private static void printCost(int grids, String name, Consumer<Progress> work) {
    Progress watched =
        Progress.of(Cancellation.within(Duration.ofDays(1)), Progress.Listener.NOBODY);
    double[] without = new double[ROUNDS];
    double[] with = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double first = seconds(work, Progress.NONE);
      double second = seconds(work, watched);
      if (round >= 0) {
        without[round] = first;
        with[round] = second;
      }
    }
    Arrays.sort(without);
    Arrays.sort(with);
    System.out.printf(
        "%,9d grids  %-12s %8.3f s unwatched (%.3f to %.3f), %8.3f s watched (%.3f to %.3f)%n",
        grids,
        name,
        without[ROUNDS / 2],
        without[0],
        without[ROUNDS - 1],
        with[ROUNDS / 2],
        with[0],
        with[ROUNDS - 1]);
  }

  private static double seconds(Consumer<Progress> work, Progress progress) {
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      return alone
          .submit(
              () -> {
                long begin = THREADS.getCurrentThreadCpuTime();
                work.accept(progress);
                return (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
              })
          .join();
    } finally {
      alone.shutdown();
    }
  }

  private void watch(Consumer<Progress> work) {
    last = THREADS.getCurrentThreadCpuTime();
    work.accept(Progress.of(this::note, Progress.Listener.NOBODY));
    note();
  }

  private void note() {
    long now = THREADS.getCurrentThreadCpuTime();
    longest = Math.max(longest, now - last);
    last = now;
    count++;
  }

  private static List<LatticeMultiPolygon> areas(Plan plan) {
    return plan.grids().stream().map(Unit::drawnArea).toList();
  }

  /** Without one grid in ten. */
  private static Plan holed(Plan plan) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    plan.grids().stream().filter(it -> !it.code().endsWith("7")).forEach(units::add);
    return Plan.of(plan.theme(), units);
  }

  private static void divide(
      Plan plan, List<String> units, WeightedPoints addresses, Progress progress) {
    Map<String, Integer> parts =
        Divide.allot(plan, 0, units, GRIDS_OF_A_COMMUNITY * units.size(), addresses, progress);
    Divide.propose(plan, DivideOptions.of(0, parts).withWeights(addresses), progress);
  }

  private static void consolidate(
      Plan plan, List<String> units, WeightedPoints addresses, Progress progress) {
    List<String> grids =
        plan.grids().stream()
            .filter(it -> units.contains(it.parentCode()))
            .map(Unit::code)
            .toList();
    Consolidate.propose(
        plan, new ConsolidateOptions(grids, grids.size() / 2, addresses, 0.1, 1), progress);
  }
}
