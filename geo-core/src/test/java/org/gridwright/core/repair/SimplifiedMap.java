package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeException;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * A clean map made faulty in a way that is common and whose truth is known: each polygon is
 * simplified by itself (Douglas and Peucker, 1973, by JTS), from a random vertex on, so that two
 * neighbours keep different corners of their border.
 */
final class SimplifiedMap {

  private static final GeometryFactory METRES = new GeometryFactory();

  private SimplifiedMap() {}

  static Plan of(Plan truth, double tolerance, long seed) {
    Random random = new Random(seed);
    List<Unit> units = new ArrayList<>();
    for (Unit unit : truth.grids()) {
      LocalFrame frame = LocalFrame.around(unit.drawnArea().envelope());
      Geometry metres = frame.toMetres(LatticeJts.toSteps(unit.drawnArea()));
      List<Polygon> parts = new ArrayList<>();
      for (int i = 0; i < metres.getNumGeometries(); i++) {
        parts.add(simplified((Polygon) metres.getGeometryN(i), tolerance, random));
      }
      Geometry steps = frame.toSteps(METRES.createMultiPolygon(parts.toArray(Polygon[]::new)));
      try {
        Unit drawn = unit.withArea(LatticeJts.fromSteps(steps));
        units.add(LatticeJts.toSteps(drawn.drawnArea()).isValid() ? drawn : unit);
      } catch (LatticeException collapsed) {
        units.add(unit);
      }
    }
    return Plan.of(truth.theme(), units);
  }

  private static Polygon simplified(Polygon polygon, double tolerance, Random random) {
    LinearRing shell = ring(polygon.getExteriorRing(), tolerance, random);
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(ring(polygon.getInteriorRingN(i), tolerance, random));
    }
    Polygon drawn = METRES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    return drawn.isValid()
        ? drawn
        : (Polygon) TopologyPreservingSimplifier.simplify(polygon, tolerance);
  }

  private static LinearRing ring(LinearRing ring, double tolerance, Random random) {
    Coordinate[] points = ring.getCoordinates();
    int n = points.length - 1;
    int first = random.nextInt(n);
    Coordinate[] turned = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      turned[i] = points[(first + i) % n];
    }
    Coordinate[] kept =
        DouglasPeuckerSimplifier.simplify(METRES.createLineString(turned), tolerance)
            .getCoordinates();
    return kept.length < 4 ? ring : METRES.createLinearRing(kept);
  }
}
