package org.gridwright.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The radius of the largest circle inside a polygon, by branch and bound over square cells (as in
 * mapbox/polylabel, 2016), to within 1 %. Two things make long thin pieces cheap. A cell keeps only
 * the edges that can be nearest to a point of it. And no circle around a point near the middle
 * between two points of the outline reaches beyond them, which bounds a cell by the square of its
 * size (Apollonius' theorem on the median of a triangle).
 *
 * <p>The effort is bounded: for pieces ten thousands of times longer than wide the answer is the
 * best circle found so far, and never less than {@code area / perimeter}, which a largest circle's
 * radius never falls below.
 */
final class InscribedCircle {

  private static final double RELATIVE_TOLERANCE = 0.009;
  private static final int MOST_CELLS = 400_000;

  /** Of a middle so near to the outline, no side is known for certain. */
  private static final double ON_OUTLINE = 1e-6;

  /**
   * A square that may hold the middle of the largest circle.
   *
   * @param distance of its middle from the outline, negative outside
   * @param bound no point of it is farther inside
   * @param edges positions of the edges that can be nearest to a point of it
   */
  private record Cell(
      double x, double y, double half, double distance, double bound, int[] edges) {}

  /** Ends of the edges: x1, y1, x2, y2. */
  private final double[] ends;

  private double best;

  /** The middle of the best circle found; null as long as that is only known to be there. */
  private @Nullable Coordinate middle;

  private InscribedCircle(Polygon polygon) {
    List<Coordinate[]> rings = new ArrayList<>();
    rings.add(polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      rings.add(hole.getCoordinates());
    }
    this.ends = new double[4 * rings.stream().mapToInt(ring -> ring.length - 1).sum()];
    int at = 0;
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        ends[at++] = ring[i - 1].x;
        ends[at++] = ring[i - 1].y;
        ends[at++] = ring[i].x;
        ends[at++] = ring[i].y;
      }
    }
  }

  /** The radius, in the unit of the polygon's coordinates, which must be isotropic. */
  static double radius(Polygon polygon) {
    double least = polygon.getArea() / polygon.getLength();
    return least > 0
        ? new InscribedCircle(polygon).search(polygon.getEnvelopeInternal(), least)
        : 0;
  }

  /**
   * The middle of the largest circle, from which the outline is at least 99 % as far as from any
   * other place inside.
   */
  static Coordinate middle(Polygon polygon) {
    InscribedCircle circle = new InscribedCircle(polygon);
    circle.search(polygon.getEnvelopeInternal(), 0);
    return circle.middle == null ? InteriorPointArea.getInteriorPoint(polygon) : circle.middle;
  }

  private double search(Envelope box, double least) {
    PriorityQueue<Cell> open =
        new PriorityQueue<>(Comparator.comparingDouble(Cell::bound).reversed());
    int[] all = new int[ends.length / 4];
    Arrays.setAll(all, i -> i);
    best = least;
    Coordinate middle = box.centre();
    double half = Math.max(box.getWidth(), box.getHeight()) / 2;
    open.add(cell(middle.x, middle.y, half, all, isInside(middle.x, middle.y)));
    for (int seen = 1; !open.isEmpty() && seen < MOST_CELLS; seen += 4) {
      Cell cell = open.poll();
      if (cell.bound() <= best * (1 + RELATIVE_TOLERANCE)) {
        break;
      }
      double quarter = cell.half() / 2;
      for (int i = 0; i < 4; i++) {
        double x = cell.x() + ((i & 1) == 0 ? -quarter : quarter);
        double y = cell.y() + ((i & 2) == 0 ? -quarter : quarter);
        boolean inside =
            Math.abs(cell.distance()) < ON_OUTLINE
                ? isInside(x, y)
                : cell.distance() > 0 ^ crossings(cell, x, y) % 2 == 1;
        Cell part = cell(x, y, quarter, cell.edges(), inside);
        if (part.bound() > best * (1 + RELATIVE_TOLERANCE)) {
          open.add(part);
        }
      }
    }
    return best;
  }

  /** A cell of which some edges may be nearest; a better circle around its middle is kept. */
  private Cell cell(double x, double y, double half, int[] edges, boolean inside) {
    double[] squares = new double[edges.length];
    int nearest = 0;
    for (int i = 0; i < edges.length; i++) {
      squares[i] = squareTo(edges[i], x, y);
      nearest = squares[i] < squares[nearest] ? i : nearest;
    }
    double metres = Math.sqrt(squares[nearest]);
    double diagonal = half * Math.sqrt(2);
    double reach = (metres + 2 * diagonal) * (metres + 2 * diagonal);
    int[] near = new int[edges.length];
    int count = 0;
    for (int i = 0; i < edges.length; i++) {
      if (squares[i] <= reach) {
        near[count++] = edges[i];
      }
    }
    int[] kept = Arrays.copyOf(near, count);
    if (!inside) {
      return new Cell(x, y, half, -metres, diagonal - metres, kept);
    }
    found(metres, x, y);
    double bound = Math.min(metres + diagonal, between(edges[nearest], x, y, diagonal, kept));
    return new Cell(x, y, half, metres, bound, kept);
  }

  /**
   * A bound from the nearest point of the outline and the one opposite: a circle around a point at
   * most {@code reach + off} from the middle between them holds one of them when it is larger. The
   * circle in that middle is tried too.
   */
  private double between(int nearest, double x, double y, double diagonal, int[] edges) {
    double t = along(nearest, x, y);
    double px = ends[4 * nearest] + t * (ends[4 * nearest + 2] - ends[4 * nearest]);
    double py = ends[4 * nearest + 1] + t * (ends[4 * nearest + 3] - ends[4 * nearest + 1]);
    double dx = x - px;
    double dy = y - py;
    double first = Double.POSITIVE_INFINITY;
    for (int edge : edges) {
      double ex = ends[4 * edge + 2] - ends[4 * edge];
      double ey = ends[4 * edge + 3] - ends[4 * edge + 1];
      double cross = dx * ey - dy * ex;
      double ax = ends[4 * edge] - x;
      double ay = ends[4 * edge + 1] - y;
      double s = (ax * ey - ay * ex) / cross;
      double u = (ax * dy - ay * dx) / cross;
      if (s > 0 && u >= 0 && u <= 1 && s < first) {
        first = s;
      }
    }
    if (!(first < Double.POSITIVE_INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    double width = (1 + first) * Math.hypot(dx, dy);
    double mx = x + (first - 1) / 2 * dx;
    double my = y + (first - 1) / 2 * dy;
    double off = Math.hypot(mx - x, my - y);
    if (off <= diagonal / Math.sqrt(2)) {
      double square = Double.POSITIVE_INFINITY;
      for (int edge : edges) {
        square = Math.min(square, squareTo(edge, mx, my));
      }
      found(Math.sqrt(square), mx, my);
    }
    return Math.hypot(off + diagonal, width / 2);
  }

  private void found(double radius, double x, double y) {
    if (radius > best) {
      best = radius;
      middle = new Coordinate(x, y);
    }
  }

  /** How many edges lie between the middle of a cell and another point of it. */
  private int crossings(Cell cell, double x, double y) {
    int crossings = 0;
    for (int edge : cell.edges()) {
      double x1 = ends[4 * edge];
      double y1 = ends[4 * edge + 1];
      double x2 = ends[4 * edge + 2];
      double y2 = ends[4 * edge + 3];
      boolean apart =
          isLeft(cell.x(), cell.y(), x, y, x1, y1) != isLeft(cell.x(), cell.y(), x, y, x2, y2);
      if (apart && isLeft(x1, y1, x2, y2, cell.x(), cell.y()) != isLeft(x1, y1, x2, y2, x, y)) {
        crossings++;
      }
    }
    return crossings;
  }

  /** Exact: one wrong answer would turn a cell, and all its parts, inside out. */
  private static boolean isLeft(double x1, double y1, double x2, double y2, double x, double y) {
    return CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y) > 0;
  }

  private double squareTo(int edge, double x, double y) {
    double t = along(edge, x, y);
    double ex = ends[4 * edge] + t * (ends[4 * edge + 2] - ends[4 * edge]) - x;
    double ey = ends[4 * edge + 1] + t * (ends[4 * edge + 3] - ends[4 * edge + 1]) - y;
    return ex * ex + ey * ey;
  }

  private double along(int edge, double x, double y) {
    double dx = ends[4 * edge + 2] - ends[4 * edge];
    double dy = ends[4 * edge + 3] - ends[4 * edge + 1];
    double length = dx * dx + dy * dy;
    double t =
        length == 0 ? 0 : ((x - ends[4 * edge]) * dx + (y - ends[4 * edge + 1]) * dy) / length;
    return Math.max(0, Math.min(1, t));
  }

  private boolean isInside(double x, double y) {
    boolean inside = false;
    for (int i = 0; i < ends.length; i += 4) {
      if (ends[i + 1] > y != ends[i + 3] > y
          && x
              < (ends[i + 2] - ends[i]) * (y - ends[i + 1]) / (ends[i + 3] - ends[i + 1])
                  + ends[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
