package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Finds unmatched edges that no other finding explains: neighbours whose lines lie on each other
 * but whose vertices differ, or which are apart by less than an overlap or gap has to be.
 */
final class MismatchFinder {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Comparator<List<Integer>> BY_GRIDS = Comparator.comparing(List::toString);

  /** What lies on one side of a line. */
  private enum Side {
    OUTSIDE,
    SOUND,
    REPORTED,
    TOO_SMALL
  }

  private final SoundShapes shapes;
  private final UnmatchedEdges edges;
  private final Set<OverlapFinder.Pair> overlaps;
  private final Set<Faces.Face> gaps;
  private final Map<Faces.Face, List<Integer>> around = new HashMap<>();

  MismatchFinder(
      SoundShapes shapes,
      UnmatchedEdges edges,
      Set<OverlapFinder.Pair> overlaps,
      Set<Faces.Face> gaps) {
    this.shapes = shapes;
    this.edges = edges;
    this.overlaps = overlaps;
    this.gaps = gaps;
  }

  /** One finding for each set of grids whose edges do not match. */
  List<Finding> find(Faces faces) {
    Map<List<Integer>, List<LineSegment>> linesByGrids = new TreeMap<>(BY_GRIDS);
    faces
        .bySide()
        .forEach(
            (line, beside) -> {
              if (!isExplained(beside)) {
                linesByGrids
                    .computeIfAbsent(gridsOf(line, beside), grids -> new ArrayList<>())
                    .add(line);
              }
            });
    List<Finding> findings = new ArrayList<>();
    linesByGrids.forEach((grids, lines) -> findings.add(finding(grids, lines)));
    return findings;
  }

  private boolean isExplained(List<Faces.Face> beside) {
    Side left = beside.isEmpty() ? Side.OUTSIDE : sideOf(beside.get(0));
    Side right = beside.size() < 2 ? Side.OUTSIDE : sideOf(beside.get(1));
    if (left == Side.REPORTED || right == Side.REPORTED) {
      return true;
    }
    return left != right && left != Side.TOO_SMALL && right != Side.TOO_SMALL;
  }

  private Side sideOf(Faces.Face face) {
    if (face.depth() == 1) {
      return Side.SOUND;
    }
    boolean reported = face.depth() == 0 ? gaps.contains(face) : overlapReported(face.grids());
    return reported ? Side.REPORTED : Side.TOO_SMALL;
  }

  private boolean overlapReported(List<Integer> grids) {
    for (int i = 0; i < grids.size(); i++) {
      for (int j = i + 1; j < grids.size(); j++) {
        if (overlaps.contains(new OverlapFinder.Pair(grids.get(i), grids.get(j)))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Integer> gridsOf(LineSegment line, List<Faces.Face> beside) {
    for (Faces.Face face : beside) {
      if (sideOf(face) == Side.TOO_SMALL) {
        return around.computeIfAbsent(face, this::gridsAround);
      }
    }
    return List.copyOf(edges.gridsAt(line.midPoint()));
  }

  private List<Integer> gridsAround(Faces.Face face) {
    TreeSet<Integer> grids = new TreeSet<>(face.grids());
    face.sides().forEach(side -> grids.addAll(edges.gridsAt(side.midPoint())));
    return List.copyOf(grids);
  }

  private Finding finding(List<Integer> grids, List<LineSegment> lines) {
    LineMerger merger = new LineMerger();
    lines.forEach(line -> merger.add(line.toGeometry(FACTORY)));
    Collection<?> merged = merger.getMergedLineStrings();
    Geometry place = FACTORY.createMultiLineString(merged.toArray(LineString[]::new));
    List<String> codes = grids.stream().map(shapes::code).toList();
    return FindingMaker.make(
        Finding.Kind.MISMATCHED_EDGE,
        place,
        codes,
        Message.core(
            "coverage.mismatched-edge",
            Wording.codes(codes),
            Wording.place(place.norm().getCoordinate())));
  }
}
