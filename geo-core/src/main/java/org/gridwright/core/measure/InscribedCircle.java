package org.gridwright.core.measure;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The radius of the largest circle inside a polygon, by branch and bound over square cells (as in
 * mapbox/polylabel, 2016), to within 10 %. The effort is bounded: for pieces thousands of times
 * longer than wide the answer is the best circle found so far, and never less than {@code area /
 * perimeter}, which a largest circle's radius never falls below.
 */
final class InscribedCircle {

  private static final double RELATIVE_TOLERANCE = 0.1;
  private static final int MOST_CELLS = 20_000;
  private static final int MOST_STARTING_CELLS = 500;

  private record Cell(double x, double y, double half, double distance) {

    /** No point of the cell is farther inside than this. */
    double bound() {
      return distance + half * Math.sqrt(2);
    }
  }

  private final double[][] rings;

  private InscribedCircle(Polygon polygon) {
    this.rings = new double[1 + polygon.getNumInteriorRing()][];
    rings[0] = ordinates(polygon.getExteriorRing());
    for (int i = 1; i < rings.length; i++) {
      rings[i] = ordinates(polygon.getInteriorRingN(i - 1));
    }
  }

  /** The radius, in the unit of the polygon's coordinates, which must be isotropic. */
  static double radius(Polygon polygon) {
    double least = polygon.getArea() / polygon.getLength();
    return least > 0
        ? new InscribedCircle(polygon).search(polygon.getEnvelopeInternal(), least)
        : 0;
  }

  private double search(Envelope box, double least) {
    PriorityQueue<Cell> open =
        new PriorityQueue<>(Comparator.comparingDouble(Cell::bound).reversed());
    double side =
        Math.max(
            Math.min(box.getWidth(), box.getHeight()),
            Math.max(box.getWidth(), box.getHeight()) / MOST_STARTING_CELLS);
    for (double x = box.getMinX(); x < box.getMaxX(); x += side) {
      for (double y = box.getMinY(); y < box.getMaxY(); y += side) {
        open.add(cell(x + side / 2, y + side / 2, side / 2));
      }
    }
    double best = least;
    for (int seen = open.size(); !open.isEmpty() && seen < MOST_CELLS; seen += 4) {
      Cell cell = open.poll();
      best = Math.max(best, cell.distance());
      if (cell.bound() <= best * (1 + RELATIVE_TOLERANCE)) {
        break;
      }
      double quarter = cell.half() / 2;
      for (int i = 0; i < 4; i++) {
        double x = cell.x() + ((i & 1) == 0 ? -quarter : quarter);
        double y = cell.y() + ((i & 2) == 0 ? -quarter : quarter);
        Cell part = cell(x, y, quarter);
        best = Math.max(best, part.distance());
        if (part.bound() > best * (1 + RELATIVE_TOLERANCE)) {
          open.add(part);
        }
      }
    }
    return best;
  }

  private Cell cell(double x, double y, double half) {
    return new Cell(x, y, half, signedDistance(x, y));
  }

  /** Distance to the nearest edge, negative outside. */
  private double signedDistance(double x, double y) {
    boolean inside = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] ring : rings) {
      for (int i = 0; i + 3 < ring.length; i += 2) {
        double x1 = ring[i];
        double y1 = ring[i + 1];
        double dx = ring[i + 2] - x1;
        double dy = ring[i + 3] - y1;
        if (y1 > y != ring[i + 3] > y && x < dx * (y - y1) / dy + x1) {
          inside = !inside;
        }
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
        double clamped = Math.max(0, Math.min(1, t));
        double ex = x - x1 - clamped * dx;
        double ey = y - y1 - clamped * dy;
        nearest = Math.min(nearest, ex * ex + ey * ey);
      }
    }
    return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
  }

  private static double[] ordinates(LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    double[] xy = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      xy[2 * i] = points[i].x;
      xy[2 * i + 1] = points[i].y;
    }
    return xy;
  }
}
