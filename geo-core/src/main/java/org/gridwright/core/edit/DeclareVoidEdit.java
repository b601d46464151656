package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.VoidChange;

/** Declares that nobody is meant to own an area. */
public record DeclareVoidEdit(DeclaredVoid declared) implements Edit {

  @Override
  public String kind() {
    return "declare-void";
  }

  @Override
  public LatticeEnvelope drawn() {
    return declared.area().envelope();
  }

  @Override
  public PlanChange change(EditScope scope) {
    String name = declared.name();
    Intricacy.require(declared.area(), List.of());
    if (scope.plan().voids().stream().anyMatch(it -> it.name().equals(name))) {
      throw EditRefusedException.at(declared.area(), Refusal.NAME_TAKEN, name);
    }
    return new PlanChange(List.of(), List.of(new VoidChange(null, declared)), List.of());
  }
}
