package org.gridwright.core.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.PlanChange;

/** Gives faces of a divided patch to other grids. */
final class FaceTransfer {

  private FaceTransfer() {}

  /**
   * What it changes that the grids of a divided patch get other faces of it.
   *
   * @param faces those of each grid afterwards, by code
   * @param multipart whether grids may fall into more parts than they had
   */
  static PlanChange change(
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
