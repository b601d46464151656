package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * What a repair would do; nothing has changed yet. Immutable and safe to use from any thread.
 *
 * @param mends what would happen to each piece of ground, from large to small
 * @param moved what would happen to each unit whose outline changes, in code order
 * @param closedSquareMetres what moved vertices would take from outside; 0 unless inlets are closed
 */
public record Proposal(
    Plan before,
    RepairOptions options,
    List<Mend> mends,
    List<Movement> moved,
    double closedSquareMetres,
    Map<String, LatticeMultiPolygon> areas) {

  public Proposal {
    mends = List.copyOf(mends);
    moved = List.copyOf(moved);
    areas = Collections.unmodifiableMap(new TreeMap<>(areas));
  }

  /** Whether nothing would change. */
  public boolean isEmpty() {
    return areas.isEmpty();
  }

  /** As {@link #apply(Progress)}, unwatched. */
  public Repaired apply() {
    return apply(Progress.NONE);
  }

  /**
   * The plan as it would be, checked.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Repaired apply(Progress progress) {
    Plan plan = repairedPlan(progress);
    CoverageRules rules = options.rules();
    return new Repaired(plan, moved, CoverageCheck.of(rules).check(plan, progress));
  }

  private Plan repairedPlan(Progress progress) {
    if (isEmpty()) {
      return before;
    }
    int grids = before.theme().gridLevel().depth();
    List<Unit> units = new ArrayList<>();
    boolean drawn = false;
    for (int depth = 0; depth < grids; depth++) {
      units.addAll(before.units(depth));
      drawn |= before.units(depth).stream().anyMatch(unit -> unit.area() != null);
    }
    for (Unit grid : before.grids()) {
      LatticeMultiPolygon area = areas.get(grid.code());
      units.add(area == null ? grid : grid.withArea(area));
    }
    Plan plan = Plan.of(before.theme(), units, before.voids());
    return drawn ? withUpperLevels(plan, progress) : plan;
  }

  /** The plan with those upper units drawn anew of which a grid has changed. */
  private Plan withUpperLevels(Plan plan, Progress progress) {
    Plan all = UpperLevels.draw(plan, progress);
    List<Unit> units = new ArrayList<>(plan.grids());
    Set<String> changed = new HashSet<>(areas.keySet());
    for (int depth = plan.theme().gridLevel().depth() - 1; depth >= 0; depth--) {
      Set<String> parents = new HashSet<>();
      for (Unit unit : plan.units(depth + 1)) {
        if (changed.contains(unit.code())) {
          unit.parent().ifPresent(parents::add);
        }
      }
      for (Unit unit : plan.units(depth)) {
        boolean anew = unit.area() == null || parents.contains(unit.code());
        units.add(anew ? all.unit(depth, unit.code()).orElseThrow() : unit);
      }
      changed = parents;
    }
    return Plan.of(plan.theme(), units, plan.voids());
  }
}
