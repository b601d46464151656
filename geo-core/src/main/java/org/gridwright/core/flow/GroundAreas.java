package org.gridwright.core.flow;

import java.util.IdentityHashMap;
import java.util.List;
import org.gridwright.core.ground.ValidArea;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.EqualArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How much ground areas have in common. Keeps what it has read. For one thread. */
final class GroundAreas {

  /** Where outlines cross need not be on the lattice. */
  private static final GeometryFactory BETWEEN_STEPS = new GeometryFactory();

  private final IdentityHashMap<LatticeMultiPolygon, Geometry> read = new IdentityHashMap<>();

  /** Square millimetres that two areas have in common. */
  long common(LatticeMultiPolygon a, LatticeMultiPolygon b) {
    return a.envelope().intersects(b.envelope()) ? squareMillimetres(meet(of(a), of(b))) : 0;
  }

  /** Square millimetres that three areas have in common. */
  long common(LatticeMultiPolygon a, LatticeMultiPolygon b, LatticeMultiPolygon c) {
    return common(a, b) == 0 ? 0 : squareMillimetres(meet(meet(of(a), of(b)), of(c)));
  }

  private Geometry of(LatticeMultiPolygon area) {
    return read.computeIfAbsent(area, it -> BETWEEN_STEPS.createGeometry(ValidArea.steps(it)));
  }

  /** The common ground of two areas, without the lines and points in which they merely touch. */
  private static Geometry meet(Geometry a, Geometry b) {
    List<?> polygons =
        PolygonExtracter.getPolygons(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    return BETWEEN_STEPS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static long squareMillimetres(Geometry steps) {
    return Math.round(EqualArea.squareMetresOfSteps(steps) * 1e6);
  }
}
