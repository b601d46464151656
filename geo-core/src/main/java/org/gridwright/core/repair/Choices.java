package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
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
   *     no ground: neither gap nor inlet nor overlap
   */
  Choices(Plan plan, RepairOptions options, Progress progress) {
    this.plan = plan;
    this.options = options;
    if (options.byFinding().isEmpty()) {
      return;
    }
    Map<String, Choice> open = new TreeMap<>(options.byFinding());
    for (Finding finding : CoverageCheck.of(options.rules()).check(plan, progress)) {
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
      case GAP, INLET, OVERLAP, DUPLICATE_UNIT -> {}
      default ->
          throw new RepairException(
              Message.core("repair.finding-no-ground", finding.id(), finding.kind().id()));
    }
  }

  /** The choice made for the very finding that a face is a part of. */
  Optional<Choice> single(RepairArrangement ground, int face) {
    if (singles.isEmpty()) {
      return Optional.empty();
    }
    Point inside = ground.measures().steps(face).getInteriorPoint();
    return singles.stream()
        .filter(it -> concerns(it.finding(), ground, face) && it.steps().covers(inside))
        .map(Single::choice)
        .findFirst();
  }

  Choice of(RepairArrangement ground, int face) {
    return single(ground, face).orElse(ground.isEmpty(face) ? options.gaps() : options.overlaps());
  }

  /** The choice for an inlet in lattice steps, before it is a face. */
  Choice ofInlet(Geometry steps) {
    Point inside = steps.getInteriorPoint();
    return singles.stream()
        .filter(it -> it.finding().kind() == Finding.Kind.INLET && it.steps().covers(inside))
        .map(Single::choice)
        .findFirst()
        .orElse(options.gaps());
  }

  private boolean concerns(Finding finding, RepairArrangement ground, int face) {
    return switch (finding.kind()) {
      case GAP -> ground.isEmpty(face) && !ground.is(RepairArrangement.Role.INLET, face);
      case INLET -> ground.is(RepairArrangement.Role.INLET, face);
      case OVERLAP, DUPLICATE_UNIT ->
          finding.units().stream()
              .allMatch(code -> ground.arrangement().covers(plan.indexOf(gridDepth(), code), face));
      default -> false;
    };
  }

  private int gridDepth() {
    return plan.theme().gridLevel().depth();
  }
}
