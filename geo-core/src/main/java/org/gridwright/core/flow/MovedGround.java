package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/** The grids whose ground a change makes another, before and after it. For one thread. */
final class MovedGround {

  private final GridsNear grids;
  private final Map<String, Unit> was = new TreeMap<>(Plan.CODE_ORDER);
  private final Map<String, Unit> is = new TreeMap<>(Plan.CODE_ORDER);

  /** The grids as they will be, and a tree of their rectangles; made when first asked for. */
  private List<Unit> listed = List.of();

  private @Nullable BoxTree boxes;

  MovedGround(GridsNear grids, PlanChange change, int gridDepth) {
    this.grids = grids;
    Set<LatticeMultiPolygon> removed = areas(change, gridDepth, true);
    Set<LatticeMultiPolygon> added = areas(change, gridDepth, false);
    for (UnitChange unit : change.units()) {
      if (unit.depth() == gridDepth) {
        add(unit.before(), unit.after(), removed, added);
      }
    }
  }

  private void add(
      @Nullable Unit before,
      @Nullable Unit after,
      Set<LatticeMultiPolygon> removed,
      Set<LatticeMultiPolygon> added) {
    boolean stays = before != null && after != null && sameGround(before, after);
    if (before != null && !stays && !(after == null && added.contains(before.drawnArea()))) {
      was.put(before.code(), before);
    }
    if (after != null && !stays && !(before == null && removed.contains(after.drawnArea()))) {
      is.put(after.code(), after);
    }
  }

  /**
   * Ground of the units that go or come; what one gives up and another has as it was is a unit with
   * a new code.
   */
  private static Set<LatticeMultiPolygon> areas(PlanChange change, int depth, boolean removed) {
    Set<LatticeMultiPolygon> areas = Collections.newSetFromMap(new IdentityHashMap<>());
    for (UnitChange unit : change.units()) {
      Unit there = removed ? unit.before() : unit.after();
      Unit notThere = removed ? unit.after() : unit.before();
      if (unit.depth() == depth && there != null && notThere == null) {
        areas.add(there.drawnArea());
      }
    }
    return areas;
  }

  @SuppressWarnings("ReferenceEquality") // the same area is not compared
  private static boolean sameGround(Unit a, Unit b) {
    return a.drawnArea() == b.drawnArea() || a.drawnArea().equals(b.drawnArea());
  }

  boolean isNone() {
    return was.isEmpty() && is.isEmpty();
  }

  /** Grids as they were, by code. */
  Map<String, Unit> was() {
    return was;
  }

  /** Grids as they will be, by code. */
  Map<String, Unit> is() {
    return is;
  }

  /** Of the grids as they will be, those whose rectangles meet a closed one, in code order. */
  List<Unit> isNear(LatticeEnvelope box) {
    if (boxes == null) {
      listed = List.copyOf(is.values());
      boxes = new BoxTree(corners(listed));
    }
    List<Integer> near = new ArrayList<>();
    boxes.visit(box.minX(), box.minY(), box.maxX(), box.maxY(), near::add);
    return near.stream().sorted().map(listed::get).toList();
  }

  private static int[] corners(List<Unit> units) {
    int[] corners = new int[4 * units.size()];
    for (int i = 0; i < units.size(); i++) {
      LatticeEnvelope box = units.get(i).drawnArea().envelope();
      corners[4 * i] = box.minX();
      corners[4 * i + 1] = box.minY();
      corners[4 * i + 2] = box.maxX();
      corners[4 * i + 3] = box.maxY();
    }
    return corners;
  }

  /** Takes grids in whose own ground stays. */
  void add(Collection<Unit> staying) {
    boxes = null;
    staying.forEach(
        unit -> {
          was.put(unit.code(), unit);
          is.put(unit.code(), unit);
        });
  }

  LatticeEnvelope envelope() {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Map<String, Unit> side : List.of(was, is)) {
      for (Unit unit : side.values()) {
        box = box.union(unit.drawnArea().envelope());
      }
    }
    return box;
  }

  /** All grids of the plan before. */
  GridsNear before() {
    return grids;
  }

  /** All grids of the plan after. */
  GridsNear after() {
    return box -> {
      List<Unit> near = new ArrayList<>();
      grids.near(box).stream().filter(unit -> !was.containsKey(unit.code())).forEach(near::add);
      near.addAll(isNear(box));
      return near;
    };
  }
}
