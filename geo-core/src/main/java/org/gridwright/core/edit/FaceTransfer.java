package org.gridwright.core.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Gives faces of a divided patch to other grids. */
final class FaceTransfer {

  private FaceTransfer() {}

  /**
   * What it changes that the grids of a divided patch get other faces of it.
   *
   * @param to the grid that gets
   * @param faces those of each grid afterwards, by code
   * @param multipart whether units may fall into more parts than they had
   */
  static PlanChange change(
      EditablePlan plan,
      Patch patch,
      DividedPatch divided,
      Recipient to,
      Map<String, List<Integer>> faces,
      boolean multipart) {
    Outcome outcome = new Outcome(plan.plan());
    redraw(patch, divided, faces, multipart);
    add(patch, divided, to, faces.getOrDefault(to.code(), List.of()), multipart, outcome);
    patch.takeUnneeded();
    patch.takeLeftovers(divided.codes());
    patch.finish(outcome);
    return Contiguity.above(plan.plan(), outcome.change(), multipart);
  }

  /** Draws the grid that gets, where it is a new one. */
  private static void add(
      Patch patch,
      DividedPatch divided,
      Recipient to,
      List<Integer> faces,
      boolean multipart,
      Outcome outcome) {
    Unit like = to.like();
    if (like == null) {
      return;
    }
    LatticeMultiPolygon area =
        divided
            .area(faces)
            .orElseThrow(() -> EditRefusedException.of(Refusal.PLACES_CHANGE_NOTHING, to.code()));
    if (!multipart && area.polygons().size() > 1) {
      throw EditRefusedException.at(
          area, Refusal.UNIT_WOULD_FALL_APART, to.code(), area.polygons().size());
    }
    outcome.put(Recipient.part(like, to.code(), area));
    patch.put(to.code(), area);
    for (String giver : divided.codes()) {
      outcome.addLineage(like.depth(), List.of(giver), List.of(giver, to.code()));
    }
  }

  /** Draws the grids whose ground changed anew. */
  private static void redraw(
      Patch patch, DividedPatch divided, Map<String, List<Integer>> faces, boolean multipart) {
    for (int grid = 0; grid < divided.codes().size(); grid++) {
      String code = divided.codes().get(grid);
      LatticeMultiPolygon was = Objects.requireNonNull(patch.before().get(code));
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
}
