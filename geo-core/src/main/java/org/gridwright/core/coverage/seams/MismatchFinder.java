package org.gridwright.core.coverage.seams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Wording;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
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

  private final Examined examined;
  private final Arrangement arrangement;
  private final OverlapFinder overlaps;
  private final GapFinder gaps;
  private final Map<Integer, List<Integer>> around = new HashMap<>();

  MismatchFinder(Examined examined, OverlapFinder overlaps, GapFinder gaps) {
    this.examined = examined;
    this.arrangement = examined.arrangement();
    this.overlaps = overlaps;
    this.gaps = gaps;
  }

  /** One finding for each set of grids whose edges do not match. */
  List<Finding> findings() {
    Map<List<Integer>, List<Integer>> edgesByGrids = new TreeMap<>(BY_GRIDS);
    for (int edge = 0; edge < arrangement.edgeCount(); edge++) {
      examined.progress().checkpoint();
      if (arrangement.isUnmatched(edge) && !isExplained(edge)) {
        edgesByGrids.computeIfAbsent(gridsOf(edge), grids -> new ArrayList<>()).add(edge);
      }
    }
    List<Finding> findings = new ArrayList<>();
    edgesByGrids.forEach((grids, edges) -> findings.add(finding(grids, edges)));
    return findings;
  }

  private boolean isExplained(int edge) {
    Side left = sideOf(arrangement.face(2 * edge));
    Side right = sideOf(arrangement.face(2 * edge + 1));
    if (left == Side.REPORTED || right == Side.REPORTED) {
      return true;
    }
    return left != right && left != Side.TOO_SMALL && right != Side.TOO_SMALL;
  }

  private Side sideOf(int face) {
    boolean empty = arrangement.depth(face) == 0;
    if (empty && !gaps.isEnclosedGap(face)) {
      return Side.OUTSIDE;
    }
    if (arrangement.depth(face) == 1) {
      return Side.SOUND;
    }
    boolean reported = empty ? gaps.findings().containsKey(face) : overlaps.isReported(face);
    return reported ? Side.REPORTED : Side.TOO_SMALL;
  }

  private List<Integer> gridsOf(int edge) {
    TreeSet<Integer> grids = new TreeSet<>();
    for (int half = 2 * edge; half <= 2 * edge + 1; half++) {
      int face = arrangement.face(half);
      if (sideOf(face) == Side.TOO_SMALL) {
        return around.computeIfAbsent(face, it -> List.copyOf(examined.gridsAround(it)));
      }
      examined.addOwners(face, grids);
    }
    return List.copyOf(grids);
  }

  private Finding finding(List<Integer> grids, List<Integer> edges) {
    examined.progress().checkpoint();
    LineMerger merger = new LineMerger();
    for (int edge : edges) {
      Coordinate[] ends = {start(2 * edge), start(2 * edge + 1)};
      merger.add(FACTORY.createLineString(ends));
    }
    Collection<?> merged = merger.getMergedLineStrings();
    Geometry place = FACTORY.createMultiLineString(merged.toArray(LineString[]::new));
    List<String> codes = examined.codes(grids);
    return FindingMaker.make(
        Finding.Kind.MISMATCHED_EDGE,
        place,
        codes,
        Finding.Kind.MISMATCHED_EDGE.says(
            Wording.codes(codes), Wording.place(place.norm().getCoordinate())));
  }

  private Coordinate start(int half) {
    return new Coordinate(arrangement.x(half), arrangement.y(half));
  }
}
