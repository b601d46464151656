package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Puts streets into outlines without moving these. What runs within some metres of the outline is
 * left away, and a street that is cut off so is led to a near vertex of the outline instead. Then
 * the streets are noded on the lattice (snap rounding, as in JTS). Immutable and thread-safe.
 */
final class Streets {

  private static final GeometryFactory STEPS = new GeometryFactory();
  private static final Integer OUTLINE = -1;

  /** Distances from the outline, in metres, that are tried until no outline edge is divided. */
  private static final double[] MARGINS = {3, 8, 20};

  private static final int MOST_LINKS = 8;

  private final List<LatticeLine> lines;
  private final Progress progress;
  private final STRtree tree = new STRtree();

  Streets(List<LatticeLine> lines, Progress progress) {
    this.lines = lines;
    this.progress = progress;
    for (int i = 0; i < lines.size(); i++) {
      tree.insert(Obstacles.envelope(lines.get(i).envelope()), i);
    }
    tree.build();
  }

  /**
   * The edges of the streets inside an area, by number of the line.
   *
   * @param area valid
   * @param reach metres that a street may be led on to reach a vertex of the outline
   */
  Map<DirectedEdge, Integer> inside(LatticeMultiPolygon area, LocalFrame frame, double reach) {
    List<Integer> near = new ArrayList<>();
    Envelope box = Obstacles.envelope(area.envelope());
    for (Object number : tree.query(box)) {
      near.add((Integer) number);
    }
    near.sort(Comparator.naturalOrder());
    for (double margin : MARGINS) {
      progress.checkpoint();
      if (near.isEmpty()) {
        break;
      }
      Map<DirectedEdge, Integer> noded = new Inside(area, frame, margin, reach).noded(near);
      if (noded != null) {
        return noded;
      }
    }
    return Map.of();
  }

  /** The work for one area. */
  private final class Inside {

    private final LocalFrame frame;
    private final double margin;
    private final double reach;
    private final List<DirectedEdge> outline = new ArrayList<>();
    private final Geometry inner;
    private final PreparedGeometry prepared;

    Inside(LatticeMultiPolygon area, LocalFrame frame, double margin, double reach) {
      this.frame = frame;
      this.margin = margin;
      this.reach = reach;
      area.forEachRing(
          ring -> {
            long[] open = Rings.open(ring);
            for (int i = 0; i < open.length; i++) {
              outline.add(new DirectedEdge(open[i], open[(i + 1) % open.length]));
            }
          });
      inner = frame.toSteps(frame.toMetres(LatticeJts.toSteps(area)).buffer(-margin));
      prepared = PreparedGeometryFactory.prepare(inner);
    }

    /** The noded streets; null where the outline would have to change. */
    @Nullable Map<DirectedEdge, Integer> noded(List<Integer> numbers) {
      List<NodedSegmentString> strings = new ArrayList<>();
      for (DirectedEdge edge : outline) {
        strings.add(
            new NodedSegmentString(
                new Coordinate[] {coordinate(edge.from()), coordinate(edge.to())}, OUTLINE));
      }
      for (int number : numbers) {
        progress.checkpoint();
        for (List<Long> piece : pieces(lines.get(number))) {
          strings.add(
              new NodedSegmentString(
                  piece.stream().map(Inside::coordinate).toArray(Coordinate[]::new), number));
        }
      }
      if (strings.size() == outline.size()) {
        return Map.of();
      }
      progress.checkpoint();
      SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
      noder.computeNodes(strings);
      progress.checkpoint();
      return read(noder);
    }

    private @Nullable Map<DirectedEdge, Integer> read(SnapRoundingNoder noder) {
      Map<DirectedEdge, Integer> streets = new HashMap<>();
      Set<DirectedEdge> kept = new HashSet<>();
      for (Object each : noder.getNodedSubstrings()) {
        NodedSegmentString string = (NodedSegmentString) each;
        for (int i = 1; i < string.size(); i++) {
          DirectedEdge edge =
              new DirectedEdge(packed(string.getCoordinate(i - 1)), packed(string.getCoordinate(i)))
                  .undirected();
          if (OUTLINE.equals(string.getData())) {
            kept.add(edge);
          } else {
            streets.merge(edge, (Integer) string.getData(), Math::min);
          }
        }
      }
      for (DirectedEdge edge : outline) {
        if (!kept.contains(edge.undirected())) {
          return null;
        }
      }
      streets.keySet().removeAll(kept);
      return streets;
    }

    /** What of a line lies well inside, each piece led on to the outline where it was cut off. */
    private List<List<Long>> pieces(LatticeLine line) {
      Coordinate[] points = new Coordinate[line.size()];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(line.x(i), line.y(i));
      }
      LineString whole = STEPS.createLineString(points);
      Geometry clipped =
          prepared.contains(whole)
              ? whole
              : OverlayNGRobust.overlay(whole, inner, OverlayNG.INTERSECTION);
      List<List<Long>> pieces = new ArrayList<>();
      for (int i = 0; i < clipped.getNumGeometries(); i++) {
        if (clipped.getGeometryN(i) instanceof LineString part) {
          List<Long> piece = new ArrayList<>();
          for (Coordinate point : Densifier.densify(part, reach / frame.north()).getCoordinates()) {
            long next = packed(point);
            if (piece.isEmpty() || piece.get(piece.size() - 1) != next) {
              piece.add(next);
            }
          }
          if (piece.size() > 1) {
            lead(piece);
            pieces.add(piece);
          }
        }
      }
      return pieces;
    }

    private void lead(List<Long> piece) {
      long first = linkFrom(piece.get(0));
      long last = linkFrom(piece.get(piece.size() - 1));
      if (first != piece.get(0)) {
        piece.add(0, first);
      }
      if (last != piece.get(piece.size() - 1)) {
        piece.add(last);
      }
    }

    /** The vertex of the outline to lead an end to; the end itself where it does not come near. */
    private long linkFrom(long end) {
      progress.checkpoint();
      double nearest = Double.POSITIVE_INFINITY;
      List<Long> vertices = new ArrayList<>();
      for (DirectedEdge edge : outline) {
        nearest = Math.min(nearest, metresFrom(end, edge));
        if (frame.metres(end, edge.from()) < reach) {
          vertices.add(edge.from());
        }
      }
      if (nearest > 1.5 * margin) {
        return end;
      }
      vertices.sort(Comparator.comparingDouble(vertex -> frame.metres(end, vertex)));
      for (long vertex : vertices.subList(0, Math.min(MOST_LINKS, vertices.size()))) {
        if (outline.stream()
            .noneMatch(edge -> Rings.conflict(end, vertex, edge.from(), edge.to()))) {
          return vertex;
        }
      }
      return end;
    }

    private double metresFrom(long point, DirectedEdge edge) {
      double dx = frame.x(edge.to()) - frame.x(edge.from());
      double dy = frame.y(edge.to()) - frame.y(edge.from());
      double px = frame.x(point) - frame.x(edge.from());
      double py = frame.y(point) - frame.y(edge.from());
      double t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
      return Math.hypot(px - t * dx, py - t * dy);
    }

    private static Coordinate coordinate(long point) {
      return new Coordinate(Packed.x(point), Packed.y(point));
    }
  }

  private static long packed(Coordinate point) {
    return Packed.of((int) Math.round(point.x), (int) Math.round(point.y));
  }
}
