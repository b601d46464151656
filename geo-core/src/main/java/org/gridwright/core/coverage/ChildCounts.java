package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * For each unit above the finest level how many of the units one level below it have grids (a grid
 * counts as having one). Immutable.
 */
final class ChildCounts {

  private final int finest;
  private final List<Map<String, Integer>> byLevel;

  private ChildCounts(int finest, List<Map<String, Integer>> byLevel) {
    this.finest = finest;
    this.byLevel = byLevel;
  }

  static ChildCounts of(Plan plan) {
    int finest = plan.theme().gridLevel().depth();
    List<Map<String, Integer>> byLevel = new ArrayList<>();
    for (int depth = 0; depth < finest; depth++) {
      byLevel.add(new HashMap<>());
    }
    ChildCounts counts = new ChildCounts(finest, byLevel);
    for (int depth = finest; depth > 0; depth--) {
      for (Unit unit : plan.units(depth)) {
        counts.add(depth, unit, counts.hasGrids(depth, unit.code()) ? 1 : 0);
      }
    }
    return counts;
  }

  boolean hasGrids(int depth, String code) {
    return depth == finest || byLevel.get(depth).containsKey(code);
  }

  /** The counts after a change. Takes time in proportion to it and to the units above the grids. */
  ChildCounts after(PlanChange change, Plan edited) {
    if (change.units().stream().allMatch(ChildCounts::keepsParent)) {
      return this;
    }
    List<Map<String, Integer>> copy = new ArrayList<>();
    byLevel.forEach(level -> copy.add(new HashMap<>(level)));
    ChildCounts after = new ChildCounts(finest, copy);
    Map<String, UnitChange> due = new HashMap<>();
    for (int depth = finest; depth > 0; depth--) {
      for (UnitChange unit : change.units()) {
        if (unit.depth() == depth) {
          due.put(unit.code(), unit);
        }
      }
      Map<String, UnitChange> above = new HashMap<>();
      for (UnitChange unit : due.values()) {
        Unit was = unit.before();
        Unit is = unit.after();
        if (was != null && hasGrids(depth, was.code())) {
          after.add(depth, was, -1);
          putParent(was, edited, above);
        }
        if (is != null && after.hasGrids(depth, is.code())) {
          after.add(depth, is, 1);
          putParent(is, edited, above);
        }
      }
      due = above;
    }
    return after;
  }

  /** A parent may have got its first grid, or lost its last, without being changed itself. */
  private static void putParent(Unit child, Plan edited, Map<String, UnitChange> above) {
    String code = child.parent().orElseThrow();
    edited
        .unit(child.depth() - 1, code)
        .ifPresent(same -> above.put(code, new UnitChange(same, same)));
  }

  private static boolean keepsParent(UnitChange change) {
    return change.before() != null
        && change.after() != null
        && change.before().parent().equals(change.after().parent());
  }

  private void add(int depth, Unit unit, int number) {
    if (number != 0) {
      byLevel
          .get(depth - 1)
          .merge(
              unit.parent().orElseThrow(),
              number,
              (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    }
  }
}
