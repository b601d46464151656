package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces that the unmatched edges cut the plane into, each with the grids over it.
 *
 * <p>Where a matched edge is crossed, one grid ends and another begins, so the <em>number</em> of
 * grids is the same all over a face: none makes it an enclosed gap, one is sound, more is an
 * overlap. The lines are noded by snap rounding on a grid a thousand times finer than the lattice
 * (10 micrometres), which can not fail; what is thinner than that has no face.
 */
final class Faces {

  private static final double NODES_PER_STEP = 1000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * A bounded face.
   *
   * @param area in lattice steps
   * @param grids indices of the grids over its interior point, ascending; over other points as many
   *     others may lie
   */
  record Face(Polygon area, List<Integer> grids) {

    int depth() {
      return grids.size();
    }

    /** The noded lines around it, each pointing the way that makes equal lines equal. */
    List<LineSegment> sides() {
      List<LineSegment> sides = new ArrayList<>();
      addSides(area.getExteriorRing(), sides);
      for (int i = 0; i < area.getNumInteriorRing(); i++) {
        addSides(area.getInteriorRingN(i), sides);
      }
      return sides;
    }

    private static void addSides(LinearRing ring, List<LineSegment> sides) {
      Coordinate[] points = ring.getCoordinates();
      for (int i = 0; i + 1 < points.length; i++) {
        sides.add(line(points[i], points[i + 1]));
      }
    }
  }

  private final List<Face> faces;
  private final Map<LineSegment, List<Face>> facesBySide;

  private Faces(List<Face> faces, Map<LineSegment, List<Face>> facesBySide) {
    this.faces = faces;
    this.facesBySide = facesBySide;
  }

  static Faces of(UnmatchedEdges edges, SoundShapes shapes) {
    Map<LineSegment, List<Face>> bySide = node(edges);
    Polygonizer polygonizer = new Polygonizer();
    for (LineSegment side : bySide.keySet()) {
      polygonizer.add(side.toGeometry(FACTORY));
    }
    PointDepth depth = new PointDepth(shapes);
    List<Face> faces = new ArrayList<>();
    for (Object found : polygonizer.getPolygons()) {
      Polygon area = (Polygon) ((Polygon) found).norm();
      Face face = new Face(area, depth.gridsOver(area.getInteriorPoint().getCoordinate()));
      faces.add(face);
      face.sides().forEach(side -> bySide.get(side).add(face));
    }
    return new Faces(faces, bySide);
  }

  List<Face> all() {
    return faces;
  }

  /** Every noded line with the one or two bounded faces beside it, or none. */
  Map<LineSegment, List<Face>> bySide() {
    return facesBySide;
  }

  private static Map<LineSegment, List<Face>> node(UnmatchedEdges edges) {
    List<SegmentString> lines = new ArrayList<>();
    for (UnmatchedEdges.Edge edge : edges.all()) {
      Coordinate[] ends = {edge.segment().p0, edge.segment().p1};
      lines.add(new NodedSegmentString(ends, null));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(NODES_PER_STEP));
    noder.computeNodes(lines);
    Map<LineSegment, List<Face>> sides = new LinkedHashMap<>();
    Collection<?> noded = noder.getNodedSubstrings();
    for (Object string : noded) {
      Coordinate[] points = ((SegmentString) string).getCoordinates();
      for (int i = 0; i + 1 < points.length; i++) {
        sides.putIfAbsent(line(points[i], points[i + 1]), new ArrayList<>(2));
      }
    }
    return sides;
  }

  private static LineSegment line(Coordinate a, Coordinate b) {
    LineSegment line = new LineSegment(a, b);
    line.normalize();
    return line;
  }

  /** Counts the grids over a point, half-open so that a shared edge counts once. */
  private static final class PointDepth {

    private final SoundShapes shapes;
    private final Map<Integer, Geometry> built = new HashMap<>();

    PointDepth(SoundShapes shapes) {
      this.shapes = shapes;
    }

    List<Integer> gridsOver(Coordinate point) {
      return shapes.near(new Envelope(point)).stream()
          .filter(
              grid ->
                  HalfOpenContains.test(
                      built.computeIfAbsent(grid, shapes::steps), point.x, point.y))
          .toList();
    }
  }
}
