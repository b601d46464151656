package org.gridwright.core.edit;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Puts a unit below another parent. In scheme {@code cn15} it gets a new code there. */
public record ChangeParentEdit(int depth, String unit, String parent) implements Edit {

  @Override
  public String kind() {
    return "change-parent";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Plan plan = scope.plan();
    Unit was = Units.find(plan, depth, unit);
    if (depth == 0 || plan.unit(depth - 1, parent).isEmpty()) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
    }
    if (parent.equals(was.parentCode())) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    Labelling labels = new Labelling(plan);
    boolean bound = plan.theme().codes() == CodeScheme.CN15;
    labels.move(was, bound ? labels.codes().made(depth, unit, parent) : unit, parent);
    return labels.change();
  }
}
