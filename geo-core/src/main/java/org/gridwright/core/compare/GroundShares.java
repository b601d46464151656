package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;

/**
 * How the ground of one unit is shared among units of the other plan: the faces of its outline and
 * theirs, noded on the lattice.
 */
final class GroundShares {

  private static final double METRES_PER_STEP = 111_195.0 / Lattice.STEPS_PER_DEGREE;

  /**
   * A part of the unit's ground.
   *
   * @param other position in the list of others; {@code NOBODY} for none of them
   * @param narrow whether no circle of the sliver width fits inside
   */
  record GroundPart(int other, double squareMetres, boolean narrow) {}

  private final Arrangement arrangement;
  private final double widthMetres;

  private GroundShares(Arrangement arrangement, double widthMetres) {
    this.arrangement = arrangement;
    this.widthMetres = widthMetres;
  }

  /** Shares of more than nothing, in order of the others, nobody's first. */
  static List<GroundPart> shares(
      LatticeMultiPolygon unit,
      List<LatticeMultiPolygon> others,
      double widthMetres,
      Progress progress) {
    List<LatticeMultiPolygon> areas = new ArrayList<>(others.size() + 1);
    areas.add(unit);
    areas.addAll(others);
    return new GroundShares(Arrangement.divided(areas, List.of(), progress), widthMetres).shares();
  }

  private List<GroundPart> shares() {
    Map<Integer, BitSet> facesByOther = new TreeMap<>();
    arrangement
        .boundedFaces()
        .forEach(
            face -> {
              int[] owners = arrangement.owners(face);
              if (owners.length > 0 && owners[0] == 0) {
                for (int k = owners.length == 1 ? 0 : 1; k < owners.length; k++) {
                  facesByOther.computeIfAbsent(owners[k] - 1, it -> new BitSet()).set(face);
                }
              }
            });
    List<GroundPart> shares = new ArrayList<>();
    facesByOther.forEach(
        (other, faces) -> {
          double squareMetres = squareMetres(faces);
          if (squareMetres > 0) {
            shares.add(new GroundPart(other, squareMetres, isNarrow(faces, squareMetres)));
          }
        });
    return shares;
  }

  private double squareMetres(BitSet faces) {
    double[] sum = {0};
    faces.stream()
        .forEach(
            face ->
                arrangement.forEachHalf(
                    face,
                    half ->
                        sum[0] -=
                            EqualArea.under(
                                arrangement.x(half),
                                arrangement.y(half),
                                arrangement.x(half ^ 1),
                                arrangement.y(half ^ 1))));
    return sum[0];
  }

  /**
   * The radius of the largest circle is at least area / perimeter, and its area at most the whole;
   * only what lies between is looked at closely.
   */
  private boolean isNarrow(BitSet faces, double squareMetres) {
    if (squareMetres < Math.PI / 4 * widthMetres * widthMetres) {
      return true;
    }
    if (2 * squareMetres / perimeterMetres(faces) >= widthMetres) {
      return false;
    }
    return arrangement
        .area(faces.stream().toArray())
        .map(LatticeJts::toSteps)
        .map(this::isNarrow)
        .orElse(true);
  }

  private boolean isNarrow(Geometry steps) {
    return LocalMetric.around(steps).isNarrowerThan(steps, widthMetres);
  }

  /** Not too short, on a sphere; borders between the faces are counted too. */
  private double perimeterMetres(BitSet faces) {
    double[] sum = {0};
    faces.stream()
        .forEach(
            face ->
                arrangement.forEachHalf(
                    face,
                    half -> {
                      int y = arrangement.y(half);
                      double north = (double) arrangement.y(half ^ 1) - y;
                      double east = (double) arrangement.x(half ^ 1) - arrangement.x(half);
                      double narrowing = Math.cos(Math.toRadians(Lattice.degrees(y)));
                      sum[0] += Math.hypot(north, east * narrowing);
                    }));
    return sum[0] * METRES_PER_STEP * 1.01;
  }
}
