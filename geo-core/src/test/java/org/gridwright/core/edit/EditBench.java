package org.gridwright.core.edit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Times edits of each kind on a made-up city: the edit, the plan after it, and the check after it.
 * Arguments: grids (108000), edits of each kind (20), and {@code jurisdiction} where the outline of
 * the plan is one. Run by {@code scripts/bench edits}.
 */
public final class EditBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private EditBench() {}

  public static void main(String[] arguments) {
    int grids = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 108_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    Plan start = UpperLevels.draw(RandomPartitions.city(grids, 1));
    long begin = System.nanoTime();
    EditablePlan plan = EditablePlan.of(start);
    LatticeEnvelope corner = start.grids().get(0).drawnArea().envelope();
    plan.gridsNear(corner);
    System.out.printf("%,d grids; found without the index in %.2f ms,", grids, millis(begin));
    begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      plan.gridsNear(corner);
    }
    System.out.printf(" 50 times, the index being built, in %.1f ms%n", millis(begin));
    begin = System.nanoTime();
    CheckedPlan checked = CheckedPlan.of(start, rules(start, arguments));
    System.out.printf("checked in full in %.1f ms%n", millis(begin));
    EditGenerator warm = new EditGenerator(7);
    for (int i = 0; i < 50 * EditGenerator.KINDS.size(); i++) {
      time(plan, warm, EditGenerator.KINDS.get(i % EditGenerator.KINDS.size()), null);
    }
    System.out.println(
        "median ms       edit   of this thread      p95     plan    check   of this thread");
    EditGenerator random = new EditGenerator(1);
    for (String kind : EditGenerator.KINDS) {
      double[][] times = new double[rounds][];
      for (int i = 0; i < rounds; i++) {
        times[i] = time(plan, random, kind, checked);
      }
      System.out.printf(
          "%-14s %6.2f %16.2f %8.2f %8.2f %8.1f %16.2f%n",
          kind,
          at(times, 0, 0.5),
          at(times, 3, 0.5),
          at(times, 0, 0.95),
          at(times, 1, 0.5),
          at(times, 2, 0.5),
          at(times, 4, 0.5));
    }
  }

  /** The standard ones; with the outline of the whole plan as jurisdiction where that is asked. */
  private static CoverageRules rules(Plan plan, String[] arguments) {
    boolean within = arguments.length > 2 && arguments[2].equals("jurisdiction");
    return within
        ? CoverageRules.STANDARD.within(
            UpperLevels.union(plan.units(0).stream().map(Unit::drawnArea).toList()))
        : CoverageRules.STANDARD;
  }

  /**
   * Milliseconds of one edit, of the plan after it and of its check, and of the own thread for the
   * edit and for the check.
   */
  private static double[] time(
      EditablePlan plan, EditGenerator random, String kind, @Nullable CheckedPlan checked) {
    for (int attempt = 0; attempt < 2000; attempt++) {
      Edit edit = random.next(plan, kind);
      try {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        PlanChange change = Editing.change(plan, edit);
        double edited = millis(begin);
        double own = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        begin = System.nanoTime();
        plan.after(change);
        double made = millis(begin);
        begin = System.nanoTime();
        cpu = THREADS.getCurrentThreadCpuTime();
        if (checked != null) {
          checked.after(change);
        }
        double looked = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        return new double[] {edited, made, millis(begin), own, looked};
      } catch (EditRefusedException refused) {
        // the next place is tried
      }
    }
    return new double[5];
  }

  private static double at(double[][] times, int column, double share) {
    double[] sorted = Arrays.stream(times).mapToDouble(row -> row[column]).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private static double millis(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
