package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Finds narrow inlets between the grids from outside. The seam holds without them being closed, so
 * they warn. With a jurisdiction there is nothing to find: what is open inside it is a gap in it.
 */
final class InletFinder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A side lies on a grid whose outline passes it within this many steps. */
  private static final double ON_OUTLINE = 1.5;

  /** An inlet, what voids leave of it, and whose it is. */
  private record Found(Inlet inlet, Pieces open, double widthMetres, NearUnits units) {}

  private final long outline;
  private final List<Found> found = new ArrayList<>();

  /**
   * @param whole the arrangement of the whole plan; asked for only where its outer boundary can
   *     have changed
   * @param earlier what was found by the same rules in a plan with the same voids, or null
   * @param sameBorder whether the outer border is known to be as it was then
   */
  InletFinder(
      PlanSeams seams,
      Supplier<Arrangement> whole,
      @Nullable InletFinder earlier,
      boolean sameBorder,
      Progress progress) {
    this.outline = seams.matching().unmatchedNumber();
    if (earlier != null && (sameBorder || earlier.outline == outline)) {
      for (Found before : earlier.found) {
        NearUnits units = unitsAlong(seams, before.inlet(), before.units());
        found.add(new Found(before.inlet(), before.open(), before.widthMetres(), units));
      }
      return;
    }
    Arrangement arrangement = whole.get();
    arrangement
        .area(arrangement.boundedFaces().toArray())
        .ifPresent(
            covered -> {
              for (Inlet inlet : Inlets.of(covered, seams.rules().inletMetres(), progress)) {
                progress.checkpoint();
                add(seams, inlet);
              }
            });
  }

  private void add(PlanSeams plan, Inlet inlet) {
    double smallest = plan.rules().smallestSquareMetres();
    Pieces open = Pieces.of(inlet.steps(), smallest).without(plan.voids(), smallest);
    double width = open.isEmpty() ? 0 : open.widthMetres();
    if (width > Inlet.LEAST_WIDTH) {
      found.add(new Found(inlet, open, width, unitsAlong(plan, inlet, null)));
    }
  }

  private static NearUnits unitsAlong(PlanSeams plan, Inlet inlet, @Nullable NearUnits earlier) {
    Envelope box = new Envelope(inlet.steps().getEnvelopeInternal());
    box.expandBy(2);
    return NearUnits.of(plan, box, unit -> isAlong(unit.getBoundary(), inlet), earlier);
  }

  private static boolean isAlong(Geometry border, Inlet inlet) {
    return inlet.sides().stream()
        .anyMatch(side -> border.isWithinDistance(FACTORY.createPoint(side), ON_OUTLINE));
  }

  List<Finding> findings() {
    return found.stream()
        .filter(it -> it.inlet().isDeep(it.units().codes().size()))
        .map(InletFinder::finding)
        .toList();
  }

  private static Finding finding(Found found) {
    return FindingMaker.make(
        Finding.Kind.INLET,
        Severity.WARNING,
        found.open().place(),
        found.open().squareMetres(),
        found.widthMetres(),
        found.units().codes(),
        Finding.Kind.INLET.says(
            Wording.codes(found.units().codes()),
            Wording.figure(found.open().squareMetres()),
            Wording.figure(found.widthMetres())));
  }
}
