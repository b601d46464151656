package org.gridwright.data.draft;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * What a draft changes of its base at one level: what a planner changed, not what merely follows.
 * The outline of an upper unit follows its grids, and the numbers of grids follow the ground.
 *
 * @param units of the level in the draft
 * @param added units that were not there
 * @param removed units that are no more, under no code
 * @param redrawn units of the finest level whose ground is another
 * @param relabelled units with the same ground, but another code, name, parent or label
 */
public record LevelChanges(
    int depth, int units, int added, int removed, int redrawn, int relabelled) {

  /**
   * The changes of all levels, coarse to fine.
   *
   * @param lineage of the edits between the two plans, in their order
   * @param counted attributes that follow the ground, with those that say their days
   */
  static List<LevelChanges> between(
      Plan base, Plan plan, List<List<Lineage>> lineage, Collection<String> counted) {
    List<UnitChange> changes = PlanChange.between(base, plan).units();
    return plan.theme().levels().stream()
        .map(
            level ->
                of(
                    plan,
                    level.depth(),
                    changes.stream().filter(each -> each.depth() == level.depth()).toList(),
                    CodeLineage.of(level.depth(), lineage),
                    counted))
        .toList();
  }

  private static LevelChanges of(
      Plan plan,
      int depth,
      List<UnitChange> changes,
      CodeLineage codes,
      Collection<String> counted) {
    Map<String, Unit> came = new HashMap<>();
    for (UnitChange change : changes) {
      if (change.after() != null) {
        came.put(change.code(), change.after());
      }
    }
    boolean finest = depth == plan.theme().gridLevel().depth();
    int removed = 0;
    int redrawn = 0;
    int relabelled = 0;
    for (UnitChange change : changes) {
      Unit before = change.before();
      if (before == null) {
        continue;
      }
      Unit after = came.remove(change.after() == null ? codes.of(change.code()) : change.code());
      if (after == null) {
        removed++;
      } else if (finest && !SameGround.is(before.area(), after.area())) {
        redrawn++;
      } else if (!isLabelledAlike(before, after, counted)) {
        relabelled++;
      }
    }
    return new LevelChanges(
        depth, plan.units(depth).size(), came.size(), removed, redrawn, relabelled);
  }

  private static boolean isLabelledAlike(Unit before, Unit after, Collection<String> counted) {
    return before.code().equals(after.code())
        && before.name().equals(after.name())
        && Objects.equals(before.parentCode(), after.parentCode())
        && labels(before, counted).equals(labels(after, counted));
  }

  private static Map<String, String> labels(Unit unit, Collection<String> counted) {
    Map<String, String> labels = new TreeMap<>(unit.attributes());
    labels.keySet().removeAll(counted);
    return labels;
  }
}
