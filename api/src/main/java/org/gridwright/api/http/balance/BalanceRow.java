package org.gridwright.api.http.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit in the list.
 *
 * @param path from the coarsest level down, the unit last
 * @param bounds {@code [west, south, east, north]}; null for a unit that was not drawn
 * @param value null where the unit has no number
 * @param basis how the number is known; null where there is none
 * @param deviation from the target or mean, as a part of it; null where there is none
 * @param outside whether that is more than the theme tolerates
 */
record BalanceRow(
    String code,
    String name,
    Map<String, String> names,
    List<PathStep> path,
    @Nullable List<Double> bounds,
    @Nullable BigDecimal value,
    @Nullable String basis,
    @Nullable Double deviation,
    boolean outside) {

  /**
   * Some units.
   *
   * @param plan whose units the balance is of
   */
  static List<BalanceRow> of(Plan plan, PlanBalance balance, List<Integer> indexes) {
    return indexes.stream().map(index -> of(plan, balance, index)).toList();
  }

  private static BalanceRow of(Plan plan, PlanBalance balance, int index) {
    Unit unit = balance.amounts().unit(index);
    UnitAmount amount = balance.amounts().amount(index);
    return new BalanceRow(
        unit.code(),
        unit.name(),
        UnitNames.of(unit),
        PathStep.to(plan, unit),
        unit.area() == null ? null : Bounds.of(unit.area().envelope()),
        amount.known(),
        amount.known() == null ? null : amount.basis(),
        DraftBalanceAnswer.orNull(balance.deviation(index)),
        balance.isOutside(index));
  }
}
