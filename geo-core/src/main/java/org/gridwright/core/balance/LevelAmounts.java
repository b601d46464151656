package org.gridwright.core.balance;

import java.util.List;
import org.gridwright.core.plan.Unit;

/**
 * How much each unit of a level has. Immutable.
 *
 * @param units in code order
 * @param amounts one for each of them
 */
public record LevelAmounts(List<Unit> units, List<UnitAmount> amounts) {

  public LevelAmounts {
    units = List.copyOf(units);
    amounts = List.copyOf(amounts);
    if (units.size() != amounts.size()) {
      throw new IllegalArgumentException("each unit needs one amount");
    }
  }

  public int size() {
    return units.size();
  }

  public Unit unit(int index) {
    return units.get(index);
  }

  public UnitAmount amount(int index) {
    return amounts.get(index);
  }
}
