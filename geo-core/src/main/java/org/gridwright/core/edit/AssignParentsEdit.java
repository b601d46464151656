package org.gridwright.core.edit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/**
 * Puts many units of one level below parents at once; a parent that is left without children goes.
 * In scheme {@code cn15} units get new codes below their new parents.
 *
 * @param depth level of the units, below the top
 * @param parents code of the parent by code of the unit, in code order; units that are there
 *     already stay
 * @param multipart whether units above may fall into more parts than they had
 */
public record AssignParentsEdit(int depth, Map<String, String> parents, boolean multipart)
    implements Edit {

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
    Labelling labels = new Labelling(scope.plan());
    labels.moveBelow(depth, parents);
    return labels.changeOfParents(depth, multipart);
  }
}
