package org.gridwright.core.repair;

import java.util.List;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.ground.PartHeap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.RepairArrangement.Part;
import org.gridwright.core.work.Progress;

/**
 * Proposes how a plan can be mended. The way: vertices are snapped; the arrangement is built; what
 * declared voids cover of gaps, and inlets that are to be filled, are told apart in it, and long
 * thin gaps between several units are cut across; each face is given to an owner; and the units
 * concerned are drawn anew from their faces. Pure and thread-safe.
 */
public final class Repair {

  private Repair() {}

  /** As {@link #propose(Plan, RepairOptions, Progress)}, unwatched. */
  public static Proposal propose(Plan plan, RepairOptions options) {
    return propose(plan, options, Progress.NONE);
  }

  /**
   * What a repair would do to a plan. Changes nothing.
   *
   * @throws RepairException when a choice is for a finding that the plan does not have
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Proposal propose(Plan plan, RepairOptions options, Progress progress) {
    return propose(plan, options, List.of(), progress);
  }

  /**
   * As above, of a plan of which findings are at hand, so that the repair of some of them need not
   * check the plan for them.
   *
   * @param known findings of this very plan, in any order
   */
  public static Proposal propose(
      Plan plan, RepairOptions options, List<Finding> known, Progress progress) {
    if (options.only() != null) {
      return new FindingRepair(plan, options, known, progress).proposal();
    }
    List<LatticeMultiPolygon> drawn =
        plan.grids().stream().map(Unit::drawnArea).map(PartHeap::ground).toList();
    Choices choices = new Choices(plan, options, progress.part(0, 0));
    VoidGround voids = VoidGround.of(plan.voids());
    RepairArrangement ground =
        RepairArrangement.of(
            Snapping.of(drawn, options.snapMetres(), options.inletMetres() > 0, progress),
            progress);
    double closed =
        options.snapMetres() > 0 && options.inletMetres() > 0
            ? ClosedGround.squareMetres(drawn, ground.arrangement(), progress.part(0, 0))
            : 0;
    ground = ground.with(OpenGround.declared(ground, voids));
    List<Part> parts = FaceDivider.pieces(ground, choices, options);
    parts.addAll(OpenGround.inlets(ground, voids, choices, options.inletMetres()));
    ground = ground.with(parts);
    int depth = plan.theme().gridLevel().depth();
    progress.at(1, 2);
    Allocation allocation =
        new Allocation(ground, choices, code -> plan.indexOf(depth, code), options);
    return new Drafting(plan, options, ground, allocation).proposal(closed, progress.part(0.5, 1));
  }
}
