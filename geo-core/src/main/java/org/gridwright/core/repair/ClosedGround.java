package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How much ground was open to the outside before vertices moved, and is some unit's afterwards. */
final class ClosedGround {

  private ClosedGround() {}

  /**
   * Square metres that snapping took from outside.
   *
   * @param drawn areas of all units
   * @param snapped the same units after snapping
   */
  static double squareMetres(
      List<LatticeMultiPolygon> drawn, Arrangement snapped, Progress progress) {
    Arrangement bare = Arrangement.of(drawn, new BitSet(), progress);
    Optional<Geometry> before =
        bare.area(bare.boundedFaces().toArray()).map(ClosedGround::withoutHoles);
    Optional<Geometry> after =
        snapped
            .area(snapped.boundedFaces().filter(face -> snapped.depth(face) > 0).toArray())
            .map(LatticeJts::toSteps);
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    Geometry taken = OverlayNGRobust.overlay(after.get(), before.get(), OverlayNG.DIFFERENCE);
    double sum = 0;
    for (int i = 0; i < taken.getNumGeometries(); i++) {
      Geometry piece = taken.getGeometryN(i);
      if (piece.getArea() > 0) {
        LocalFrame frame = LocalFrame.at(piece.getEnvelopeInternal().centre());
        sum += piece.getArea() * frame.east() * frame.north();
      }
    }
    return sum;
  }

  /** All that is not open to the outside, in steps. */
  private static Geometry withoutHoles(LatticeMultiPolygon area) {
    Geometry steps = LatticeJts.toSteps(area);
    GeometryFactory factory = steps.getFactory();
    List<Geometry> shells = new ArrayList<>();
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      if (steps.getGeometryN(i) instanceof Polygon polygon) {
        shells.add(factory.createPolygon(polygon.getExteriorRing()));
      }
    }
    return OverlayNGRobust.union(shells);
  }
}
