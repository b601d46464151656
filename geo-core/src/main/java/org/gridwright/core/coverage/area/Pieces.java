package org.gridwright.core.coverage.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The place of a polygonal finding: faces joined, without pieces too small to count, in normal
 * form, so that the same place has the same measures to the last digit.
 *
 * @param place in lattice steps; empty where every piece is too small
 * @param squareMetres area of all pieces
 */
public record Pieces(Geometry place, double squareMetres) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  public static Pieces of(Arrangement arrangement, Collection<Integer> faces, double smallest) {
    return arrangement
        .area(faces.stream().mapToInt(Integer::intValue).toArray())
        .map(area -> of(LatticeJts.toSteps(area), smallest))
        .orElseGet(() -> of(FACTORY.createPolygon(), smallest));
  }

  /** The polygons of a geometry in lattice steps. */
  public static Pieces of(Geometry anySteps, double smallest) {
    Geometry steps = anySteps.norm();
    List<Polygon> kept = new ArrayList<>();
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      if (steps.getGeometryN(i) instanceof Polygon piece
          && !piece.isEmpty()
          && LocalMetric.around(piece).squareMetres(piece) >= smallest) {
        kept.add(piece);
      }
    }
    Geometry place =
        kept.size() == 1
            ? kept.get(0)
            : FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new)).norm();
    return new Pieces(place, kept.isEmpty() ? 0 : LocalMetric.around(place).squareMetres(place));
  }

  /** What declared voids leave of these pieces. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  public Pieces without(VoidGround voids, double smallest) {
    Geometry rest = isEmpty() ? place : voids.without(place);
    return rest == place ? this : of(rest, smallest);
  }

  /** Width of the widest piece. */
  public double widthMetres() {
    return LocalMetric.around(place).widthMetres(place);
  }

  public boolean isEmpty() {
    return place.isEmpty();
  }
}
