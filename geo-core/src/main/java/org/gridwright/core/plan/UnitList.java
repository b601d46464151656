package org.gridwright.core.plan;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Units of a level after a change. Immutable: nobody else has its array. The list after the next
 * change is made of it without another copy.
 */
final class UnitList extends AbstractList<Unit> implements RandomAccess {

  private final Unit[] units;

  /**
   * @param units the list's from now on
   */
  UnitList(Unit[] units) {
    this.units = units;
  }

  /** The units of a list as an array, which must not be changed: it may be the list's own. */
  static Unit[] array(List<Unit> units) {
    return units instanceof UnitList list ? list.units : units.toArray(Unit[]::new);
  }

  @Override
  public Unit get(int index) {
    return units[index];
  }

  @Override
  public int size() {
    return units.length;
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(units, units.length, Object[].class);
  }
}
