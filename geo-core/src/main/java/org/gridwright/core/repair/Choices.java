package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Says which choice holds for a face: that of the finding it is a part of, or the general one. */
final class Choices {

  private record Single(Finding finding, Geometry steps, Choice choice) {}

  private final Plan plan;
  private final RepairOptions options;
  private final List<Single> singles = new ArrayList<>();

  /**
   * @throws RepairException when a choice is for a finding that the plan does not have, or that is
   *     neither gap nor overlap
   */
  Choices(Plan plan, RepairOptions options) {
    this.plan = plan;
    this.options = options;
    if (options.byFinding().isEmpty()) {
      return;
    }
    CoverageRules rules = CoverageRules.STANDARD.withGapWidth(options.gapWidthMetres());
    Map<String, Choice> open = new TreeMap<>(options.byFinding());
    for (Finding finding : CoverageCheck.of(rules).check(plan)) {
      Choice choice = open.remove(finding.id());
      if (choice != null) {
        requireGround(finding);
        Geometry steps =
            AffineTransformation.scaleInstance(Lattice.STEPS_PER_DEGREE, Lattice.STEPS_PER_DEGREE)
                .transform(finding.place());
        singles.add(new Single(finding, steps, choice));
      }
    }
    if (!open.isEmpty()) {
      throw new RepairException(
          Message.core("repair.finding-unknown", String.join(", ", open.keySet())));
    }
  }

  private static void requireGround(Finding finding) {
    switch (finding.kind()) {
      case GAP, OVERLAP, DUPLICATE_UNIT -> {}
      default ->
          throw new RepairException(
              Message.core("repair.finding-no-ground", finding.id(), finding.kind().id()));
    }
  }

  /** The choice made for the very finding that a face is a part of. */
  Optional<Choice> single(Arrangement arrangement, Ground ground, int face) {
    if (singles.isEmpty()) {
      return Optional.empty();
    }
    Point inside = ground.steps(face).getInteriorPoint();
    return singles.stream()
        .filter(it -> concerns(it.finding(), arrangement, face) && it.steps().covers(inside))
        .map(Single::choice)
        .findFirst();
  }

  Choice of(Arrangement arrangement, Ground ground, int face) {
    return single(arrangement, ground, face)
        .orElse(isEmpty(arrangement, face) ? options.gaps() : options.overlaps());
  }

  private boolean isEmpty(Arrangement arrangement, int face) {
    for (int owner : arrangement.owners(face)) {
      if (owner < plan.grids().size()) {
        return false;
      }
    }
    return true;
  }

  private boolean concerns(Finding finding, Arrangement arrangement, int face) {
    return switch (finding.kind()) {
      case GAP -> isEmpty(arrangement, face);
      case OVERLAP, DUPLICATE_UNIT ->
          finding.units().stream()
              .allMatch(code -> arrangement.covers(plan.indexOf(gridDepth(), code), face));
      default -> false;
    };
  }

  private int gridDepth() {
    return plan.theme().gridLevel().depth();
  }
}
