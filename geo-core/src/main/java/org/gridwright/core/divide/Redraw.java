package org.gridwright.core.divide;

import java.util.List;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * A proposal; nothing has changed yet. Immutable and safe to use from any thread.
 *
 * @param before the plan that it was made for
 * @param change what turns that plan into the proposed one, lineage included; apply it with {@link
 *     Plan#with}
 * @param grids the new grids in code order
 * @param touched units along the border of the redrawn ground that take new vertices, where a cut
 *     ends between the vertices of that border; most often none. Their outlines are part of the
 *     change
 * @param report how good it is
 */
public record Redraw(
    Plan before,
    PlanChange change,
    List<Unit> grids,
    List<TouchedUnit> touched,
    RedrawReport report) {

  public Redraw {
    grids = List.copyOf(grids);
    touched = List.copyOf(touched);
  }

  /**
   * A unit whose outline takes new vertices and stays the same otherwise.
   *
   * @param vertices how many
   */
  public record TouchedUnit(int depth, String code, int vertices) {}

  /** The plan as it would be. */
  public Plan after() {
    return before.with(change);
  }
}
