package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;

/** Writes down as a change of a plan which grids go and which come. */
final class Assembly {

  private final Plan plan;
  private final List<List<Unit>> goneByGroup;
  private final BorderStops stops;
  private final Progress progress;

  /**
   * @param goneByGroup for each group of new grids, the grids whose ground they take
   * @param stops new points on borders, which every unit along them takes
   * @param progress asked at each unit
   */
  Assembly(Plan plan, List<List<Unit>> goneByGroup, BorderStops stops, Progress progress) {
    this.plan = plan;
    this.goneByGroup = goneByGroup;
    this.stops = stops;
    this.progress = progress;
  }

  Redraw redraw(List<NewGrid> grids, List<String> codes, RedrawReport report) {
    int depth = plan.theme().gridLevel().depth();
    Map<String, Unit> gone = new HashMap<>();
    goneByGroup.forEach(group -> group.forEach(unit -> gone.put(unit.code(), unit)));
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      progress.checkpoint();
      NewGrid grid = grids.get(i);
      String code = codes.get(i);
      units.add(unit(depth, grid, code, gone));
    }
    units.sort(Comparator.comparing(Unit::code, Plan.CODE_ORDER));
    List<UnitChange> changes = changes(units, gone);
    List<Redraw.TouchedUnit> touched = addTouched(gone.keySet(), changes);
    return new Redraw(
        plan, PlanChange.ofUnits(changes, lineage(grids, codes)), units, touched, report);
  }

  /**
   * A grid that keeps its code, or just its ground, keeps its name, attributes and facts as well.
   */
  private static Unit unit(int depth, NewGrid grid, String code, Map<String, Unit> gone) {
    Unit heir = grid.heir() == null ? null : gone.get(grid.heir());
    if (heir == null || !(heir.code().equals(code) || grid.from().size() == 1)) {
      return new Unit(depth, code, grid.parent(), code, Map.of(), grid.area());
    }
    String name = heir.name().equals(heir.code()) ? code : heir.name();
    return new Unit(depth, code, grid.parent(), name, heir.attributes(), grid.area(), heir.facts());
  }

  private static List<UnitChange> changes(List<Unit> units, Map<String, Unit> gone) {
    List<UnitChange> changes = new ArrayList<>();
    Map<String, Unit> left = new HashMap<>(gone);
    for (Unit unit : units) {
      Unit before = left.remove(unit.code());
      if (!Objects.equals(before, unit)) {
        changes.add(new UnitChange(before, unit));
      }
    }
    left.values().forEach(unit -> changes.add(UnitChange.removed(unit)));
    return changes;
  }

  /** One line for each set of grids that went on as the same set. */
  private List<Lineage> lineage(List<NewGrid> grids, List<String> codes) {
    int depth = plan.theme().gridLevel().depth();
    Map<List<String>, List<String>> to = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      NewGrid grid = grids.get(i);
      List<String> from =
          goneByGroup.get(grid.group()).size() == 1 || grid.heir() != null
              ? grid.from()
              : goneByGroup.get(grid.group()).stream().map(Unit::code).toList();
      to.computeIfAbsent(from, it -> new ArrayList<>()).add(codes.get(i));
    }
    List<Lineage> lineage = new ArrayList<>();
    to.forEach(
        (from, into) -> {
          if (!from.equals(into)) {
            lineage.add(new Lineage(depth, from, into));
          }
        });
    return lineage;
  }

  private List<Redraw.TouchedUnit> addTouched(Set<String> gone, List<UnitChange> changes) {
    List<Redraw.TouchedUnit> touched = new ArrayList<>();
    if (stops.isEmpty()) {
      return touched;
    }
    LatticeEnvelope box = stops.envelope();
    int finest = plan.theme().gridLevel().depth();
    for (int depth = 0; depth <= finest; depth++) {
      for (Unit unit : plan.units(depth)) {
        progress.checkpoint();
        if (unit.area() != null
            && !(depth == finest && gone.contains(unit.code()))
            && unit.area().envelope().intersects(box)) {
          int vertices = stops.count(unit.area());
          if (vertices > 0) {
            touched.add(new Redraw.TouchedUnit(depth, unit.code(), vertices));
            changes.add(new UnitChange(unit, unit.withArea(stops.insert(unit.area()))));
          }
        }
      }
    }
    return touched;
  }
}
