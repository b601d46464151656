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

  /** With so many counts that differ, all of them are written anew. */
  private static final int MOST_DIFFERENT = 500;

  private final int finest;

  /** By level and code, as they were once; never changed. */
  private final List<Map<String, Integer>> then;

  /** Those that are other numbers now; 0 where none of the units has grids. */
  private final List<Map<String, Integer>> different;

  private ChildCounts(
      int finest, List<Map<String, Integer>> then, List<Map<String, Integer>> different) {
    this.finest = finest;
    this.then = then;
    this.different = different;
  }

  static ChildCounts of(Plan plan) {
    int finest = plan.theme().gridLevel().depth();
    ChildCounts counts = new ChildCounts(finest, noCounts(finest), noCounts(finest));
    for (int depth = finest; depth > 0; depth--) {
      for (Unit unit : plan.units(depth)) {
        counts.add(depth, unit, counts.hasGrids(depth, unit.code()) ? 1 : 0);
      }
    }
    return counts.settled();
  }

  private static List<Map<String, Integer>> noCounts(int levels) {
    List<Map<String, Integer>> none = new ArrayList<>();
    for (int depth = 0; depth < levels; depth++) {
      none.add(new HashMap<>());
    }
    return none;
  }

  /** The same, none of them different. */
  private ChildCounts settled() {
    List<Map<String, Integer>> now = new ArrayList<>();
    for (int depth = 0; depth < finest; depth++) {
      Map<String, Integer> level = new HashMap<>(then.get(depth));
      level.putAll(different.get(depth));
      level.values().removeIf(count -> count == 0);
      now.add(level);
    }
    return new ChildCounts(finest, now, noCounts(finest));
  }

  boolean hasGrids(int depth, String code) {
    return depth == finest || count(depth, code) > 0;
  }

  private int count(int depth, String code) {
    Integer now = different.get(depth).get(code);
    return now != null ? now : then.get(depth).getOrDefault(code, 0);
  }

  /** The counts after a change. Takes time in proportion to it, and now and then to all counts. */
  ChildCounts after(PlanChange change, Plan edited) {
    if (change.units().stream().allMatch(ChildCounts::keepsParent)) {
      return this;
    }
    List<Map<String, Integer>> copy = new ArrayList<>();
    different.forEach(level -> copy.add(new HashMap<>(level)));
    ChildCounts after = new ChildCounts(finest, then, copy);
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
    boolean many = copy.stream().anyMatch(level -> level.size() > MOST_DIFFERENT);
    return many ? after.settled() : after;
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
      String parent = unit.parent().orElseThrow();
      different.get(depth - 1).put(parent, count(depth - 1, parent) + number);
    }
  }
}
