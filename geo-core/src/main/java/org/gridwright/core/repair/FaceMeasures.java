package org.gridwright.core.repair;

import java.util.HashMap;
import java.util.Map;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Geometry;

/** Measures of faces and groups of faces, each face computed once. Not thread-safe. */
final class FaceMeasures {

  private final Arrangement arrangement;
  private final Map<Integer, Double> squareMetres = new HashMap<>();
  private final Map<Integer, Double> widths = new HashMap<>();

  FaceMeasures(Arrangement arrangement) {
    this.arrangement = arrangement;
  }

  LatticeMultiPolygon area(int... faces) {
    return arrangement.area(faces).orElseThrow();
  }

  /** Polygons in lattice steps. */
  Geometry steps(int... faces) {
    return LatticeJts.toSteps(area(faces));
  }

  double squareMetres(int face) {
    return squareMetres.computeIfAbsent(
        face,
        it -> {
          Geometry steps = steps(it);
          return LocalMetric.around(steps).squareMetres(steps);
        });
  }

  double widthMetres(int face) {
    return widths.computeIfAbsent(face, it -> widthMetres(new int[] {it}));
  }

  double widthMetres(int... faces) {
    Geometry steps = steps(faces);
    return LocalMetric.around(steps).widthMetres(steps);
  }
}
