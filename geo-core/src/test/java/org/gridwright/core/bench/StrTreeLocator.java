package org.gridwright.core.bench;

import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What one would write with JTS alone: a tree of rectangles, and an indexed polygon for each grid,
 * made once. The measure that the locator is compared with; its boundary rule is JTS's.
 */
final class StrTreeLocator {

  private final STRtree tree = new STRtree();

  private record Grid(int owner, IndexedPointInAreaLocator area) {}

  StrTreeLocator(Plan plan) {
    for (int i = 0; i < plan.grids().size(); i++) {
      Geometry area = LatticeJts.toDegrees(plan.grids().get(i).drawnArea());
      IndexedPointInAreaLocator indexed = new IndexedPointInAreaLocator(area);
      indexed.locate(area.getCoordinate());
      tree.insert(area.getEnvelopeInternal(), new Grid(i + 1, indexed));
    }
    tree.build();
  }

  /** The owner id of the first grid that covers a point; 0 for none. */
  int owner(int x, int y) {
    Coordinate point = new Coordinate(x / 1e7, y / 1e7);
    for (Object item : (List<?>) tree.query(new Envelope(point))) {
      Grid grid = (Grid) item;
      if (grid.area.locate(point) != Location.EXTERIOR) {
        return grid.owner;
      }
    }
    return 0;
  }
}
