package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds the grids of a plan whose rectangles meet one. The first look-ups go through all grids; if
 * more follow, a packed Hilbert tree is built. After changes the tree is kept, and beside it a
 * small one of the grids that changed since, and the last of these one by one, until there are so
 * many that a new tree is worth its while. What can be seen of it never changes; thread-safe.
 */
final class GridIndex {

  private static final int MOST_CHANGED = 2_000;

  /** So many of the last changes are copied for each edit, and looked at one by one. */
  private static final int MOST_NEWER = 64;

  /** Building the tree costs about as much as this many look-ups without it. */
  private static final int MOST_SCANS = 10;

  private static final Comparator<Unit> BY_CODE = Comparator.comparing(Unit::code, Plan.CODE_ORDER);

  /** The grids of one plan. */
  private static final class Boxes {

    private final List<Unit> grids;
    private final AtomicInteger scans = new AtomicInteger();
    private volatile @Nullable HPRtree tree;

    Boxes(List<Unit> grids) {
      this.grids = grids;
    }

    List<Unit> near(LatticeEnvelope box) {
      HPRtree built = tree;
      if (built == null && scans.incrementAndGet() > MOST_SCANS) {
        built = build();
      }
      List<Unit> near = new ArrayList<>();
      if (built == null) {
        grids.stream().filter(it -> meets(it, box)).forEach(near::add);
      } else {
        for (Object item : built.query(envelope(box))) {
          near.add((Unit) item);
        }
      }
      return near;
    }

    synchronized HPRtree build() {
      HPRtree built = tree;
      if (built == null) {
        built = new HPRtree();
        for (Unit grid : grids) {
          built.insert(envelope(grid.drawnArea().envelope()), grid);
        }
        built.build();
        tree = built;
      }
      return built;
    }
  }

  /** Grids that changed, with a tree of those that are there. */
  private static final class Changed {

    private final Map<String, @Nullable Unit> byCode;
    private final HPRtree tree = new HPRtree();

    /**
     * @param byCode null for grids that are gone; must not change any more
     */
    Changed(Map<String, @Nullable Unit> byCode) {
      this.byCode = byCode;
      for (Unit grid : byCode.values()) {
        if (grid != null) {
          tree.insert(envelope(grid.drawnArea().envelope()), grid);
        }
      }
      tree.build();
    }

    Map<String, @Nullable Unit> byCode() {
      return byCode;
    }

    List<Unit> near(LatticeEnvelope box) {
      List<Unit> near = new ArrayList<>();
      for (Object item : tree.query(envelope(box))) {
        near.add((Unit) item);
      }
      return near;
    }
  }

  private final Boxes boxes;

  /** What became of grids since the tree was built, but for the last changes. */
  private final Changed older;

  /** What became of grids in the last changes, by code; null for those that are gone. */
  private final Map<String, @Nullable Unit> newer;

  private GridIndex(Boxes boxes, Changed older, Map<String, @Nullable Unit> newer) {
    this.boxes = boxes;
    this.older = older;
    this.newer = newer;
  }

  static GridIndex of(Plan plan) {
    return new GridIndex(new Boxes(plan.grids()), new Changed(Map.of()), Map.of());
  }

  /** Builds the tree now, instead of in the course of the first look-ups. */
  void build() {
    boxes.build();
  }

  /** The index of the plan that a change leads to. */
  GridIndex after(Plan plan, PlanChange change) {
    int depth = plan.theme().gridLevel().depth();
    Map<String, @Nullable Unit> now = new HashMap<>(newer);
    for (UnitChange unit : change.units()) {
      if (unit.depth() == depth) {
        now.put(unit.code(), unit.after());
      }
    }
    if (now.size() <= MOST_NEWER) {
      return new GridIndex(boxes, older, now);
    }
    Map<String, @Nullable Unit> all = new HashMap<>(older.byCode());
    all.putAll(now);
    if (all.size() <= MOST_CHANGED) {
      return new GridIndex(boxes, new Changed(all), Map.of());
    }
    GridIndex anew = of(plan);
    anew.build();
    return anew;
  }

  /** Grids of the plan whose rectangles meet a closed one, in code order. */
  List<Unit> near(LatticeEnvelope box) {
    List<Unit> near = new ArrayList<>();
    for (Unit then : boxes.near(box)) {
      if (!older.byCode().containsKey(then.code())) {
        addAsItIs(then, box, near);
      }
    }
    for (Unit then : older.near(box)) {
      addAsItIs(then, box, near);
    }
    for (Unit now : newer.values()) {
      if (now != null && meets(now, box)) {
        near.add(now);
      }
    }
    near.sort(BY_CODE);
    return near;
  }

  private void addAsItIs(Unit then, LatticeEnvelope box, List<Unit> near) {
    if (!newer.containsKey(then.code()) && meets(then, box)) {
      near.add(then);
    }
  }

  private static boolean meets(Unit grid, LatticeEnvelope box) {
    for (LatticePolygon polygon : grid.drawnArea().polygons()) {
      if (polygon.shell().envelope().intersects(box)) {
        return true;
      }
    }
    return false;
  }

  private static Envelope envelope(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
