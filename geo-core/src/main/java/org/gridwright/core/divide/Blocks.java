package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The blocks that an outline and the streets inside it enclose: simple polygons that together are
 * exactly the outline's inside.
 */
final class Blocks {

  private static final GeometryFactory STEPS = new GeometryFactory();

  private final LocalFrame frame;
  private final List<long[]> rings = new ArrayList<>();
  private final Map<DirectedEdge, Integer> streets;
  private final Progress progress;

  private Blocks(
      LatticeMultiPolygon area,
      Map<DirectedEdge, Integer> streets,
      LocalFrame frame,
      Progress progress) {
    this.frame = frame;
    this.streets = streets;
    this.progress = progress;
    if (streets.isEmpty()) {
      area.polygons().forEach(this::addWithoutHoles);
      return;
    }
    Set<DirectedEdge> edges = new HashSet<>(streets.keySet());
    Set<DirectedEdge> outline = new HashSet<>();
    area.forEachRing(ring -> addEdges(ring, outline));
    outline.forEach(edge -> edges.add(edge.undirected()));
    progress.checkpoint();
    for (LatticePolygon face : faces(edges)) {
      progress.checkpoint();
      if (isInside(face, outline)) {
        addWithoutHoles(face);
      }
    }
    rings.sort(Comparator.<long[]>comparingLong(ring -> ring[0]).thenComparingLong(r -> r[1]));
  }

  /**
   * @param area valid
   * @param streets undirected edges inside the area that meet each other and the outline at ends
   *     only, by number of the street; dead ends enclose nothing
   */
  static Blocks of(
      LatticeMultiPolygon area,
      Map<DirectedEdge, Integer> streets,
      LocalFrame frame,
      Progress progress) {
    return new Blocks(area, streets, frame, progress);
  }

  /** Open, counter-clockwise; none touches itself. */
  List<long[]> rings() {
    return rings;
  }

  /** Undirected edges along streets, by number of the street. */
  Map<DirectedEdge, Integer> streets() {
    return streets;
  }

  private static void addEdges(LatticeRing ring, Set<DirectedEdge> edges) {
    long[] open = Rings.open(ring);
    for (int i = 0; i < open.length; i++) {
      edges.add(new DirectedEdge(open[i], open[(i + 1) % open.length]));
    }
  }

  /** Faces outside have an edge of the outline the other way round. */
  private static boolean isInside(LatticePolygon face, Set<DirectedEdge> outline) {
    Set<DirectedEdge> edges = new HashSet<>();
    addEdges(face.shell(), edges);
    face.holes().forEach(hole -> addEdges(hole, edges));
    return edges.stream().noneMatch(edge -> outline.contains(edge.reversed()));
  }

  private void addWithoutHoles(LatticePolygon polygon) {
    progress.checkpoint();
    if (polygon.holes().isEmpty()) {
      rings.add(canonical(Rings.open(polygon.shell())));
      return;
    }
    Set<DirectedEdge> outline = new HashSet<>();
    addEdges(polygon.shell(), outline);
    polygon.holes().forEach(hole -> addEdges(hole, outline));
    Set<DirectedEdge> edges = new HashSet<>();
    outline.forEach(edge -> edges.add(edge.undirected()));
    Bridges.of(polygon, frame).forEach(bridge -> edges.add(bridge.undirected()));
    if (edges.size() == outline.size()) {
      throw new IllegalStateException("no cut leads from a hole to its outline: " + polygon);
    }
    faces(edges).stream().filter(face -> isInside(face, outline)).forEach(this::addWithoutHoles);
  }

  /** The ring from its smallest point on, so that it does not matter where it was begun. */
  private static long[] canonical(long[] ring) {
    int first = 0;
    for (int i = 1; i < ring.length; i++) {
      first = ring[i] < ring[first] ? i : first;
    }
    long[] turned = new long[ring.length];
    System.arraycopy(ring, first, turned, 0, ring.length - first);
    System.arraycopy(ring, 0, turned, ring.length - first, first);
    return turned;
  }

  /** All bounded faces among edges that meet at their ends only. */
  private static List<LatticePolygon> faces(Set<DirectedEdge> edges) {
    Map<Long, Coordinate> points = new HashMap<>();
    Polygonizer polygonizer = new Polygonizer();
    for (DirectedEdge edge : edges) {
      polygonizer.add(
          STEPS.createLineString(
              new Coordinate[] {
                points.computeIfAbsent(edge.from(), Blocks::coordinate),
                points.computeIfAbsent(edge.to(), Blocks::coordinate)
              }));
    }
    List<LatticePolygon> faces = new ArrayList<>();
    for (Object polygon : polygonizer.getPolygons()) {
      faces.addAll(LatticeJts.fromSteps((Geometry) polygon).polygons());
    }
    return faces;
  }

  private static Coordinate coordinate(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }
}
