package org.gridwright.core.edit;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;

/**
 * Times the simplification of all borders of a plan, several times in one process: always of the
 * plan as it was, and last of what came of that. Arguments: grids of a made-up city, or {@code
 * france} for its communes (108000); how often (3); the limit in metres (2); {@code counted} for
 * grids that have households, divided by ground. Run by {@code scripts/bench simplify}.
 */
public final class SimplifyBench {

  private SimplifyBench() {}

  public static void main(String[] arguments) {
    String what = arguments.length > 0 ? arguments[0] : "108000";
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    double limit = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 2;
    Plan plan =
        what.equals("france")
            ? RealFeatures.plan(
                RealData.folder()
                    .orElseThrow()
                    .resolve("france_communes/communes_metropole_2018.geojson.gz"),
                "insee")
            : UpperLevels.draw(RandomPartitions.city(Integer.parseInt(what), 1));
    if (arguments.length > 3) {
      plan = FactWitness.dressed(plan, 1);
    }
    System.out.printf(
        Locale.ROOT, "%s: %,d grids, %,d corners%n", what, plan.grids().size(), corners(plan));
    Plan after = plan;
    for (int round = 1; round <= rounds; round++) {
      after = simplified(plan, limit, "round " + round);
    }
    simplified(after, limit, "what came of it");
  }

  private static Plan simplified(Plan plan, double limit, String round) {
    long collecting = collecting();
    long begin = System.nanoTime();
    Plan after = plan;
    int units = 0;
    try {
      PlanChange change =
          Editing.change(EditablePlan.of(plan), new SimplifyBordersEdit(0, List.of(), limit));
      units = change.units().size();
      after = plan.with(change);
    } catch (EditRefusedException nothing) {
      System.out.printf("%s: refused, %s%n", round, nothing.reason().id());
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, of these %.1f s for garbage; %,d units changed, %,d corners left%n",
        round,
        (System.nanoTime() - begin) / 1e9,
        (collecting() - collecting) / 1e3,
        units,
        corners(after));
    return after;
  }

  private static long corners(Plan plan) {
    long[] count = new long[1];
    plan.grids().forEach(grid -> grid.drawnArea().forEachRing(ring -> count[0] += ring.size() - 1));
    return count[0];
  }

  /** Milliseconds that the program has stood still for the garbage collector. */
  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
