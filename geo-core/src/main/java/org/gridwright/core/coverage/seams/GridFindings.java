package org.gridwright.core.coverage.seams;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.work.Progress;

/**
 * What is wrong with single grids whatever the rules: rings that are not valid, and declared voids
 * under them. Immutable.
 *
 * @param rings sorted
 * @param overVoids sorted
 */
public record GridFindings(List<Finding> rings, List<Finding> overVoids) {

  /**
   * The findings of all grids.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static GridFindings of(PlanSeams plan, Progress progress) {
    return new GridFindings(rings(plan, all(plan)), overVoids(plan, all(plan), progress));
  }

  /**
   * The findings after an edit.
   *
   * @param now the plan after it
   * @param sameVoids whether no void was declared or dropped
   * @param touched codes of the grids that were changed, added or removed
   */
  public GridFindings after(
      PlanSeams now, boolean sameVoids, Renumbering renumbering, Set<String> touched) {
    int[] fresh = renumbering.fresh();
    return new GridFindings(
        replaced(rings, touched, rings(now, fresh)),
        sameVoids
            ? replaced(overVoids, touched, overVoids(now, fresh, Progress.NONE))
            : overVoids(now, all(now), Progress.NONE));
  }

  private static int[] all(PlanSeams plan) {
    return IntStream.range(0, plan.plan().grids().size()).toArray();
  }

  private static List<Finding> replaced(
      List<Finding> known, Set<String> touched, List<Finding> found) {
    return FindingLists.replaced(known, finding -> touched.contains(finding.units().get(0)), found);
  }

  private static List<Finding> overVoids(PlanSeams plan, int[] grids, Progress progress) {
    return new VoidFinder(
            plan.plan(), plan.voids(), plan.rules().smallestSquareMetres(), plan.ringFaults())
        .findings(grids, progress);
  }

  private static List<Finding> rings(PlanSeams plan, int[] grids) {
    return plan.ringFaults().byGrid().isEmpty()
        ? List.of()
        : FindingLists.sorted(
            IntStream.of(grids)
                .filter(plan.ringFaults().byGrid()::containsKey)
                .mapToObj(grid -> invalidRing(plan, grid))
                .toList());
  }

  private static Finding invalidRing(PlanSeams plan, int grid) {
    return RingFaults.finding(
        plan.plan().theme().gridLevel().name(),
        plan.code(grid),
        Objects.requireNonNull(plan.ringFaults().byGrid().get(grid)));
  }
}
