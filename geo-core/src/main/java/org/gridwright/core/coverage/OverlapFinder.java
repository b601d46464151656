package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds the area that each pair of grids has in common, near the faces that two or more cover. */
final class OverlapFinder {

  /** Indices of two grids, the smaller first. */
  record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return first != other.first
          ? Integer.compare(first, other.first)
          : Integer.compare(second, other.second);
    }
  }

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final SoundShapes shapes;
  private final CoverageRules rules;

  OverlapFinder(SoundShapes shapes, CoverageRules rules) {
    this.shapes = shapes;
    this.rules = rules;
  }

  /** One finding for each pair that overlaps. */
  Map<Pair, Finding> find(List<Faces.Face> faces) {
    Map<Pair, Finding> findings = new TreeMap<>();
    Map<Integer, Geometry> built = new TreeMap<>();
    for (Pair pair : candidates(faces)) {
      Geometry common =
          OverlayNGRobust.overlay(
              built.computeIfAbsent(pair.first(), shapes::steps),
              built.computeIfAbsent(pair.second(), shapes::steps),
              OverlayNG.INTERSECTION);
      Geometry pieces = largeEnough(common);
      if (!pieces.isEmpty()) {
        findings.put(pair, finding(pair, pieces));
      }
    }
    return findings;
  }

  /**
   * Pairs whose rectangles meet in a face that two or more grids cover. Matched edges may run
   * through the face, so that its interior point does not show all of the grids over it.
   */
  private List<Pair> candidates(List<Faces.Face> faces) {
    Map<Pair, Boolean> pairs = new TreeMap<>();
    for (Faces.Face face : faces) {
      if (face.depth() >= 2) {
        Envelope box = face.area().getEnvelopeInternal();
        List<Integer> near = shapes.near(box);
        for (int i = 0; i < near.size(); i++) {
          for (int j = i + 1; j < near.size(); j++) {
            if (shapes.box(near.get(i)).intersection(shapes.box(near.get(j))).intersects(box)) {
              pairs.put(new Pair(near.get(i), near.get(j)), true);
            }
          }
        }
      }
    }
    return List.copyOf(pairs.keySet());
  }

  private Geometry largeEnough(Geometry common) {
    List<Geometry> pieces = new ArrayList<>();
    for (int i = 0; i < common.getNumGeometries(); i++) {
      Geometry piece = common.getGeometryN(i);
      if (piece instanceof Polygon
          && !piece.isEmpty()
          && LocalMetric.around(piece).squareMetres(piece) >= rules.smallestSquareMetres()) {
        pieces.add(piece);
      }
    }
    return FACTORY.createMultiPolygon(pieces.toArray(Polygon[]::new));
  }

  private Finding finding(Pair pair, Geometry pieces) {
    LocalMetric metric = LocalMetric.around(pieces);
    double area = metric.squareMetres(pieces);
    double width = metric.widthMetres(pieces);
    String first = shapes.code(pair.first());
    String second = shapes.code(pair.second());
    return FindingMaker.make(
        Finding.Kind.OVERLAP,
        Severity.BLOCKING,
        pieces,
        area,
        width,
        List.of(first, second),
        Message.core(
            "coverage.overlap", first, second, Wording.figure(area), Wording.figure(width)));
  }
}
