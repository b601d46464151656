package org.gridwright.core.coverage.outlines;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The codes of the grids that concern a place, found by looking at each grid whose rectangle meets
 * it; kept while those are the very same units.
 */
record NearUnits(List<Unit> near, List<String> codes) {

  /**
   * @param box the place, in lattice steps
   * @param concerns whether a grid near by, in lattice steps, concerns it
   * @param earlier what was found for the same place in another state of the plan, or null
   */
  static NearUnits of(
      PlanSeams plan, Envelope box, Predicate<Geometry> concerns, @Nullable NearUnits earlier) {
    LatticeEnvelope steps =
        new LatticeEnvelope(
            (int) Math.ceil(box.getMinX()),
            (int) Math.ceil(box.getMinY()),
            (int) Math.floor(box.getMaxX()),
            (int) Math.floor(box.getMaxY()));
    BitSet found = new BitSet();
    plan.matching().visitNear(steps, found::set);
    List<Unit> near = found.stream().mapToObj(plan.plan().grids()::get).toList();
    return earlier != null && areSame(near, earlier.near())
        ? earlier
        : new NearUnits(
            near,
            near.stream()
                .filter(unit -> concerns.test(LatticeJts.toSteps(unit.drawnArea())))
                .map(Unit::code)
                .toList());
  }

  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private static boolean areSame(List<Unit> some, List<Unit> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i) == others.get(i);
    }
    return same;
  }
}
