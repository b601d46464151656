package org.gridwright.core.divide;

import java.util.List;
import java.util.Map;
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
 * @param touched units beside the redrawn ground that take a new vertex where a cut ends between
 *     the vertices of their border, by code, with the number of vertices; most often empty. Their
 *     outlines are part of the change
 * @param report how good it is
 */
public record Redraw(
    Plan before,
    PlanChange change,
    List<Unit> grids,
    Map<String, Integer> touched,
    RedrawReport report) {

  public Redraw {
    grids = List.copyOf(grids);
    touched = Map.copyOf(touched);
  }

  /** The plan as it would be. */
  public Plan after() {
    return before.with(change);
  }
}
