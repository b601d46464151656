package org.gridwright.core.edit;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Gives a unit another code. Units below it follow. */
public record RecodeEdit(int depth, String unit, String code) implements Edit {

  @Override
  public String kind() {
    return "recode";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Unit was = Units.find(scope.plan(), depth, unit);
    if (code.equals(was.code())) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    Labelling labels = new Labelling(scope.plan());
    String parent = was.parentCode();
    labels.move(was, labels.codes().given(depth, code, parent), parent);
    return labels.change();
  }
}
