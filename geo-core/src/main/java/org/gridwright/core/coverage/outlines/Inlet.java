package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.measure.LocalFrame;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * A narrow part of the outside.
 *
 * @param steps its polygon in lattice steps: the outline on its sides, a straight line across each
 *     mouth
 * @param sides the middles of its edges along the outline, in lattice steps
 * @param mouthMetres width of its widest mouth
 * @param depthMetres how far its farthest corner, or middle of a side, lies from the nearest mouth
 */
public record Inlet(Polygon steps, List<Coordinate> sides, double mouthMetres, double depthMetres) {

  /** What is so near to the outline, in metres, lies on it. */
  static final double NEAR = 0.002;

  /** What is narrower, in metres, is within the exactness of a disc made of straight lines. */
  static final double LEAST_WIDTH = 2 * NEAR;

  /** Corners on slanted edges are rounded to the lattice, by √½ of a step. */
  private static final double ROUNDED = 0.009;

  /** A disc comes to rest this near to the vertex that it touches. */
  private static final double VERTEX_STEPS = 4;

  /** A notch between several units counts when it is this many times deeper than wide. */
  private static final double DEEP_BETWEEN = 1.4;

  /** A notch within one unit counts when it is this many times deeper than wide. */
  private static final double DEEP_WITHIN = 3;

  private static final GeometryFactory STEPS = new GeometryFactory();

  public Inlet {
    sides = List.copyOf(sides);
  }

  /**
   * Whether it is more than a corner: 1.4 times as deep as its mouth is wide where several units
   * lie along it (a notch of less than 39 degrees), three times as deep within one (less than 19
   * degrees). A disc leaves 0.897 of its diameter in depth in a notch of 53 degrees, and 0.895 in
   * width.
   */
  public boolean isDeep(int unitsAlong) {
    return depthMetres >= (unitsAlong > 1 ? DEEP_BETWEEN : DEEP_WITHIN) * mouthMetres;
  }

  /** What a disc leaves, with its round mouths made straight; empty where nothing is left so. */
  static Optional<Inlet> of(Polygon piece, Geometry outline, LocalFrame frame) {
    IndexedFacetDistance toOutline = new IndexedFacetDistance(outline);
    KdTree vertices = new KdTree();
    for (Coordinate vertex : outline.getCoordinates()) {
      vertices.insert(frame.toSteps(vertex));
    }
    List<Coordinate> kept = new ArrayList<>();
    for (Coordinate point : piece.getExteriorRing().getCoordinates()) {
      if (isNear(toOutline, point)) {
        Coordinate steps = atVertex(frame.toSteps(point), vertices);
        if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(steps)) {
          kept.add(steps);
        }
      }
    }
    if (kept.size() > 1 && kept.get(0).equals2D(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    if (kept.size() < 3) {
      return Optional.empty();
    }
    kept.add(kept.get(0));
    Polygon steps = STEPS.createPolygon(kept.toArray(Coordinate[]::new));
    return steps.isValid() && steps.getArea() > 0
        ? measured((Polygon) steps.norm(), toOutline, frame)
        : Optional.empty();
  }

  /** The vertex of the outline that a point is very near to, else the point. */
  private static Coordinate atVertex(Coordinate steps, KdTree vertices) {
    Envelope near = new Envelope(steps);
    near.expandBy(VERTEX_STEPS);
    List<?> found = vertices.query(near);
    return found.stream()
        .map(it -> ((KdNode) it).getCoordinate())
        .min(
            Comparator.comparingDouble((Coordinate it) -> it.distance(steps))
                .thenComparing(it -> it))
        .orElse(steps);
  }

  private static Optional<Inlet> measured(
      Polygon steps, IndexedFacetDistance toOutline, LocalFrame frame) {
    Coordinate[] points = steps.getExteriorRing().getCoordinates();
    List<LineSegment> mouths = new ArrayList<>();
    List<Coordinate> sides = new ArrayList<>();
    double widest = 0;
    for (int i = 1; i < points.length; i++) {
      LineSegment edge =
          new LineSegment(
              frame.toMetres(points[i - 1].x, points[i - 1].y),
              frame.toMetres(points[i].x, points[i].y));
      if (isAlong(toOutline, edge)) {
        sides.add(LineSegment.midPoint(points[i - 1], points[i]));
      } else {
        mouths.add(edge);
        widest = Math.max(widest, edge.getLength());
      }
    }
    if (mouths.isEmpty()) {
      return Optional.empty();
    }
    double deepest = 0;
    List<Coordinate> candidates = new ArrayList<>(List.of(points));
    candidates.addAll(sides);
    for (Coordinate point : candidates) {
      Coordinate metres = frame.toMetres(point.x, point.y);
      double nearest =
          mouths.stream()
              .mapToDouble(mouth -> Distance.pointToSegment(metres, mouth.p0, mouth.p1))
              .min()
              .orElse(0);
      deepest = Math.max(deepest, nearest);
    }
    return Optional.of(new Inlet(steps, sides, widest, deepest));
  }

  /** Whether an edge follows the outline; of what is short, only what lies on it exactly. */
  private static boolean isAlong(IndexedFacetDistance outline, LineSegment edge) {
    double near = edge.getLength() > 4 * ROUNDED ? ROUNDED : NEAR;
    return edge.getLength() < NEAR || outline.distance(STEPS.createPoint(edge.midPoint())) <= near;
  }

  private static boolean isNear(IndexedFacetDistance outline, Coordinate metres) {
    return outline.distance(STEPS.createPoint(metres)) <= NEAR;
  }
}
