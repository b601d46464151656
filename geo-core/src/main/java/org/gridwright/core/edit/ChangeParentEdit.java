package org.gridwright.core.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Puts units of one level below another parent. In scheme {@code cn15} they get new codes there, in
 * the order in which they are given. Those that are there already stay.
 *
 * @param units at least one
 * @param parent null for a new one beside the parent of the first unit, whose code and name are
 *     made up
 * @param multipart whether units above may fall into more parts than they had
 */
public record ChangeParentEdit(
    int depth, List<String> units, @Nullable String parent, boolean multipart) implements Edit {

  public ChangeParentEdit {
    units = List.copyOf(units);
    if (units.isEmpty()) {
      throw new IllegalArgumentException("no unit changes its parent");
    }
  }

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
    Labelling labels = new Labelling(scope.plan());
    String receiver = parent == null ? added(scope, labels) : parent;
    Map<String, String> parents = new LinkedHashMap<>();
    units.forEach(unit -> parents.put(unit, receiver));
    labels.moveBelow(depth, parents);
    return labels.changeOfParents(depth, multipart);
  }

  private String added(EditScope scope, Labelling labels) {
    if (depth == 0) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, "");
    }
    List<Unit> moving =
        units.stream().distinct().map(unit -> Units.find(scope.plan(), depth, unit)).toList();
    Unit added = new NewParent(scope.plan(), labels.codes()).of(moving);
    labels.add(added);
    return added.code();
  }
}
