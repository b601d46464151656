package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.LevelAmounts;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * How evenly new grids are balanced by what they will be told, figured as the balance of any plan
 * is. For one use.
 */
final class ToldReport {

  private final RedrawReport weighed;
  private final List<Unit> made;
  private final List<UnitAmount> amounts;

  /** Positions of the grids of each unit that was balanced by weight. */
  private final Map<String, List<Integer>> groups = new TreeMap<>(Plan.CODE_ORDER);

  private final RedrawReport.Grid[] grids;

  ToldReport(RedrawReport weighed, List<Unit> made, Function<Unit, UnitAmount> told) {
    this.weighed = weighed;
    this.made = made;
    this.amounts = made.stream().map(told).toList();
    this.grids = weighed.grids().toArray(RedrawReport.Grid[]::new);
    for (int i = 0; i < grids.length; i++) {
      groups.computeIfAbsent(grids[i].group(), it -> new ArrayList<>()).add(i);
    }
    groups.values().removeIf(group -> group.stream().allMatch(this::weighsNothing));
    for (int i = 0; i < grids.length; i++) {
      grids[i] = grids[i].with(amounts.get(i), grids[i].deviation());
    }
  }

  private boolean weighsNothing(int index) {
    Double weight = grids[index].weight();
    return weight == null || weight == 0;
  }

  RedrawReport report() {
    for (List<Integer> group : groups.values()) {
      PlanBalance balance = balance(group);
      for (int i = 0; i < group.size(); i++) {
        int at = group.get(i);
        grids[at] = grids[at].with(amounts.get(at), balance.deviation(i).orElse(0));
      }
    }
    PlanBalance all = balance(groups.values().stream().flatMap(List::stream).sorted().toList());
    return new RedrawReport(
        weighed.basis(),
        weighed.tolerance(),
        all.mean().orElse(0),
        IntStream.range(0, grids.length)
            .mapToDouble(i -> Math.abs(grids[i].deviation()))
            .max()
            .orElse(0),
        Math.max(size(all.lowest()), size(all.highest())),
        all.coefficientOfVariation().orElse(0),
        weighed.meanPolsbyPopper(),
        weighed.meanReock(),
        weighed.disconnected(),
        weighed.streetsCut(),
        weighed.streetCuts(),
        weighed.cutMetres(),
        weighed.streetShare(),
        weighed.pointsMoving(),
        weighed.weightMoving(),
        weighed.weightOfPoints(),
        List.of(grids),
        weighed.notes());
  }

  private PlanBalance balance(List<Integer> indices) {
    return PlanBalance.of(
        new LevelAmounts(
            indices.stream().map(made::get).toList(), indices.stream().map(amounts::get).toList()),
        BalanceGoal.NONE);
  }

  private static double size(OptionalDouble deviation) {
    return Math.abs(deviation.orElse(0));
  }
}
