package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a grid of the part of a drawn area that belongs to nobody.
 *
 * @param code made up where it is null
 * @param parent that of the neighbour with the longest border where it is null
 * @param name the code where it is null
 */
public record AddUnitEdit(
    @Nullable String code, @Nullable String parent, @Nullable String name, LatticeMultiPolygon area)
    implements Edit {

  @Override
  public String kind() {
    return "add-unit";
  }

  @Override
  public LatticeEnvelope drawn() {
    return area.envelope();
  }

  @Override
  public PlanChange change(EditScope scope) {
    LatticeEnvelope box = area.envelope();
    LatticeEnvelope all = box;
    List<String> codes = new ArrayList<>();
    for (Unit grid : scope.editable().gridsNear(box)) {
      codes.add(grid.code());
      all = all.union(grid.drawnArea().envelope());
    }
    Patch patch = Patch.around(scope.editable(), all);
    DividedPatch divided =
        DividedPatch.over(patch, codes, area, Snap.atCornerOf(box, scope.snapMetres()));
    List<Integer> free = new ArrayList<>();
    divided
        .arrangement()
        .boundedFaces()
        .filter(face -> divided.isDrawn(face) && !divided.isOwned(face))
        .forEach(free::add);
    LatticeMultiPolygon ground =
        divided
            .area(free)
            .orElseThrow(() -> EditRefusedException.at(area, Refusal.AREA_CHANGES_NOTHING));
    Outcome outcome = new Outcome(scope.plan());
    Unit added = unit(scope.plan(), ground, patch, new NewCodes(scope.plan(), outcome));
    if (ground.polygons().size() > 1) {
      throw EditRefusedException.at(
          ground, Refusal.UNIT_WOULD_FALL_APART, added.code(), ground.polygons().size());
    }
    outcome.put(added);
    outcome.addLineage(added.depth(), List.of(), List.of(added.code()));
    patch.put(added.code(), ground);
    patch.takeUnneeded();
    patch.finish(outcome);
    return outcome.change();
  }

  private Unit unit(Plan plan, LatticeMultiPolygon ground, Patch patch, NewCodes codes) {
    int depth = plan.theme().gridLevel().depth();
    String above = parent;
    if (above == null) {
      above =
          Units.longestBorder(ground, patch)
              .flatMap(neighbour -> plan.unit(depth, neighbour).flatMap(Unit::parent))
              .orElse(null);
    }
    if (depth > 0 && (above == null || plan.unit(depth - 1, above).isEmpty())) {
      throw EditRefusedException.at(
          ground, Refusal.PARENT_UNKNOWN, Objects.requireNonNullElse(above, ""));
    }
    String own = code;
    if (own == null) {
      String like = plan.theme().codes() == CodeScheme.CN15 ? above + "000" : above;
      own = codes.made(depth, like == null ? plan.theme().id() : like, above);
    } else {
      codes.given(depth, own, above);
    }
    String named = name == null || name.isBlank() ? own : name.strip();
    return new Unit(depth, own, above, named, Map.of(), ground);
  }
}
