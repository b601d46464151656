package org.gridwright.data.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.fact.Held;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.draft.Merging.Made;

/**
 * Whether what an edit did to an older version of a draft is what it does now, so that it need not
 * be made again. It is, for a local edit, where all that it changes is as it was, no grid that
 * others changed since, as it was or is, comes near its ground, and none has the same parent.
 */
final class LocalEdits {

  /** Far more than drawn points are drawn to vertices and edges, about a hundred metres. */
  private static final int MARGIN = 10_000;

  private LocalEdits() {}

  /**
   * Whether the change stands on the plan as it is now.
   *
   * @param since what others changed since the version on which it was made
   */
  static boolean stands(EditablePlan now, List<PlanChange> since, Made made) {
    Optional<LatticeEnvelope> drawn = made.edit().reach();
    Plan plan = now.plan();
    int depth = plan.theme().gridLevel().depth();
    PlanChange mine = made.change();
    return drawn.isPresent()
        && mine.voids().isEmpty()
        && since.stream().allMatch(each -> each.voids().isEmpty())
        && mine.units().stream().allMatch(unit -> isAsBefore(plan, unit))
        && grids(mine, depth).allMatch(grid -> liesInDrawnUnits(plan, grid))
        && isAlone(since, mine, drawn.get(), depth)
        && now.knowsFactsAs(made.then());
  }

  /** The parts of a unit that is not drawn are those of all its grids. */
  private static boolean liesInDrawnUnits(Plan plan, Unit grid) {
    String code = grid.parentCode();
    for (int depth = grid.depth() - 1; depth >= 0; depth--) {
      Unit above = code == null ? null : plan.unit(depth, code).orElse(null);
      if (above == null || above.area() == null) {
        return false;
      }
      code = above.parentCode();
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // the very unit, so that nothing of it differs
  private static boolean isAsBefore(Plan now, UnitChange unit) {
    return now.unit(unit.depth(), unit.code()).orElse(null) == unit.before();
  }

  private static boolean isAlone(
      List<PlanChange> since, PlanChange mine, LatticeEnvelope drawn, int depth) {
    Set<String> parents = new HashSet<>();
    LatticeEnvelope ground = drawn;
    for (Unit grid : grids(mine, depth).toList()) {
      parents.add(String.valueOf(grid.parentCode()));
      ground = ground.union(grid.drawnArea().envelope());
      for (Held held : grid.facts().held()) {
        ground = ground.union(held.ground().area().envelope());
      }
    }
    LatticeEnvelope near = widened(ground);
    return since.stream()
        .flatMap(each -> grids(each, depth))
        .noneMatch(
            grid ->
                parents.contains(String.valueOf(grid.parentCode()))
                    || grid.drawnArea().envelope().intersects(near));
  }

  /** The grids that a change names, before it and after it. */
  private static Stream<Unit> grids(PlanChange change, int depth) {
    return change.units().stream()
        .filter(unit -> unit.depth() == depth)
        .flatMap(
            unit ->
                Stream.concat(Stream.ofNullable(unit.before()), Stream.ofNullable(unit.after())));
  }

  private static LatticeEnvelope widened(LatticeEnvelope box) {
    return box.isEmpty()
        ? box
        : new LatticeEnvelope(
            Math.max(box.minX(), Integer.MIN_VALUE + MARGIN) - MARGIN,
            Math.max(box.minY(), Integer.MIN_VALUE + MARGIN) - MARGIN,
            Math.min(box.maxX(), Integer.MAX_VALUE - MARGIN) + MARGIN,
            Math.min(box.maxY(), Integer.MAX_VALUE - MARGIN) + MARGIN);
  }
}
