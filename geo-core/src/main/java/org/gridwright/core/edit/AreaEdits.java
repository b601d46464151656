package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Gives drawn ground to a grid: from others, or from nobody. */
final class AreaEdits {

  private AreaEdits() {}

  static PlanChange transfer(EditablePlan plan, Edit.Transfer edit, double snapMetres) {
    Unit to = Units.grid(plan.plan(), edit.to());
    edit.from().forEach(code -> Units.grid(plan.plan(), code));
    LatticeEnvelope box = edit.area().envelope();
    List<String> codes = new ArrayList<>(List.of(to.code()));
    LatticeEnvelope all = to.drawnArea().envelope();
    for (Unit grid : plan.gridsNear(box)) {
      boolean gives = edit.from().isEmpty() || edit.from().contains(grid.code());
      if (gives && grid != to) {
        codes.add(grid.code());
        all = all.union(grid.drawnArea().envelope());
      }
    }
    Patch patch = Patch.around(plan, all);
    DividedPatch divided = DividedPatch.over(patch, codes, edit.area(), snap(box, snapMetres));
    Map<String, List<Integer>> faces = new TreeMap<>(Plan.CODE_ORDER);
    boolean moved = false;
    for (int grid = 0; grid < codes.size(); grid++) {
      for (int face : divided.facesOf(grid)) {
        boolean moves = grid > 0 && divided.isDrawn(face);
        moved |= moves;
        faces.computeIfAbsent(codes.get(moves ? 0 : grid), it -> new ArrayList<>()).add(face);
      }
    }
    if (!moved) {
      throw EditRefusedException.at(edit.area(), Refusal.AREA_CHANGES_NOTHING);
    }
    return redrawn(plan, patch, divided, faces, edit.multipart());
  }

  /**
   * What it changes that the grids of a divided patch get other faces of it.
   *
   * @param faces those of each grid afterwards, by code
   * @param multipart whether grids may fall into more parts than they had
   */
  static PlanChange redrawn(
      EditablePlan plan,
      Patch patch,
      DividedPatch divided,
      Map<String, List<Integer>> faces,
      boolean multipart) {
    redraw(patch, divided, faces, multipart);
    patch.takeUnneeded();
    patch.takeLeftovers(divided.codes());
    Outcome outcome = new Outcome(plan.plan());
    patch.finish(outcome);
    return outcome.change();
  }

  /** Draws the grids whose ground changed anew. */
  private static void redraw(
      Patch patch, DividedPatch divided, Map<String, List<Integer>> faces, boolean multipart) {
    for (int grid = 0; grid < divided.codes().size(); grid++) {
      String code = divided.codes().get(grid);
      LatticeMultiPolygon was = patch.before().get(code);
      List<Integer> own = faces.getOrDefault(code, List.of());
      if (own.isEmpty()) {
        throw EditRefusedException.at(was, Refusal.UNIT_WOULD_VANISH, code);
      }
      if (Arrays.equals(
          divided.facesOf(grid), own.stream().mapToInt(Integer::intValue).sorted().toArray())) {
        continue;
      }
      LatticeMultiPolygon is = divided.area(own).orElseThrow();
      if (!multipart) {
        Units.requireWhole(code, was, is);
      }
      patch.put(code, is);
    }
  }

  static PlanChange add(EditablePlan plan, Edit.AddUnit edit, double snapMetres) {
    LatticeEnvelope box = edit.area().envelope();
    LatticeEnvelope all = box;
    List<String> codes = new ArrayList<>();
    for (Unit grid : plan.gridsNear(box)) {
      codes.add(grid.code());
      all = all.union(grid.drawnArea().envelope());
    }
    Patch patch = Patch.around(plan, all);
    DividedPatch divided = DividedPatch.over(patch, codes, edit.area(), snap(box, snapMetres));
    List<Integer> free = new ArrayList<>();
    divided
        .arrangement()
        .boundedFaces()
        .filter(face -> divided.isDrawn(face) && !divided.isOwned(face))
        .forEach(free::add);
    LatticeMultiPolygon area =
        divided
            .area(free)
            .orElseThrow(() -> EditRefusedException.at(edit.area(), Refusal.AREA_CHANGES_NOTHING));
    Outcome outcome = new Outcome(plan.plan());
    Unit added = unit(plan.plan(), edit, area, patch, new NewCodes(plan.plan(), outcome));
    if (area.polygons().size() > 1) {
      throw EditRefusedException.at(
          area, Refusal.UNIT_WOULD_FALL_APART, added.code(), area.polygons().size());
    }
    outcome.put(added);
    outcome.addLineage(added.depth(), List.of(), List.of(added.code()));
    patch.put(added.code(), area);
    patch.takeUnneeded();
    patch.finish(outcome);
    return outcome.change();
  }

  private static Unit unit(
      Plan plan, Edit.AddUnit edit, LatticeMultiPolygon area, Patch patch, NewCodes codes) {
    int depth = plan.theme().gridLevel().depth();
    String parent = edit.parent();
    if (parent == null) {
      parent =
          Units.longestBorder(area, patch)
              .flatMap(neighbour -> plan.unit(depth, neighbour).flatMap(Unit::parent))
              .orElse(null);
    }
    if (depth > 0 && (parent == null || plan.unit(depth - 1, parent).isEmpty())) {
      throw EditRefusedException.at(
          area, Refusal.PARENT_UNKNOWN, Objects.requireNonNullElse(parent, ""));
    }
    String code = edit.code();
    if (code == null) {
      String like = plan.theme().codes() == CodeScheme.CN15 ? parent + "000" : parent;
      code = codes.made(depth, like == null ? plan.theme().id() : like, parent);
    } else {
      codes.given(depth, code, parent);
    }
    String name = edit.name() == null || edit.name().isBlank() ? code : edit.name().strip();
    return new Unit(depth, code, parent, name, Map.of(), area);
  }

  private static Snap snap(LatticeEnvelope box, double metres) {
    return Snap.around(new LatticePoint(box.minX(), box.minY()), metres);
  }
}
