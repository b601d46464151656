package org.gridwright.core.edit;

import java.util.BitSet;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Makes one grid of several.
 *
 * @param into the one whose code, name, parent and attributes live on; the first where it is null
 * @param multipart whether grids that do not touch may be merged, and units above may fall into
 *     more parts than they had
 */
public record MergeEdit(List<String> units, @Nullable String into, boolean multipart)
    implements Edit {

  public MergeEdit {
    units = List.copyOf(units);
  }

  @Override
  public String kind() {
    return "merge";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    List<Unit> merged = units.stream().distinct().map(scope::grid).toList();
    if (merged.size() < 2) {
      throw EditRefusedException.of(Refusal.TOO_FEW_UNITS);
    }
    Unit heir = into == null ? merged.get(0) : scope.grid(into);
    if (!merged.contains(heir)) {
      throw EditRefusedException.at(
          heir.drawnArea(), Refusal.UNIT_UNKNOWN, Units.gridLevel(scope.plan()), heir.code());
    }
    PlanChange change = merged(scope.editable(), merged, heir, multipart);
    return Contiguity.above(scope.plan(), change, multipart);
  }

  /** Gives the ground of all units to one of them. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
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
