package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;

/**
 * The faces into which some grids of a patch are divided by what was drawn. Immutable.
 *
 * @param codes the grids; their position is their number in the arrangement
 * @param drawn number of the drawn area in the arrangement, or -1 where lines were drawn
 */
record DividedPatch(Arrangement arrangement, List<String> codes, int drawn) {

  /** Divides grids by a line that was made to meet them. */
  static DividedPatch cutBy(Patch patch, List<String> codes, List<LatticePoint> line, Snap snap) {
    Intricacy.require(line, patch.areas(codes));
    long[] points = line.stream().mapToLong(it -> Packed.of(it.x(), it.y())).toArray();
    long[] noded = new Cutting(patch, codes, snap).cut(points);
    return new DividedPatch(
        Arrangement.divided(patch.areas(codes), List.of(noded)), List.copyOf(codes), -1);
  }

  /** Divides grids by an area whose outline was made to meet them. */
  static DividedPatch over(Patch patch, List<String> codes, LatticeMultiPolygon area, Snap snap) {
    Intricacy.require(area, patch.areas(codes));
    Cutting cutting = new Cutting(patch, codes, snap);
    List<LatticePolygon> polygons = new ArrayList<>();
    for (LatticePolygon polygon : area.polygons()) {
      List<LatticeRing> holes = new ArrayList<>();
      polygon.holes().forEach(hole -> cut(cutting, hole).ifPresent(holes::add));
      cut(cutting, polygon.shell())
          .ifPresent(shell -> polygons.add(new LatticePolygon(shell, holes)));
    }
    List<LatticeMultiPolygon> areas = new ArrayList<>(patch.areas(codes));
    if (!polygons.isEmpty()) {
      areas.add(new LatticeMultiPolygon(polygons));
    }
    return new DividedPatch(
        Arrangement.divided(areas, List.of()), List.copyOf(codes), codes.size());
  }

  /** A ring that meets the outlines; empty where snapping leaves no ring of it. */
  private static Optional<LatticeRing> cut(Cutting cutting, LatticeRing ring) {
    long[] points = new long[ring.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = Packed.of(ring.x(i), ring.y(i));
    }
    long[] noded = cutting.cut(points);
    if (LongStream.of(noded).distinct().count() < 3) {
      return Optional.empty();
    }
    int[] xy = new int[2 * noded.length];
    for (int i = 0; i < noded.length; i++) {
      xy[2 * i] = Packed.x(noded[i]);
      xy[2 * i + 1] = Packed.y(noded[i]);
    }
    return Optional.of(LatticeRing.of(xy));
  }

  /** Faces of a grid. */
  int[] facesOf(int grid) {
    return arrangement.boundedFaces().filter(face -> arrangement.covers(grid, face)).toArray();
  }

  /** Whether a face belongs to a grid, or to the given one where it is 0 or more. */
  boolean isOwned(int face) {
    return IntStream.of(arrangement.owners(face)).anyMatch(owner -> owner != drawn);
  }

  /** Whether a face lies inside the drawn area. */
  boolean isDrawn(int face) {
    return drawn >= 0 && arrangement.covers(drawn, face);
  }

  Optional<LatticeMultiPolygon> area(List<Integer> faces) {
    return arrangement.area(faces.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Twice the area of an area in square steps. */
  static double size(LatticeMultiPolygon area) {
    double[] sum = {0};
    area.forEachRing(ring -> sum[0] += ring.signedArea2());
    return sum[0];
  }
}
