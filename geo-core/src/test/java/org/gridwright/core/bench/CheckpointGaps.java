package org.gridwright.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.gridwright.core.work.Progress;

/** How long work of the core goes on without coming to a checkpoint, and what checkpoints cost. */
public final class CheckpointGaps {

  private static final int GRIDS_OF_A_COMMUNITY = 9;
  private static final int DIVIDED = 40;

  /** Larger cities are looked at once. */
  private static final int MOST_COMPARED = 2000;

  private static final int ROUNDS = 7;

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
    Gaps.print(grids + " grids, " + name, work);
  }

  private static void printCost(int grids, String name, Consumer<Progress> work) {
    Gaps.printCost(grids + " grids, " + name, work, ROUNDS);
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
