package org.gridwright.core.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.balance.LevelAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Grids that have more or less of something than the theme tolerates. Grids without a number are
 * passed over.
 */
public record UnevenGrids(Measure measure, BalanceGoal goal) implements ServiceRule {

  @Override
  public List<Finding> find(ServedPlan served) {
    Plan plan = served.plan();
    int depth = plan.theme().gridLevel().depth();
    LevelAmounts amounts = GridAmounts.of(plan, measure, source(served)).level(depth);
    PlanBalance balance = PlanBalance.of(amounts, goal);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      served.checkpoint();
      if (balance.isOutside(i)) {
        findings.add(finding(balance, i));
      }
    }
    return findings;
  }

  private Finding finding(PlanBalance balance, int index) {
    Unit grid = balance.amounts().unit(index);
    double deviation = balance.deviation(index).orElseThrow();
    double value = balance.amounts().amount(index).value().map(BigDecimal::doubleValue).orElse(0d);
    return FindingMaker.warning(
        Finding.Kind.BALANCE,
        LatticeJts.toSteps(grid.drawnArea()),
        List.of(grid.code()),
        Finding.Kind.BALANCE.saysOf(
            variant(deviation),
            grid.code(),
            measure.id(),
            Wording.told(Wording.figure(value), balance.amounts().amount(index).isEstimated()),
            Wording.figure(100 * Math.abs(deviation)),
            told(balance.reference())));
  }

  private String variant(double deviation) {
    if (goal.target() == null) {
      return deviation < 0 ? "less" : "";
    }
    return deviation < 0 ? "less-than-target" : "more-than-target";
  }

  private static String told(OptionalDouble reference) {
    return Wording.figure(reference.orElseThrow());
  }

  private Function<Unit, UnitAmount> source(ServedPlan served) {
    if (measure.equals(Measure.AREA)) {
      return UnitAmount::area;
    }
    return measure.isAttribute() ? grid -> UnitAmount.told(grid, measure.id()) : places(served);
  }

  private Function<Unit, UnitAmount> places(ServedPlan served) {
    CityFacts facts = served.facts();
    Points points = measure.equals(Measure.ADDRESSES) ? facts.addresses() : facts.incidents();
    long[] counts = new long[served.grids().size()];
    for (int owner : served.owners(points)) {
      if (owner != Locator.NOBODY) {
        counts[owner - 1]++;
      }
    }
    return grid -> UnitAmount.counted(counts[served.plan().indexOf(grid.depth(), grid.code())]);
  }
}
