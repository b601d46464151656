package org.gridwright.core.coverage;

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
 * The place of a polygonal finding: faces joined, without pieces too small to count.
 *
 * @param place in lattice steps; empty where every piece is too small
 * @param squareMetres area of all pieces
 */
record Pieces(Geometry place, double squareMetres) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  static Pieces of(Arrangement arrangement, Collection<Integer> faces, double smallest) {
    List<Polygon> kept = new ArrayList<>();
    arrangement
        .area(faces.stream().mapToInt(Integer::intValue).toArray())
        .ifPresent(
            area -> {
              Geometry steps = LatticeJts.toSteps(area);
              for (int i = 0; i < steps.getNumGeometries(); i++) {
                Geometry piece = steps.getGeometryN(i);
                if (LocalMetric.around(piece).squareMetres(piece) >= smallest) {
                  kept.add((Polygon) piece);
                }
              }
            });
    Geometry place =
        kept.size() == 1 ? kept.get(0) : FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
    return new Pieces(place, kept.isEmpty() ? 0 : LocalMetric.around(place).squareMetres(place));
  }

  /** Width of the widest piece. */
  double widthMetres() {
    return LocalMetric.around(place).widthMetres(place);
  }

  boolean isEmpty() {
    return place.isEmpty();
  }
}
