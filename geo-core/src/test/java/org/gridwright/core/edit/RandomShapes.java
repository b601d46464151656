package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Unit;

/** Seeded points, lines and areas such as a planner might draw over a grid. */
final class RandomShapes {

  private final Random random;

  RandomShapes(Random random) {
    this.random = random;
  }

  /** A vertex of a grid's first outline. */
  LatticePoint vertex(Unit grid) {
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int i = random.nextInt(ring.size());
    return new LatticePoint(ring.x(i), ring.y(i));
  }

  /** The ends of an edge of a grid's first outline. */
  List<LatticePoint> edge(Unit grid) {
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int i = random.nextInt(ring.size() - 1);
    return List.of(
        new LatticePoint(ring.x(i), ring.y(i)), new LatticePoint(ring.x(i + 1), ring.y(i + 1)));
  }

  /** The longer side of a grid's rectangle, in steps. */
  static int size(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    return Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
  }

  static LatticePoint middle(LatticePoint a, LatticePoint b) {
    return new LatticePoint((int) (((long) a.x() + b.x()) / 2), (int) (((long) a.y() + b.y()) / 2));
  }

  /** A place at most so many steps away in each direction. */
  LatticePoint shifted(LatticePoint point, int reach) {
    int most = Math.max(1, reach);
    return new LatticePoint(
        point.x() + random.nextInt(2 * most + 1) - most,
        point.y() + random.nextInt(2 * most + 1) - most);
  }

  /** Places in the rectangle of a grid, mostly its own. */
  List<LatticePoint> within(Unit grid, int count) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    List<LatticePoint> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(
          new LatticePoint(
              box.minX() + (int) (random.nextDouble() * ((double) box.maxX() - box.minX())),
              box.minY() + (int) (random.nextDouble() * ((double) box.maxY() - box.minY()))));
    }
    return places;
  }

  static double distance(LatticePoint a, LatticePoint b) {
    return Math.hypot((double) a.x() - b.x(), (double) a.y() - b.y());
  }

  /** A line of two to five points over a grid, from outside to outside more often than not. */
  List<LatticePoint> across(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    LatticePoint middle =
        middle(new LatticePoint(box.minX(), box.minY()), new LatticePoint(box.maxX(), box.maxY()));
    int size = size(grid);
    double angle = random.nextDouble() * Math.PI;
    int points = 2 + random.nextInt(4);
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double t = (2.0 * i / (points - 1) - 1) * size * (0.5 + random.nextDouble() / 2);
      LatticePoint at =
          new LatticePoint(
              (int) (middle.x() + t * Math.cos(angle)), (int) (middle.y() + t * Math.sin(angle)));
      line.add(random.nextInt(10) == 0 ? vertex(grid) : shifted(at, size / 8));
    }
    return line;
  }

  /** A quadrilateral around a place on the outline of a grid. */
  LatticeMultiPolygon blob(Unit grid) {
    LatticePoint at = vertex(grid);
    int size = Math.max(4, size(grid) / 4);
    LatticePoint[] corners = {
      shifted(new LatticePoint(at.x() - size, at.y() - size), size / 2),
      shifted(new LatticePoint(at.x() + size, at.y() - size), size / 2),
      shifted(new LatticePoint(at.x() + size, at.y() + size), size / 2),
      shifted(new LatticePoint(at.x() - size, at.y() + size), size / 2)
    };
    int[] xy = new int[10];
    for (int i = 0; i < 5; i++) {
      xy[2 * i] = corners[i % 4].x();
      xy[2 * i + 1] = corners[i % 4].y();
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }
}
