package org.gridwright.core.edit;

import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Makes edits. Pure and thread-safe: the change says what the edit would do, and is made by {@link
 * EditablePlan#after}.
 */
public final class Editing {

  /** Drawn points within this distance of a vertex or an edge are taken to lie on it. */
  public static final double SNAP_METRES = 0.5;

  private Editing() {}

  /** As {@link #change(EditablePlan, Edit, double)}, with {@link #SNAP_METRES}. */
  public static PlanChange change(EditablePlan plan, Edit edit) {
    return change(plan, edit, SNAP_METRES);
  }

  /**
   * As {@link #change(EditablePlan, Edit, double, Progress)}, of which nobody asks how far it is.
   */
  public static PlanChange change(EditablePlan plan, Edit edit, double snapMetres) {
    return change(plan, edit, snapMetres, Progress.NONE);
  }

  /** As {@link #change(EditablePlan, Edit, double, Progress)}, with {@link #SNAP_METRES}. */
  public static PlanChange change(EditablePlan plan, Edit edit, Progress progress) {
    return change(plan, edit, SNAP_METRES, progress);
  }

  /**
   * What an edit does to a plan, and to the facts that stand on its ground.
   *
   * @param snapMetres how far drawn points are drawn to vertices, then to edges; 0 or more
   * @param progress is told how far an edit of a whole plan is, and may stop it
   * @throws EditRefusedException when it makes no sense or would break the seam
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PlanChange change(
      EditablePlan plan, Edit edit, double snapMetres, Progress progress) {
    if (!(snapMetres >= 0)) {
      throw new IllegalArgumentException("a snapping distance is 0 m or more: " + snapMetres);
    }
    Reach.require(plan.plan(), edit.drawn());
    return edit.changeWithFacts(new EditScope(plan, snapMetres, progress));
  }

  /**
   * The blocks of a grid, as {@link TransferBlocksEdit} has them: its pieces between lines.
   *
   * @return valid areas that together are the grid, within rounding where a line meets its outline;
   *     the grid itself where no line divides it
   * @throws EditRefusedException {@code unit-unknown}, {@code too-far-away} or {@code
   *     too-intricate}
   */
  public static List<LatticeMultiPolygon> blocks(
      EditablePlan plan, String unit, List<LatticeLine> lines) {
    Reach.require(plan.plan(), Reach.aroundLines(lines));
    return BlockTransfer.blocks(plan, Units.grid(plan.plan(), unit), lines, SNAP_METRES);
  }

  /** The grids that own places, in code order. */
  public static List<Unit> owners(EditablePlan plan, Collection<LatticePoint> places) {
    PlaceOwners owners = PlaceOwners.near(plan, places);
    return places.stream()
        .flatMap(place -> owners.of(place).stream())
        .distinct()
        .sorted(Plan.CODE_ORDER)
        .map(code -> Units.grid(plan.plan(), code))
        .toList();
  }
}
