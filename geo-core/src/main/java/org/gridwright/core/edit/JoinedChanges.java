package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;

/** Changes made one after the other, joined to one. Not thread-safe. */
final class JoinedChanges {

  private final Plan start;
  private final List<Map<String, Optional<Unit>>> after = new ArrayList<>();
  private final List<Lineage> lineage = new ArrayList<>();

  JoinedChanges(Plan start) {
    this.start = start;
    start.theme().levels().forEach(level -> after.add(new TreeMap<>(Plan.CODE_ORDER)));
  }

  /** Adds the next change. */
  void add(PlanChange change) {
    for (UnitChange unit : change.units()) {
      after.get(unit.depth()).put(unit.code(), Optional.ofNullable(unit.after()));
    }
    change.lineage().forEach(this::add);
  }

  /** Joins a step of lineage with those that led to its units. */
  private void add(Lineage step) {
    Set<String> from = new TreeSet<>(step.from());
    Set<String> to = new TreeSet<>(step.to());
    List<Lineage> before =
        lineage.stream()
            .filter(it -> it.depth() == step.depth())
            .filter(it -> it.to().stream().anyMatch(step.from()::contains))
            .toList();
    lineage.removeAll(before);
    before.forEach(it -> from.removeAll(it.to()));
    for (Lineage each : before) {
      from.addAll(each.from());
      each.to().stream().filter(code -> !step.from().contains(code)).forEach(to::add);
    }
    if (!from.equals(to)) {
      lineage.add(new Lineage(step.depth(), List.copyOf(from), List.copyOf(to)));
    }
  }

  /**
   * What leads from the first plan to the last.
   *
   * @param end the plan after all changes
   */
  PlanChange whole(Plan end) {
    List<UnitChange> units = new ArrayList<>();
    for (int depth = 0; depth < after.size(); depth++) {
      int level = depth;
      after
          .get(depth)
          .forEach(
              (code, unit) -> {
                Unit was = start.unit(level, code).orElse(null);
                Unit is = unit.orElse(null);
                if ((was != null || is != null) && (was == null || !was.equals(is))) {
                  units.add(new UnitChange(was, is));
                }
              });
    }
    return new PlanChange(units, VoidChange.between(start.voids(), end.voids()), lineage);
  }
}
