package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;

/**
 * What a draft changes of its base at one level: what a planner changed, not what merely follows.
 * The outline of an upper unit follows its grids, and the numbers of grids follow the ground.
 *
 * @param units of the level in the draft
 * @param changed in code order
 */
public record LevelChanges(int depth, int units, List<ChangedUnit> changed) {

  public LevelChanges {
    changed = List.copyOf(changed);
  }

  /** What became of a unit. */
  public enum What {
    /** It was not there. */
    NEW("new"),
    /** It is no more, under no code. */
    GONE("gone"),
    /** Of the finest level: its ground is another. */
    REDRAWN("redrawn"),
    /** It has the same ground, but another code, name, parent or label. */
    RELABELLED("relabelled");

    private final String id;

    What(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /**
   * A unit that a planner changed.
   *
   * @param unit as the draft has it; one that is gone, as its base has it
   * @param before code that it had in the base; null for a new one
   */
  public record ChangedUnit(What what, Unit unit, @Nullable String before) {}

  /** Number of units that were not there. */
  public int added() {
    return number(What.NEW);
  }

  /** Number of units that are no more, under no code. */
  public int removed() {
    return number(What.GONE);
  }

  /** Number of units of the finest level whose ground is another. */
  public int redrawn() {
    return number(What.REDRAWN);
  }

  /** Number of units with the same ground, but another code, name, parent or label. */
  public int relabelled() {
    return number(What.RELABELLED);
  }

  private int number(What what) {
    return (int) changed.stream().filter(each -> each.what() == what).count();
  }

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
    List<ChangedUnit> changed = new ArrayList<>();
    for (UnitChange change : changes) {
      Unit before = change.before();
      if (before == null) {
        continue;
      }
      Unit after = came.remove(change.after() == null ? codes.of(change.code()) : change.code());
      if (after == null) {
        changed.add(new ChangedUnit(What.GONE, before, before.code()));
      } else if (finest && !SameGround.is(before.area(), after.area())) {
        changed.add(new ChangedUnit(What.REDRAWN, after, before.code()));
      } else if (!isLabelledAlike(before, after, counted)) {
        changed.add(new ChangedUnit(What.RELABELLED, after, before.code()));
      }
    }
    came.values().forEach(unit -> changed.add(new ChangedUnit(What.NEW, unit, null)));
    changed.sort(Comparator.comparing(each -> each.unit().code(), Plan.CODE_ORDER));
    return new LevelChanges(depth, plan.units(depth).size(), changed);
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
