package org.gridwright.core.edit;

import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Puts a proposal into effect that was worked out elsewhere, once the seam is proved. */
final class ReplaceEdit {

  private ReplaceEdit() {}

  static PlanChange change(EditablePlan plan, Edit.ReplaceAreas edit) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Map.Entry<String, LatticeMultiPolygon> area : edit.areas().entrySet()) {
      Unit unit = Units.grid(plan.plan(), area.getKey());
      box = box.union(unit.drawnArea().envelope()).union(area.getValue().envelope());
    }
    for (String code : edit.removed()) {
      box = box.union(Units.grid(plan.plan(), code).drawnArea().envelope());
    }
    Outcome outcome = new Outcome(plan.plan());
    int depth = plan.plan().theme().gridLevel().depth();
    edit.removed().forEach(code -> outcome.remove(depth, code));
    for (Unit unit : edit.added()) {
      requireParent(plan, unit);
      if (!edit.removed().contains(unit.code())) {
        new NewCodes(plan.plan(), outcome).given(depth, unit.code(), unit.parentCode());
      }
      box = box.union(unit.drawnArea().envelope());
      outcome.put(unit);
    }
    Patch patch = Patch.around(plan, box);
    edit.removed().forEach(patch::remove);
    edit.areas().forEach(patch::put);
    edit.added().forEach(unit -> patch.put(unit.code(), unit.drawnArea()));
    for (Lineage lineage : edit.lineage()) {
      outcome.addLineage(lineage.depth(), lineage.from(), lineage.to());
    }
    patch.finish(outcome);
    return outcome.change();
  }

  private static void requireParent(EditablePlan plan, Unit unit) {
    String parent = unit.parentCode();
    if (parent != null && plan.plan().unit(unit.depth() - 1, parent).isEmpty()) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
    }
  }
}
