package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Says which choice holds for a face: that of the finding it is a part of, or the general one. Of
 * one finding alone: what is no part of it is left.
 */
final class Choices {

  /**
   * @param choice null where the general one holds
   */
  private record Single(Finding finding, Geometry steps, @Nullable Choice choice) {}

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final ToIntFunction<String> units;
  private final RepairOptions options;
  private final boolean alone;
  private final List<Single> singles = new ArrayList<>();

  /**
   * @throws RepairException when a choice is for a finding that the plan does not have, or that is
   *     no ground: neither gap nor inlet nor overlap
   */
  Choices(Plan plan, RepairOptions options, Progress progress) {
    int depth = plan.theme().gridLevel().depth();
    this.units = code -> plan.indexOf(depth, code);
    this.options = options;
    this.alone = false;
    if (options.byFinding().isEmpty()) {
      return;
    }
    Map<String, Choice> open = new TreeMap<>(options.byFinding());
    for (Finding finding : CoverageCheck.of(options.rules()).check(plan, progress)) {
      Choice choice = open.remove(finding.id());
      if (choice != null) {
        requireGround(finding);
        singles.add(new Single(finding, steps(finding), choice));
      }
    }
    if (!open.isEmpty()) {
      throw new RepairException(
          Message.core("repair.finding-unknown", String.join(", ", open.keySet())));
    }
  }

  /**
   * The choice for a finding, and for nothing else.
   *
   * @param units positions of the finding's units in the arrangement, by code
   */
  private Choices(Finding finding, ToIntFunction<String> units, RepairOptions options) {
    this.units = units;
    this.options = options;
    this.alone = true;
    singles.add(new Single(finding, steps(finding), options.byFinding().get(finding.id())));
  }

  /** The choice for one finding; everything else is left. */
  static Choices alone(Finding finding, RepairOptions options) {
    return new Choices(finding, finding.units()::indexOf, options);
  }

  /** The place of a finding in lattice steps. */
  static Geometry steps(Finding finding) {
    return AffineTransformation.scaleInstance(Lattice.STEPS_PER_DEGREE, Lattice.STEPS_PER_DEGREE)
        .transform(finding.place());
  }

  static void requireGround(Finding finding) {
    switch (finding.kind()) {
      case GAP, INLET, OVERLAP, DUPLICATE_UNIT -> {}
      default ->
          throw new RepairException(
              Message.core("repair.finding-no-ground", finding.id(), finding.kind().id()));
    }
  }

  /** The choice made for the very finding that a face is a part of. */
  Optional<Choice> single(RepairArrangement ground, int face) {
    return named(ground, face).map(Single::choice);
  }

  private Optional<Single> named(RepairArrangement ground, int face) {
    if (singles.isEmpty()) {
      return Optional.empty();
    }
    if (ground.hasPlace()) {
      return singles.stream()
          .filter(it -> ground.isInPlace(face) && concerns(it.finding(), ground, face))
          .findFirst();
    }
    Geometry steps = ground.measures().steps(face);
    return singles.stream()
        .filter(it -> concerns(it.finding(), ground, face) && isWithin(steps, it.steps()))
        .findFirst();
  }

  /**
   * Whether ground lies in the place of a finding; where it has a point of its own there, or more
   * than half of itself. A point that is rounded to the lattice may lie outside of both.
   */
  private static boolean isWithin(Geometry ground, Geometry place) {
    if (!ground.getEnvelopeInternal().intersects(place.getEnvelopeInternal())) {
      return false;
    }
    Coordinate inside = InteriorPointArea.getInteriorPoint(ground);
    return place.covers(FLOATING.createPoint(inside))
        || OverlayNGRobust.overlay(ground, place, OverlayNG.INTERSECTION).getArea()
            > ground.getArea() / 2;
  }

  Choice of(RepairArrangement ground, int face) {
    Choice general = ground.isEmpty(face) ? options.gaps() : options.overlaps();
    return single(ground, face)
        .orElse(alone && !isConcerned(ground, face) ? Choice.LEAVE : general);
  }

  /** Whether a face is a part of a finding that is named. */
  boolean isConcerned(RepairArrangement ground, int face) {
    return named(ground, face).isPresent();
  }

  /** The choice for an inlet in lattice steps, before it is a face. */
  Choice ofInlet(Geometry steps) {
    return singles.stream()
        .filter(it -> it.finding().kind() == Finding.Kind.INLET && isWithin(steps, it.steps()))
        .findFirst()
        .map(Single::choice)
        .orElse(options.gaps());
  }

  private boolean concerns(Finding finding, RepairArrangement ground, int face) {
    return switch (finding.kind()) {
      case GAP -> ground.isEmpty(face) && !ground.is(RepairArrangement.Role.INLET, face);
      case INLET -> ground.is(RepairArrangement.Role.INLET, face);
      case OVERLAP, DUPLICATE_UNIT ->
          finding.units().stream()
              .allMatch(code -> ground.arrangement().covers(units.applyAsInt(code), face));
      default -> false;
    };
  }
}
