package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/** Several edits, each on the outcome of the one before; all or none. */
public record BatchEdit(List<Edit> edits) implements Edit {

  public BatchEdit {
    edits = List.copyOf(edits);
  }

  @Override
  public String kind() {
    return "batch";
  }

  /** Nothing: each of the edits is looked at when its turn comes. */
  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public boolean isLong(Plan plan) {
    return edits.stream().anyMatch(each -> each.isLong(plan));
  }

  @Override
  public PlanChange change(EditScope scope) {
    JoinedChanges joined = new JoinedChanges(scope.plan());
    EditablePlan current = scope.editable();
    for (Edit each : edits) {
      PlanChange change = Editing.change(current, each, scope.snapMetres(), scope.progress());
      joined.add(change);
      current = current.after(change);
    }
    PlanChange whole = joined.whole(current.plan());
    if (whole.isEmpty()) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    return whole;
  }

  /** Each of the edits carries the facts that it moves. */
  @Override
  public PlanChange changeWithFacts(EditScope scope) {
    return change(scope);
  }
}
