package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Which grids of a plan hold given blocks: each the grid that a point inside it lies in. Immutable
 * and safe to read from any thread.
 */
public final class BlockHolders {

  private final List<Optional<String>> holders;
  private final boolean[] whole;

  private BlockHolders(List<Optional<String>> holders) {
    this.holders = holders;
    this.whole = new boolean[holders.size()];
  }

  /**
   * Takes time linear in the blocks where those of a grid together are its outline, edge by edge.
   *
   * @param blocks valid areas
   */
  public static BlockHolders of(EditablePlan plan, List<LatticeMultiPolygon> blocks) {
    List<Optional<String>> holders = new ArrayList<>(blocks.size());
    Map<String, List<Integer>> held = new TreeMap<>(Plan.CODE_ORDER);
    Map<String, PointOnGeometryLocator> grounds = new HashMap<>();
    for (int block = 0; block < blocks.size(); block++) {
      Optional<String> holder = holder(plan, blocks.get(block), grounds);
      holders.add(holder);
      if (holder.isPresent()) {
        held.computeIfAbsent(holder.get(), it -> new ArrayList<>()).add(block);
      }
    }
    BlockHolders found = new BlockHolders(holders);
    held.forEach(
        (code, inside) -> found.weigh(Units.grid(plan.plan(), code).drawnArea(), inside, blocks));
    return found;
  }

  /** Of the grids that hold the place, or else touch it, the first. */
  private static Optional<String> holder(
      EditablePlan plan, LatticeMultiPolygon block, Map<String, PointOnGeometryLocator> grounds) {
    LatticePoint place = LatticeJts.inside(block);
    Coordinate at = new Coordinate(place.x(), place.y());
    LatticeEnvelope box = new LatticeEnvelope(place.x(), place.y(), place.x(), place.y());
    Optional<String> touching = Optional.empty();
    for (Unit grid : plan.gridsNear(box)) {
      int where =
          grounds
              .computeIfAbsent(
                  grid.code(),
                  it -> new IndexedPointInAreaLocator(LatticeJts.toSteps(grid.drawnArea())))
              .locate(at);
      if (where == Location.INTERIOR) {
        return Optional.of(grid.code());
      }
      if (where == Location.BOUNDARY && touching.isEmpty()) {
        touching = Optional.of(grid.code());
      }
    }
    return touching;
  }

  private void weigh(
      LatticeMultiPolygon grid, List<Integer> inside, List<LatticeMultiPolygon> blocks) {
    EdgeChain rest = new EdgeChain();
    rest.add(grid, -1);
    inside.forEach(block -> rest.add(blocks.get(block), 1));
    if (rest.isZero()) {
      inside.forEach(block -> whole[block] = true);
      return;
    }
    PreparedGeometry ground = PreparedGeometryFactory.prepare(LatticeJts.toSteps(grid));
    for (int block : inside) {
      MultiPolygon area = LatticeJts.toSteps(blocks.get(block));
      whole[block] = ground.covers(area);
    }
  }

  /** The grid that owns a point inside a block; empty where nobody does. */
  public Optional<String> holder(int block) {
    return holders.get(block);
  }

  /** Whether the holder has all of a block. */
  public boolean isWhole(int block) {
    return whole[block];
  }

  /** Whether a grid has all of a block. */
  public boolean isHeldBy(int block, String grid) {
    return whole[block] && holders.get(block).filter(grid::equals).isPresent();
  }
}
