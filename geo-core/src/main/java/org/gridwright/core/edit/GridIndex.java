package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The rectangles of a plan's grids in a packed Hilbert tree. Grids that changed since the tree was
 * built are looked at one by one, until there are so many that a new tree is worth its while.
 * Immutable and thread-safe once built.
 */
final class GridIndex {

  private static final int MOST_CHANGED = 1000;
  private static final Comparator<Unit> BY_CODE = Comparator.comparing(Unit::code, Plan.CODE_ORDER);

  private final HPRtree tree;
  private final Set<String> changed;

  private GridIndex(HPRtree tree, Set<String> changed) {
    this.tree = tree;
    this.changed = changed;
  }

  static GridIndex of(Plan plan) {
    HPRtree tree = new HPRtree();
    plan.grids().forEach(grid -> tree.insert(envelope(grid.drawnArea().envelope()), grid));
    tree.build();
    return new GridIndex(tree, Set.of());
  }

  GridIndex after(Plan plan, PlanChange change) {
    int depth = plan.theme().gridLevel().depth();
    Set<String> codes = new TreeSet<>(changed);
    for (UnitChange unit : change.units()) {
      boolean moved =
          unit.before() == null
              || unit.after() == null
              || unit.before().area() != unit.after().area();
      if (unit.depth() == depth && moved) {
        codes.add(unit.code());
      }
    }
    return codes.size() > MOST_CHANGED ? of(plan) : new GridIndex(tree, codes);
  }

  /** Grids of the plan whose rectangles meet a closed one, in code order. */
  List<Unit> near(Plan plan, LatticeEnvelope box) {
    int depth = plan.theme().gridLevel().depth();
    Map<String, Unit> found = new LinkedHashMap<>();
    for (Object item : tree.query(envelope(box))) {
      Unit built = (Unit) item;
      if (!changed.contains(built.code())) {
        plan.unit(depth, built.code()).ifPresent(grid -> found.put(grid.code(), grid));
      }
    }
    for (String code : changed) {
      plan.unit(depth, code)
          .filter(grid -> grid.drawnArea().envelope().intersects(box))
          .ifPresent(grid -> found.put(code, grid));
    }
    List<Unit> near = new ArrayList<>(found.values());
    near.removeIf(grid -> !grid.drawnArea().envelope().intersects(box));
    near.sort(BY_CODE);
    return near;
  }

  private static Envelope envelope(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
