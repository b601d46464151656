package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexSegmentSetMutualIntersector;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Keeps drawings out that no hand draws and that would take minutes: the work of an edit grows with
 * the square of the places where a line meets itself and borders.
 */
final class Intricacy {

  /** Drawn points of one edit. */
  static final int MOST_POINTS = 10_000;

  /** Places where what is drawn crosses itself or outlines of the grids concerned. */
  static final int MOST_CROSSINGS = 2_000;

  /** Less points than this can not cross themselves too often. */
  private static final int FEW_POINTS = 60;

  private Intricacy() {}

  /**
   * @param outlines of grids that the line is to meet
   * @throws EditRefusedException {@code too-intricate}
   */
  static void require(List<LatticePoint> line, Collection<LatticeMultiPolygon> outlines) {
    Coordinate[] points =
        line.stream().map(it -> new Coordinate(it.x(), it.y())).toArray(Coordinate[]::new);
    require(List.of(new BasicSegmentString(points, null)), points.length, outlines);
  }

  /** As above, of several lines that are {@link Packed}. */
  static void requireAll(Collection<long[]> lines, Collection<LatticeMultiPolygon> outlines) {
    List<SegmentString> drawn = new ArrayList<>();
    int size = 0;
    for (long[] line : lines) {
      Coordinate[] points = new Coordinate[line.length];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(Packed.x(line[i]), Packed.y(line[i]));
      }
      drawn.add(new BasicSegmentString(points, null));
      size += points.length;
    }
    require(drawn, size, outlines);
  }

  /** As above, of the outline of a drawn area. */
  static void require(LatticeMultiPolygon area, Collection<LatticeMultiPolygon> outlines) {
    List<SegmentString> rings = rings(area);
    require(rings, rings.stream().mapToInt(SegmentString::size).sum(), outlines);
  }

  private static void require(
      List<SegmentString> drawn, int points, Collection<LatticeMultiPolygon> outlines) {
    if (points > MOST_POINTS) {
      throw EditRefusedException.of(Refusal.TOO_INTRICATE, MOST_POINTS, MOST_CROSSINGS);
    }
    if (points < FEW_POINTS) {
      return;
    }
    Counter counter = new Counter();
    // pairs of drawn segments are seen from both sides
    new MCIndexSegmentSetMutualIntersector(drawn).process(drawn, counter);
    counter.count /= 2;
    List<SegmentString> borders = new ArrayList<>();
    outlines.forEach(area -> borders.addAll(rings(area)));
    new MCIndexSegmentSetMutualIntersector(drawn).process(borders, counter);
    if (counter.count > MOST_CROSSINGS) {
      throw EditRefusedException.of(Refusal.TOO_INTRICATE, MOST_POINTS, MOST_CROSSINGS);
    }
  }

  private static List<SegmentString> rings(LatticeMultiPolygon area) {
    List<SegmentString> rings = new ArrayList<>();
    area.forEachRing(ring -> rings.add(new BasicSegmentString(points(ring), null)));
    return rings;
  }

  private static Coordinate[] points(LatticeRing ring) {
    Coordinate[] points = new Coordinate[ring.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(ring.x(i), ring.y(i));
    }
    return points;
  }

  /** Counts places where two segments cross, and stops where there are far too many. */
  private static final class Counter implements SegmentIntersector {

    private final RobustLineIntersector intersector = new RobustLineIntersector();
    private int count;

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
      intersector.computeIntersection(
          a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
      if (intersector.isProper()) {
        count++;
      }
    }

    @Override
    public boolean isDone() {
      return count > 2 * MOST_CROSSINGS + 1;
    }
  }
}
