package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.edit.EditablePlan;

/**
 * How much ground grids have.
 *
 * @param version of the theme's rules and facts
 */
record GroundAmounts(String version) implements MeasureSource {

  @Override
  public GridAmounts of(EditablePlan plan) {
    return GridAmounts.of(plan.plan(), Measure.AREA, UnitAmount::area);
  }

  @Override
  public GridAmounts after(EditablePlan before, GridAmounts amounts, EditablePlan now) {
    return amounts.after(now.plan(), UnitAmount::area, List.of());
  }
}
