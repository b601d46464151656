package org.gridwright.core.edit;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * A plan on which an edit may be made, since what it draws is within reach of exact arithmetic.
 * Immutable.
 */
public final class EditScope {

  private final EditablePlan editable;
  private final double snapMetres;
  private final Progress progress;

  /**
   * @param snapMetres how far drawn points are drawn to vertices, then to edges; 0 or more
   * @param progress what long edits tell and ask on the way
   */
  EditScope(EditablePlan editable, double snapMetres, Progress progress) {
    this.editable = editable;
    this.snapMetres = snapMetres;
    this.progress = progress;
  }

  EditablePlan editable() {
    return editable;
  }

  Plan plan() {
    return editable.plan();
  }

  double snapMetres() {
    return snapMetres;
  }

  Progress progress() {
    return progress;
  }

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  Unit grid(String code) {
    return Units.grid(plan(), code);
  }
}
