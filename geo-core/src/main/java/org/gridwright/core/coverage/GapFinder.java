package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.LineSegment;

/** Finds the enclosed faces that no grid covers, and whose grids lie around them. */
final class GapFinder {

  private final SoundShapes shapes;
  private final UnmatchedEdges edges;
  private final CoverageRules rules;

  GapFinder(SoundShapes shapes, UnmatchedEdges edges, CoverageRules rules) {
    this.shapes = shapes;
    this.edges = edges;
    this.rules = rules;
  }

  /** One finding for each gap, by face. */
  Map<Faces.Face, Finding> find(List<Faces.Face> faces) {
    Map<Faces.Face, Finding> findings = new LinkedHashMap<>();
    for (Faces.Face face : faces) {
      if (face.depth() == 0) {
        LocalMetric metric = LocalMetric.around(face.area());
        double area = metric.squareMetres(face.area());
        if (area >= rules.smallestSquareMetres()) {
          findings.put(face, finding(face, area, metric.widthMetres(face.area())));
        }
      }
    }
    return findings;
  }

  private Finding finding(Faces.Face face, double area, double width) {
    List<String> neighbours = neighbours(face);
    boolean sliver = width < rules.gapWidthMetres();
    return FindingMaker.make(
        Finding.Kind.GAP,
        sliver ? Severity.BLOCKING : Severity.WARNING,
        face.area(),
        area,
        width,
        neighbours,
        Message.core(
            sliver ? "coverage.gap" : "coverage.gap-wide",
            Wording.codes(neighbours),
            Wording.figure(area),
            Wording.figure(width)));
  }

  private List<String> neighbours(Faces.Face face) {
    TreeSet<Integer> grids = new TreeSet<>();
    for (LineSegment side : face.sides()) {
      grids.addAll(edges.gridsAt(side.midPoint()));
    }
    List<String> codes = new ArrayList<>();
    grids.forEach(grid -> codes.add(shapes.code(grid)));
    return codes;
  }
}
