package org.gridwright.core.edit;

import java.util.BitSet;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Makes one grid of several. */
final class MergeEdit {

  private MergeEdit() {}

  static PlanChange change(EditablePlan plan, Edit.Merge edit) {
    List<Unit> units =
        edit.units().stream().distinct().map(code -> Units.grid(plan.plan(), code)).toList();
    if (units.size() < 2) {
      throw EditRefusedException.of(Refusal.TOO_FEW_UNITS);
    }
    Unit into = edit.into() == null ? units.get(0) : Units.grid(plan.plan(), edit.into());
    if (!units.contains(into)) {
      throw EditRefusedException.at(
          into.drawnArea(), Refusal.UNIT_UNKNOWN, Units.gridLevel(plan.plan()), into.code());
    }
    return merged(plan, units, into, edit.multipart());
  }

  /** Gives the ground of all units to one of them. */
  static PlanChange merged(EditablePlan plan, List<Unit> units, Unit into, boolean multipart) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    BitSet all = new BitSet();
    for (Unit unit : units) {
      box = box.union(unit.drawnArea().envelope());
      all.set(all.cardinality());
    }
    List<LatticeMultiPolygon> areas = units.stream().map(Unit::drawnArea).toList();
    Arrangement arrangement = Arrangement.of(areas, all);
    if (!multipart) {
      requireTouching(arrangement, units);
    }
    LatticeMultiPolygon area =
        arrangement
            .area(arrangement.boundedFaces().filter(face -> arrangement.depth(face) > 0).toArray())
            .orElseThrow();
    Patch patch = Patch.around(plan, box);
    units.forEach(unit -> patch.remove(unit.code()));
    patch.put(into.code(), area);
    patch.takeLeftovers(units.stream().map(Unit::code).toList());

    Outcome outcome = new Outcome(plan.plan());
    int depth = into.depth();
    units.stream().filter(unit -> unit != into).forEach(unit -> outcome.remove(depth, unit.code()));
    outcome.addLineage(
        depth,
        units.stream().map(Unit::code).sorted(Plan.CODE_ORDER).toList(),
        List.of(into.code()));
    patch.finish(outcome);
    return outcome.change();
  }

  private static void requireTouching(Arrangement arrangement, List<Unit> units) {
    BitSet reached = new BitSet();
    reached.set(0);
    int before;
    do {
      before = reached.cardinality();
      for (int edge = 0; edge < arrangement.edgeCount(); edge++) {
        BitSet beside = new BitSet();
        for (int owner : arrangement.owners(arrangement.face(2 * edge))) {
          beside.set(owner);
        }
        for (int owner : arrangement.owners(arrangement.face(2 * edge + 1))) {
          beside.set(owner);
        }
        if (beside.intersects(reached)) {
          reached.or(beside);
        }
      }
    } while (reached.cardinality() > before);
    int apart = reached.nextClearBit(0);
    if (apart < units.size()) {
      throw EditRefusedException.at(
          units.get(apart).drawnArea(), Refusal.UNITS_DO_NOT_TOUCH, units.get(apart).code());
    }
  }
}
