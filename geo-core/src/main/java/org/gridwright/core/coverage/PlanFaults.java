package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Faults of a plan that are not geometric: codes, and upper units that nothing lies below.
 * Immutable.
 */
final class PlanFaults {

  private record Key(int depth, String code) {

    static Key of(Unit unit) {
      return new Key(unit.depth(), unit.code());
    }
  }

  private final Plan plan;
  private final ChildCounts children;
  private final Map<Key, Finding> codeFaults;
  private final Set<Key> empty;
  private final List<Finding> findings;

  private PlanFaults(
      Plan plan,
      ChildCounts children,
      Map<Key, Finding> codeFaults,
      Set<Key> empty,
      Progress progress) {
    this.plan = plan;
    this.children = children;
    this.codeFaults = codeFaults;
    this.empty = empty;
    UnitPlaces places = new UnitPlaces(plan);
    List<Finding> all = new ArrayList<>(codeFaults.values());
    for (Key key : empty) {
      progress.checkpoint();
      all.add(hierarchyFault(plan, unit(plan, key), places));
    }
    this.findings = FindingLists.sorted(all);
  }

  static PlanFaults of(Plan plan, Progress progress) {
    UnitPlaces places = new UnitPlaces(plan);
    ChildCounts children = ChildCounts.of(plan);
    Map<Key, Finding> codeFaults = new HashMap<>();
    Set<Key> empty = new HashSet<>();
    List<Level> levels = plan.theme().levels();
    Steps units =
        progress.steps(levels.stream().mapToInt(it -> plan.units(it.depth()).size()).sum());
    for (Level level : levels) {
      for (Unit unit : plan.units(level.depth())) {
        units.done();
        putCodeFault(plan, unit, places, codeFaults);
        if (!children.hasGrids(unit.depth(), unit.code())) {
          empty.add(Key.of(unit));
        }
      }
    }
    return new PlanFaults(plan, children, codeFaults, empty, progress);
  }

  /** The faults after an edit. Looks at the units that are new, changed, or above those. */
  PlanFaults after(PlanChange change, Plan edited) {
    ChildCounts childrenNow = children.after(change, edited);
    Map<Key, Finding> codesNow = new HashMap<>(codeFaults);
    Set<Key> emptyNow = new HashSet<>(empty);
    UnitPlaces places = new UnitPlaces(edited);
    Set<Key> due = new HashSet<>();
    codeFaults.keySet().stream().filter(key -> unit(plan, key).area() == null).forEach(due::add);
    change.units().forEach(unit -> due.add(new Key(unit.depth(), unit.code())));
    for (Key key : due) {
      codesNow.remove(key);
      edited
          .unit(key.depth(), key.code())
          .ifPresent(unit -> putCodeFault(edited, unit, places, codesNow));
    }
    for (Key key : childrenNow == children ? Set.<Key>of() : keysAndParents(due, edited)) {
      boolean exists = edited.indexOf(key.depth(), key.code()) >= 0;
      if (exists && !childrenNow.hasGrids(key.depth(), key.code())) {
        emptyNow.add(key);
      } else {
        emptyNow.remove(key);
      }
    }
    return new PlanFaults(edited, childrenNow, codesNow, emptyNow, Progress.NONE);
  }

  /** All faults, sorted. */
  List<Finding> findings() {
    return findings;
  }

  /** The keys of units with those of all units above them, before and after. */
  private Set<Key> keysAndParents(Set<Key> keys, Plan edited) {
    Set<Key> all = new HashSet<>(keys);
    for (Key key : keys) {
      for (Plan either : List.of(plan, edited)) {
        either
            .unit(key.depth(), key.code())
            .ifPresent(unit -> either.path(unit).forEach(above -> all.add(Key.of(above))));
      }
    }
    return all;
  }

  private static Unit unit(Plan plan, Key key) {
    return plan.unit(key.depth(), key.code()).orElseThrow();
  }

  private static void putCodeFault(
      Plan plan, Unit unit, UnitPlaces places, Map<Key, Finding> faults) {
    plan.theme()
        .codes()
        .fault(plan.theme(), unit.depth(), unit.code(), unit.parent())
        .ifPresent(
            fault ->
                faults.put(
                    Key.of(unit),
                    FindingMaker.make(
                        Finding.Kind.CODE_FAULT, places.of(unit), List.of(unit.code()), fault)));
  }

  private static Finding hierarchyFault(Plan plan, Unit unit, UnitPlaces places) {
    return FindingMaker.make(
        Finding.Kind.HIERARCHY_FAULT,
        places.of(unit),
        List.of(unit.code()),
        Finding.Kind.HIERARCHY_FAULT.says(
            plan.theme().levels().get(unit.depth()).name(),
            unit.code(),
            plan.theme().gridLevel().name()));
  }
}
