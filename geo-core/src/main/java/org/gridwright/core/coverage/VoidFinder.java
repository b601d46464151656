package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
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
  private final Map<LatticeMultiPolygon, List<Over>> over = new IdentityHashMap<>();

  /** What a grid has in common with a void. */
  private record Over(VoidGround.Patch patch, Pieces common) {}

  private final List<Finding> findings;

  /**
   * @param earlier what was found in a plan with the same voids; null where there is none
   */
  VoidFinder(
      Plan plan,
      VoidGround ground,
      double smallest,
      RingFaults faults,
      @Nullable VoidFinder earlier) {
    this.plan = plan;
    this.ground = ground;
    this.smallest = smallest;
    this.findings = find(faults, earlier == null ? new IdentityHashMap<>() : earlier.over);
  }

  /** One finding for each grid and void. */
  List<Finding> findings() {
    return findings;
  }

  private List<Finding> find(RingFaults faults, Map<LatticeMultiPolygon, List<Over>> known) {
    if (plan.voids().isEmpty()) {
      return List.of();
    }
    Map<Integer, ?> faulty = faults.byGrid();
    int[] near =
        IntStream.range(0, plan.grids().size())
            .filter(grid -> !faulty.containsKey(grid) && !ground.near(box(grid)).isEmpty())
            .toArray();
    List<List<Over>> found =
        IntStream.of(near)
            .parallel()
            .mapToObj(grid -> over(plan.grids().get(grid), known))
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < near.length; i++) {
      Unit unit = plan.grids().get(near[i]);
      over.put(unit.drawnArea(), found.get(i));
      found.get(i).forEach(it -> findings.add(finding(unit, it)));
    }
    return findings;
  }

  private Envelope box(int grid) {
    LatticeEnvelope box = plan.grids().get(grid).drawnArea().envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  private List<Over> over(Unit unit, Map<LatticeMultiPolygon, List<Over>> known) {
    List<Over> before = known.get(unit.drawnArea());
    if (before != null) {
      return before;
    }
    Geometry area = LatticeJts.toSteps(unit.drawnArea());
    List<Over> found = new ArrayList<>();
    for (VoidGround.Patch patch : ground.near(area.getEnvelopeInternal())) {
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

  private static Finding finding(Unit unit, Over over) {
    double width = over.common().widthMetres();
    return FindingMaker.make(
        Finding.Kind.OVER_VOID,
        Severity.WARNING,
        over.common().place(),
        over.common().squareMetres(),
        width,
        List.of(unit.code()),
        Message.core(
            "coverage.over-void",
            unit.code(),
            over.patch().declared().name(),
            Wording.figure(over.common().squareMetres()),
            Wording.figure(width)));
  }
}
