package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.DraftStore.Removed;
import org.gridwright.data.store.sql.UnitRows.Content;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * How a plan differs from a published revision, found by merging both in code order. Holds only
 * references to the plan's own units and the codes that went.
 *
 * @param added units that the revision does not have
 * @param changed units that differ in content
 * @param removed units of the revision that the plan no longer has
 */
record DraftDifference(List<Unit> added, List<Unit> changed, List<Removed> removed) {

  static DraftDifference between(
      Handle handle, UnitRows units, PlanKey base, Plan plan, Progress progress) {
    DraftDifference difference =
        new DraftDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      try (ResultIterator<Content> stored = units.contents(handle, base, depth)) {
        difference.merge(depth, plan.units(depth), stored, progress);
      }
    }
    return difference;
  }

  private void merge(
      int depth, List<Unit> units, ResultIterator<Content> stored, Progress progress) {
    int next = 0;
    while (stored.hasNext()) {
      progress.checkpoint();
      Content old = stored.next();
      while (next < units.size() && order(units.get(next), old) < 0) {
        added.add(units.get(next++));
      }
      if (next < units.size() && order(units.get(next), old) == 0) {
        Unit unit = units.get(next++);
        if (!Arrays.equals(UnitRows.digest(unit), old.digest())) {
          changed.add(unit);
        }
      } else {
        removed.add(new Removed(depth, old.code()));
      }
    }
    added.addAll(units.subList(next, units.size()));
  }

  private static int order(Unit unit, Content stored) {
    return Plan.CODE_ORDER.compare(unit.code(), stored.code());
  }
}
