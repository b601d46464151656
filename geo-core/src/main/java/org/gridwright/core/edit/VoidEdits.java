package org.gridwright.core.edit;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.VoidChange;

/** Declares voids and takes them back. */
final class VoidEdits {

  private VoidEdits() {}

  static PlanChange declare(Plan plan, Edit.DeclareVoid edit) {
    Intricacy.require(edit.declared().area(), List.of());
    if (find(plan, edit.declared().name()).isPresent()) {
      throw EditRefusedException.at(
          edit.declared().area(), Refusal.NAME_TAKEN, edit.declared().name());
    }
    return change(new VoidChange(null, edit.declared()));
  }

  static PlanChange drop(Plan plan, Edit.DropVoid edit) {
    return find(plan, edit.name())
        .map(declared -> change(new VoidChange(declared, null)))
        .orElseThrow(() -> EditRefusedException.of(Refusal.VOID_UNKNOWN, edit.name()));
  }

  private static Optional<DeclaredVoid> find(Plan plan, String name) {
    return plan.voids().stream().filter(declared -> declared.name().equals(name)).findFirst();
  }

  private static PlanChange change(VoidChange change) {
    return new PlanChange(List.of(), List.of(change), List.of());
  }
}
