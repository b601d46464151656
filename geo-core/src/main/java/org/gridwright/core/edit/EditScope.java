package org.gridwright.core.edit;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * A plan on which an edit may be made, since what it draws is within reach of exact arithmetic.
 * Immutable.
 */
public final class EditScope {

  private final EditablePlan editable;
  private final double snapMetres;

  /**
   * @param snapMetres how far drawn points are drawn to vertices, then to edges; 0 or more
   */
  EditScope(EditablePlan editable, double snapMetres) {
    this.editable = editable;
    this.snapMetres = snapMetres;
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

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  Unit grid(String code) {
    return Units.grid(plan(), code);
  }
}
