package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What turns one plan of a theme into another. A value: it can be stored, reversed, and applied by
 * {@link Plan#with}.
 *
 * @param units at most one change for each depth and code; by depth, then code
 * @param voids changes of declared voids
 * @param lineage which units went on as which, where codes came or went; may be empty
 */
public record PlanChange(List<UnitChange> units, List<VoidChange> voids, List<Lineage> lineage) {

  private static final Comparator<UnitChange> ORDER =
      Comparator.comparingInt(UnitChange::depth).thenComparing(UnitChange::code, Plan.CODE_ORDER);

  public static final PlanChange NONE = new PlanChange(List.of(), List.of(), List.of());

  /**
   * @throws IllegalArgumentException when a unit is changed twice
   */
  public PlanChange {
    units = units.stream().sorted(ORDER).toList();
    voids = List.copyOf(voids);
    lineage = List.copyOf(lineage);
    for (int i = 1; i < units.size(); i++) {
      if (ORDER.compare(units.get(i - 1), units.get(i)) == 0) {
        throw new IllegalArgumentException("'" + units.get(i).code() + "' is changed twice");
      }
    }
  }

  public static PlanChange ofUnits(List<UnitChange> units, List<Lineage> lineage) {
    return new PlanChange(units, List.of(), lineage);
  }

  /**
   * The differences of two plans of one theme, without lineage. Takes time linear in their units;
   * units that are the same object are not looked into.
   */
  public static PlanChange between(Plan from, Plan to) {
    List<UnitChange> units = new ArrayList<>();
    for (Level level : from.theme().levels()) {
      addDifferences(from.units(level.depth()), to.units(level.depth()), units);
    }
    return new PlanChange(units, VoidChange.between(from.voids(), to.voids()), List.of());
  }

  /**
   * What several changes do one after the other, without their lineage; takes time in proportion to
   * them.
   */
  public static PlanChange together(List<PlanChange> steps) {
    record Key(int depth, String code) {}
    Map<Key, UnitChange> units = new HashMap<>();
    List<VoidChange> voids = new ArrayList<>();
    for (PlanChange step : steps) {
      for (UnitChange unit : step.units()) {
        units.merge(
            new Key(unit.depth(), unit.code()),
            unit,
            (first, next) -> first.then(next).orElse(null));
      }
      step.voids().forEach(each -> addTo(voids, each));
    }
    return new PlanChange(List.copyOf(units.values()), voids, List.of());
  }

  private static void addTo(List<VoidChange> voids, VoidChange next) {
    for (int i = 0; next.before() != null && i < voids.size(); i++) {
      VoidChange first = voids.get(i);
      if (next.before().equals(first.after())) {
        voids.remove(i);
        if (first.before() != null || next.after() != null) {
          voids.add(i, new VoidChange(first.before(), next.after()));
        }
        return;
      }
    }
    voids.add(next);
  }

  /** What leads back. */
  public PlanChange reversed() {
    return new PlanChange(
        units.stream().map(UnitChange::reversed).toList(),
        voids.stream().map(VoidChange::reversed).toList(),
        lineage.stream().map(Lineage::reversed).toList());
  }

  public boolean isEmpty() {
    return units.isEmpty() && voids.isEmpty();
  }

  @SuppressWarnings("ReferenceEquality") // the same unit is not compared
  private static void addDifferences(
      List<Unit> level, List<Unit> changed, List<UnitChange> changes) {
    Unit[] from = UnitList.array(level);
    Unit[] to = UnitList.array(changed);
    int next = 0;
    for (Unit before : from) {
      if (next < to.length && to[next] == before) {
        next++;
        continue;
      }
      while (next < to.length && order(to[next], before) < 0) {
        changes.add(UnitChange.added(to[next++]));
      }
      if (next == to.length || order(to[next], before) > 0) {
        changes.add(UnitChange.removed(before));
      } else if (!Objects.equals(to[next++], before)) {
        changes.add(new UnitChange(before, to[next - 1]));
      }
    }
    for (; next < to.length; next++) {
      changes.add(UnitChange.added(to[next]));
    }
  }

  private static int order(Unit a, Unit b) {
    return Plan.CODE_ORDER.compare(a.code(), b.code());
  }
}
