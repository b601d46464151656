package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The edges of a plan's grids that are not shared exactly with one neighbour: the outer boundary,
 * and whatever surrounds a defect. In lattice steps, in order of the grids.
 */
final class UnmatchedEdges {

  /** How far, in steps, noding may have moved a line from the edge that it came from. */
  private static final double NODING_STEPS = 0.01;

  /** An edge and the index of the grid that it belongs to. */
  record Edge(LineSegment segment, int grid) {}

  private final List<Edge> edges;
  private final HPRtree index = new HPRtree();

  private UnmatchedEdges(List<Edge> edges) {
    this.edges = edges;
    edges.forEach(edge -> index.insert(boxOf(edge.segment()), edge));
    index.build();
  }

  static UnmatchedEdges of(SoundShapes shapes) {
    EdgeTable table = new EdgeTable(countEdges(shapes));
    for (int grid = 0; grid < shapes.size(); grid++) {
      forEachEdge(
          shapes,
          grid,
          (x1, y1, x2, y2) -> {
            if (onLattice(x1, y1, x2, y2)) {
              table.add((int) x1, (int) y1, (int) x2, (int) y2);
            }
          });
    }
    List<Edge> unmatched = new ArrayList<>();
    for (int grid = 0; grid < shapes.size(); grid++) {
      int owner = grid;
      forEachEdge(
          shapes,
          grid,
          (x1, y1, x2, y2) -> {
            if (!onLattice(x1, y1, x2, y2)
                || !table.isMatched((int) x1, (int) y1, (int) x2, (int) y2)) {
              unmatched.add(new Edge(new LineSegment(x1, y1, x2, y2), owner));
            }
          });
    }
    return new UnmatchedEdges(unmatched);
  }

  List<Edge> all() {
    return edges;
  }

  /** Indices of the grids that have an unmatched edge through a point, ascending. */
  @SuppressWarnings("unchecked")
  TreeSet<Integer> gridsAt(Coordinate point) {
    Envelope box = new Envelope(point);
    box.expandBy(NODING_STEPS);
    TreeSet<Integer> grids = new TreeSet<>();
    List<Edge> near = index.query(box);
    for (Edge edge : near) {
      if (edge.segment().distance(point) <= NODING_STEPS) {
        grids.add(edge.grid());
      }
    }
    return grids;
  }

  @FunctionalInterface
  private interface EdgeVisitor {
    void visit(double x1, double y1, double x2, double y2);
  }

  private static int countEdges(SoundShapes shapes) {
    int[] count = {0};
    for (int grid = 0; grid < shapes.size(); grid++) {
      forEachEdge(shapes, grid, (x1, y1, x2, y2) -> count[0]++);
    }
    return count[0];
  }

  private static void forEachEdge(SoundShapes shapes, int grid, EdgeVisitor visitor) {
    if (shapes.isRepaired(grid)) {
      forEachEdge(shapes.steps(grid), visitor);
      return;
    }
    Unit unit = shapes.unit(grid);
    unit.drawnArea().forEachRing(ring -> forEachEdge(ring, visitor));
  }

  private static void forEachEdge(LatticeRing ring, EdgeVisitor visitor) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      visitor.visit(ring.x(i), ring.y(i), ring.x(i + 1), ring.y(i + 1));
    }
  }

  private static void forEachEdge(Geometry repaired, EdgeVisitor visitor) {
    repaired.apply(
        (GeometryComponentFilter)
            component -> {
              if (component instanceof LinearRing ring) {
                CoordinateSequence points = ring.getCoordinateSequence();
                for (int i = 0; i + 1 < points.size(); i++) {
                  visitor.visit(
                      points.getX(i), points.getY(i), points.getX(i + 1), points.getY(i + 1));
                }
              }
            });
  }

  private static boolean onLattice(double... ordinates) {
    for (double ordinate : ordinates) {
      if (ordinate != Math.rint(ordinate)) {
        return false;
      }
    }
    return true;
  }

  private static Envelope boxOf(LineSegment segment) {
    return new Envelope(segment.p0, segment.p1);
  }
}
