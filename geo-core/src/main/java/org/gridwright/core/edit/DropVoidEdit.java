package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.VoidChange;

/** Takes a declared void back. */
public record DropVoidEdit(String name) implements Edit {

  @Override
  public String kind() {
    return "drop-void";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    DeclaredVoid dropped =
        scope.plan().voids().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() -> EditRefusedException.of(Refusal.VOID_UNKNOWN, name));
    return new PlanChange(List.of(), List.of(new VoidChange(dropped, null)), List.of());
  }
}
