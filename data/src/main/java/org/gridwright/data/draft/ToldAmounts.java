package org.gridwright.data.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * What grids are told of an extensive attribute.
 *
 * @param version of the theme's rules and facts
 */
record ToldAmounts(Measure measure, String version) implements MeasureSource {

  @Override
  public GridAmounts of(EditablePlan plan) {
    return GridAmounts.of(plan.plan(), measure, told(plan.facts()));
  }

  /** Grids that share a count with one that changed may be told another part of it. */
  @Override
  public GridAmounts after(EditablePlan before, GridAmounts amounts, EditablePlan now) {
    List<UnitChange> changes = MeasureSource.changes(before, now);
    Set<String> sharing = new HashSet<>();
    before
        .facts()
        .sharing(units(changes, UnitChange::before))
        .forEach(it -> sharing.add(it.code()));
    now.facts().sharing(units(changes, UnitChange::after)).forEach(it -> sharing.add(it.code()));
    return amounts.after(now.plan(), told(now.facts()), sharing);
  }

  private static List<Unit> units(
      List<UnitChange> changes, Function<UnitChange, @Nullable Unit> side) {
    return changes.stream().map(side).filter(Objects::nonNull).toList();
  }

  private Function<Unit, UnitAmount> told(PlanFacts facts) {
    return grid -> facts.fact(grid, measure.id()).map(UnitAmount::of).orElse(UnitAmount.UNKNOWN);
  }
}
