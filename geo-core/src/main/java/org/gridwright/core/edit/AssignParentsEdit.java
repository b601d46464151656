package org.gridwright.core.edit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Puts many units of one level below parents at once; a parent that is left without children goes.
 * In scheme {@code cn15} units get new codes below their new parents.
 *
 * @param depth level of the units, below the top
 * @param parents code of the parent by code of the unit, in code order; units that are there
 *     already stay
 */
public record AssignParentsEdit(int depth, Map<String, String> parents) implements Edit {

  public AssignParentsEdit {
    Map<String, String> ordered = new TreeMap<>(Plan.CODE_ORDER);
    ordered.putAll(parents);
    parents = Collections.unmodifiableMap(ordered);
  }

  @Override
  public String kind() {
    return AssignBlocksEdit.KIND;
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Plan plan = scope.plan();
    boolean bound = plan.theme().codes() == CodeScheme.CN15;
    Labelling labels = new Labelling(plan);
    parents.forEach(
        (code, parent) -> {
          Unit unit = Units.find(plan, depth, code);
          if (depth == 0 || plan.unit(depth - 1, parent).isEmpty()) {
            throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
          }
          if (!parent.equals(unit.parentCode())) {
            String own = bound ? labels.codes().made(depth, code, parent) : code;
            labels.move(unit, own, parent);
          }
        });
    PlanChange change = labels.change();
    if (change.isEmpty()) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    return change;
  }
}
