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
    for (Level level : before.theme().levels()) {
      after.indexAfter(before, level.depth(), changes(level.depth()));
    }
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

  /** One level: changed units in their places, the others copied, once and as a block. */
  private List<Unit> units(int depth) {
    List<Unit> old = before.units(depth);
    List<UnitChange> changes = changes(depth);
    if (changes.isEmpty()) {
      return old;
    }
    Unit[] known = UnitList.array(old);
    int[] found = new int[changes.size()];
    int size = known.length;
    for (int i = 0; i < found.length; i++) {
      UnitChange unit = changes.get(i);
      found[i] = Plan.search(old, unit.code());
      requireExpected(unit.before(), found[i] < 0 ? null : known[found[i]], unit.code());
      size += (unit.after() == null ? 0 : 1) - (unit.before() == null ? 0 : 1);
    }
    Unit[] units = new Unit[size];
    int from = 0;
    int to = 0;
    for (int i = 0; i < found.length; i++) {
      int position = found[i] < 0 ? -found[i] - 1 : found[i];
      System.arraycopy(known, from, units, to, position - from);
      to += position - from;
      from = found[i] < 0 ? position : position + 1;
      Unit after = changes.get(i).after();
      if (after == null) {
        parentsRemoved |= depth < before.theme().gridLevel().depth();
      } else {
        Plan.requireFitting(before.theme(), after);
        units[to++] = after;
      }
    }
    System.arraycopy(known, from, units, to, known.length - from);
    return new UnitList(units);
  }

  private List<UnitChange> changes(int depth) {
    return change.units().stream().filter(unit -> unit.depth() == depth).toList();
  }

  private List<DeclaredVoid> voids() {
    List<DeclaredVoid> voids = new ArrayList<>(before.voids());
    for (VoidChange each : change.voids()) {
      DeclaredVoid was = each.before();
      int at = was == null ? voids.size() : voids.indexOf(was);
      if (was != null && at < 0) {
        throw new PlanException(Message.core("plan.void-not-as-expected", was.name()));
      }
      if (was != null) {
        voids.remove(at);
      }
      if (each.after() != null) {
        voids.add(at, each.after());
      }
    }
    Plan.requireDifferentNames(voids);
    return voids;
  }

  @SuppressWarnings("ReferenceEquality") // the same unit is not compared
  private static void requireExpected(@Nullable Unit expected, @Nullable Unit found, String code) {
    if (expected != found && (expected == null || !expected.equals(found))) {
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
