package org.gridwright.core.coverage.seams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Finds grids over ground that was declared to be nobody's. That contradicts the declaration, but
 * leaves the plan seamless, so it warns.
 */
final class VoidFinder {

  private final Plan plan;
  private final VoidGround ground;
  private final double smallest;
  private final RingFaults faults;

  /** What a grid has in common with a void. */
  private record Over(VoidGround.VoidArea patch, Pieces common) {}

  VoidFinder(Plan plan, VoidGround ground, double smallest, RingFaults faults) {
    this.plan = plan;
    this.ground = ground;
    this.smallest = smallest;
    this.faults = faults;
  }

  /** One finding for each of some grids and each void that it covers, sorted. */
  List<Finding> findings(int[] grids, Progress progress) {
    return plan.voids().isEmpty()
        ? List.of()
        : FindingLists.sorted(
            IntStream.of(grids)
                .parallel()
                .filter(grid -> !faults.byGrid().containsKey(grid))
                .mapToObj(plan.grids()::get)
                .flatMap(
                    unit -> {
                      progress.checkpoint();
                      return over(unit).stream().map(over -> finding(unit, over));
                    })
                .toList());
  }

  private List<Over> over(Unit unit) {
    List<VoidGround.VoidArea> near = ground.near(box(unit));
    if (near.isEmpty()) {
      return List.of();
    }
    Geometry area = LatticeJts.toSteps(unit.drawnArea());
    List<Over> found = new ArrayList<>();
    for (VoidGround.VoidArea patch : near) {
      Pieces common =
          Pieces.of(
              OverlayNG.overlay(area, patch.steps(), OverlayNG.INTERSECTION, VoidGround.LATTICE),
              smallest);
      if (!common.isEmpty()) {
        found.add(new Over(patch, common));
      }
    }
    return found;
  }

  private static Envelope box(Unit unit) {
    LatticeEnvelope box = unit.drawnArea().envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  private static Finding finding(Unit unit, Over over) {
    double width = over.common().widthMetres();
    return FindingMaker.make(
        Finding.Kind.OVER_VOID,
        Severity.WARNING,
        over.common().place(),
        over.common().squareMetres(),
        width,
        List.of(unit.code()),
        Finding.Kind.OVER_VOID.says(
            unit.code(),
            over.patch().declared().name(),
            Wording.figure(over.common().squareMetres()),
            Wording.figure(width)));
  }
}
