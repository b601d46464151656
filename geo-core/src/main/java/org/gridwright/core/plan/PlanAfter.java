package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/** Applies a change to a plan. */
final class PlanAfter {

  private final Plan before;
  private final PlanChange change;
  private final List<List<Unit>> levels = new ArrayList<>();
  private boolean parentsRemoved;

  PlanAfter(Plan before, PlanChange change) {
    this.before = before;
    this.change = change;
  }

  Plan plan() {
    for (Level level : before.theme().levels()) {
      levels.add(units(level.depth()));
    }
    Plan after = new Plan(before.theme(), levels, voids(), envelope());
    for (UnitChange unit : change.units()) {
      if (unit.after() != null) {
        after.requireParent(unit.after());
      }
    }
    if (parentsRemoved) {
      levels.stream().skip(1).forEach(level -> level.forEach(after::requireParent));
    }
    return after;
  }

  /** One level: changed units in their places, the others copied. */
  private List<Unit> units(int depth) {
    List<Unit> old = before.units(depth);
    List<Unit> units = new ArrayList<>(old.size() + change.units().size());
    int copied = 0;
    for (UnitChange unit : change.units()) {
      if (unit.depth() != depth) {
        continue;
      }
      int found = Plan.search(old, unit.code());
      requireExpected(unit.before(), found < 0 ? null : old.get(found), unit.code());
      int position = found < 0 ? -found - 1 : found;
      units.addAll(old.subList(copied, position));
      copied = found < 0 ? position : position + 1;
      if (unit.after() == null) {
        parentsRemoved |= depth < before.theme().gridLevel().depth();
      } else {
        Plan.requireFitting(before.theme(), unit.after());
        units.add(unit.after());
      }
    }
    if (copied == 0 && units.isEmpty()) {
      return old;
    }
    units.addAll(old.subList(copied, old.size()));
    return List.copyOf(units);
  }

  private List<DeclaredVoid> voids() {
    List<DeclaredVoid> voids = new ArrayList<>(before.voids());
    for (VoidChange each : change.voids()) {
      int at = each.before() == null ? voids.size() : voids.indexOf(each.before());
      if (at < 0) {
        throw new PlanException(Message.core("plan.void-not-as-expected", each.before().name()));
      }
      if (each.before() != null) {
        voids.remove(at);
      }
      if (each.after() != null) {
        voids.add(at, each.after());
      }
    }
    Plan.requireDifferentNames(voids);
    return voids;
  }

  private static void requireExpected(@Nullable Unit expected, @Nullable Unit found, String code) {
    boolean same = expected == null ? found == null : found != null && expected.equals(found);
    if (!same) {
      throw new PlanException(Message.core("plan.unit-not-as-expected", code));
    }
  }

  /** Grown by what was added; made anew only where what went lay at the rim. */
  private LatticeEnvelope envelope() {
    LatticeEnvelope grown = before.envelope();
    boolean atRim = false;
    for (UnitChange unit : change.units()) {
      if (unit.before() != null && unit.before().area() != null) {
        atRim |= touchesRim(unit.before().area().envelope());
      }
      if (unit.after() != null && unit.after().area() != null) {
        grown = grown.union(unit.after().area().envelope());
      }
    }
    if (!atRim) {
      return grown;
    }
    LatticeEnvelope all = LatticeEnvelope.EMPTY;
    for (List<Unit> level : levels) {
      for (Unit unit : level) {
        all = unit.area() == null ? all : all.union(unit.area().envelope());
      }
    }
    return all;
  }

  private boolean touchesRim(LatticeEnvelope box) {
    LatticeEnvelope rim = before.envelope();
    return box.minX() == rim.minX()
        || box.minY() == rim.minY()
        || box.maxX() == rim.maxX()
        || box.maxY() == rim.maxY();
  }
}
