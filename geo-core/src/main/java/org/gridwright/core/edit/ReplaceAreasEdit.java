package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Puts a proposal into effect that was worked out elsewhere, such as a repair or a redraw, once the
 * seam is proved.
 *
 * @param areas new areas of grids that stay, by code
 * @param added grids that are new
 * @param removed codes of grids that go
 * @param lineage which became which
 */
public record ReplaceAreasEdit(
    Map<String, LatticeMultiPolygon> areas,
    List<Unit> added,
    List<String> removed,
    List<Lineage> lineage)
    implements Edit {

  public ReplaceAreasEdit {
    areas = Map.copyOf(areas);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    lineage = List.copyOf(lineage);
  }

  @Override
  public String kind() {
    return "replace-areas";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.aroundAreas(areas.values())
        .union(Reach.aroundAreas(added.stream().map(Unit::drawnArea).toList()));
  }

  @Override
  public PlanChange change(EditScope scope) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Map.Entry<String, LatticeMultiPolygon> area : areas.entrySet()) {
      Unit unit = scope.grid(area.getKey());
      box = box.union(unit.drawnArea().envelope()).union(area.getValue().envelope());
    }
    for (String code : removed) {
      box = box.union(scope.grid(code).drawnArea().envelope());
    }
    Outcome outcome = new Outcome(scope.plan());
    int depth = scope.plan().theme().gridLevel().depth();
    removed.forEach(code -> outcome.remove(depth, code));
    for (Unit unit : added) {
      requireParent(scope.plan(), unit);
      if (!removed.contains(unit.code())) {
        new NewCodes(scope.plan(), outcome).given(depth, unit.code(), unit.parentCode());
      }
      box = box.union(unit.drawnArea().envelope());
      outcome.put(unit);
    }
    Patch patch = Patch.around(scope.editable(), box);
    removed.forEach(patch::remove);
    areas.forEach(patch::put);
    added.forEach(unit -> patch.put(unit.code(), unit.drawnArea()));
    for (Lineage step : lineage) {
      outcome.addLineage(step.depth(), step.from(), step.to());
    }
    patch.finish(outcome);
    return outcome.change();
  }

  private static void requireParent(Plan plan, Unit unit) {
    String parent = unit.parentCode();
    if (parent != null && plan.unit(unit.depth() - 1, parent).isEmpty()) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
    }
  }
}
