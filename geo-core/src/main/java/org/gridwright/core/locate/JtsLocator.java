package org.gridwright.core.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The reference locator: a JTS tree over the rectangles of grids, and the one-owner rule read off
 * their raw rings. It asks nothing of the plan: overlaps, gaps, T-junctions and rings that cross
 * themselves are answered by the rule as well.
 *
 * <p>Time is linear in the vertices of the grids whose rectangle holds the point. Memory is a tree
 * node and about 100 bytes for each grid, and {@link EdgeRuns}, beside the plan's own rings.
 * Immutable and thread-safe.
 */
public final class JtsLocator implements Locator {

  private final GridRings[] grids;
  private final HPRtree rectangles;
  private final EdgeRuns edges;

  private JtsLocator(GridRings[] grids, EdgeRuns edges) {
    this.grids = grids;
    this.rectangles = new HPRtree();
    for (int i = 0; i < grids.length; i++) {
      LatticeEnvelope box = grids[i].envelope();
      rectangles.insert(new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY()), i);
    }
    rectangles.build();
    this.edges = edges;
  }

  /** A locator of the plan's grids; takes one pass over all vertices. */
  public static JtsLocator of(Plan plan) {
    return of(plan.grids().stream().map(Unit::drawnArea).toList());
  }

  /** A locator of some areas; owner {@code k} is {@code areas.get(k - 1)}. */
  static JtsLocator of(List<LatticeMultiPolygon> areas) {
    return of(areas, Progress.NONE);
  }

  /** As above, watched. */
  static JtsLocator of(List<LatticeMultiPolygon> areas, Progress progress) {
    return new JtsLocator(
        areas.stream()
            .peek(area -> progress.checkpoint())
            .map(GridRings::new)
            .toArray(GridRings[]::new),
        EdgeRunsBuilder.build(EdgeTable.of(areas, progress), areas.size(), progress));
  }

  @Override
  public int owner(int x, int y) {
    Owners owners = new Owners(grids, x, y);
    visit(x, y, owners);
    return owners.owner();
  }

  @Override
  public OptionalDouble boundaryMetres(int x, int y) {
    return new NearestSearch(edges).boundaryMetres(x, y);
  }

  @Override
  public Placement place(int x, int y) {
    AllOwners owners = new AllOwners(grids, x, y);
    visit(x, y, owners);
    List<Integer> contested = owners.holders.size() > 1 ? owners.holders : List.of();
    int owner = owners.owner();
    int[] others = contested.stream().mapToInt(Integer::intValue).toArray();
    NearestSearch search = new NearestSearch(edges);
    search.find(x, y, owner, others, 0, others.length);
    return new Placement(owner, owners.touched != NOBODY, contested, search.runnerUp());
  }

  private void visit(int x, int y, Owners owners) {
    if (grids.length > 0) {
      rectangles.query(new Envelope(x, x, y, y), owners);
    }
  }

  /** Collects the smallest owner ids that hold and that touch a point. */
  private static class Owners implements ItemVisitor {

    private final GridRings[] grids;
    private final int x;
    private final int y;
    int held = NOBODY;
    int touched = NOBODY;

    Owners(GridRings[] grids, int x, int y) {
      this.grids = grids;
      this.x = x;
      this.y = y;
    }

    @Override
    public void visitItem(Object item) {
      int grid = (Integer) item;
      int relation = grids[grid].relate(x, y);
      if ((relation & GridRings.HOLDS) != 0) {
        hold(grid + 1);
      }
      if ((relation & GridRings.TOUCHES) != 0) {
        touched = smaller(touched, grid + 1);
      }
    }

    void hold(int owner) {
      held = smaller(held, owner);
    }

    int owner() {
      return held != NOBODY ? held : touched;
    }

    private static int smaller(int known, int owner) {
      return known == NOBODY ? owner : Math.min(known, owner);
    }
  }

  /** Collects also every owner id that holds the point, ascending. */
  private static final class AllOwners extends Owners {

    final List<Integer> holders = new ArrayList<>();

    AllOwners(GridRings[] grids, int x, int y) {
      super(grids, x, y);
    }

    @Override
    void hold(int owner) {
      super.hold(owner);
      holders.add(owner);
      holders.sort(null);
    }
  }
}
