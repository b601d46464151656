package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.coverage.outlines.Inlet;
import org.gridwright.core.coverage.outlines.Inlets;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.repair.RepairArrangement.Part;
import org.gridwright.core.repair.RepairArrangement.Role;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.PrecisionReducer;

/** Tells declared voids and narrow inlets apart from the open ground beside them. */
final class OpenGround {

  private static final PrecisionModel LATTICE = new PrecisionModel(1);
  private static final GeometryFactory STEPS = new GeometryFactory();

  /** A side lies on a unit whose outline passes it within this many steps. */
  private static final double ON_OUTLINE = 1.5;

  private OpenGround() {}

  /** What declared voids cover of the gaps. */
  static List<Part> declared(RepairArrangement ground, VoidGround voids) {
    Arrangement arrangement = ground.arrangement();
    List<Part> parts = new ArrayList<>();
    arrangement
        .boundedFaces()
        .filter(face -> arrangement.depth(face) == 0)
        .forEach(
            face -> {
              ground.checkpoint();
              voids
                  .within(ground.measures().steps(face))
                  .forEach(common -> parts.addAll(parts(Role.VOID, common)));
            });
    return parts;
  }

  /**
   * Inlets that are to be filled, without what declared voids cover of them.
   *
   * @param metres inlets narrower than this
   */
  static List<Part> inlets(
      RepairArrangement ground, VoidGround voids, Choices choices, double metres) {
    Arrangement arrangement = ground.arrangement();
    List<Part> parts = new ArrayList<>();
    if (metres > 0) {
      arrangement.area(arrangement.boundedFaces().toArray()).stream()
          .flatMap(covered -> Inlets.of(covered, metres, ground.progress()).stream())
          .filter(inlet -> inlet.isDeep(unitsAlong(ground, inlet)))
          .filter(inlet -> choices.ofInlet(inlet.steps()).rule() != Choice.By.LEAVE)
          .map(inlet -> voids.without(PrecisionReducer.reducePrecision(inlet.steps(), LATTICE)))
          .forEach(open -> parts.addAll(parts(Role.INLET, open)));
    }
    return parts;
  }

  /** The polygons of a geometry whose ordinates are whole steps. */
  static List<Part> parts(Role role, Geometry steps) {
    return IntStream.range(0, steps.getNumGeometries())
        .mapToObj(steps::getGeometryN)
        .filter(it -> it instanceof Polygon && it.getArea() > 0)
        .map(polygon -> new Part(role, LatticeJts.fromSteps(polygon)))
        .toList();
  }

  private static int unitsAlong(RepairArrangement ground, Inlet inlet) {
    int[] near =
        ground.unitsNear(
            LatticeJts.fromSteps(STEPS.toGeometry(inlet.steps().getEnvelopeInternal())).envelope());
    return (int)
        IntStream.of(near)
            .mapToObj(unit -> LatticeJts.toSteps(ground.units().areas().get(unit)).getBoundary())
            .filter(
                border ->
                    inlet.sides().stream()
                        .anyMatch(
                            side -> border.isWithinDistance(STEPS.createPoint(side), ON_OUTLINE)))
            .count();
  }
}
