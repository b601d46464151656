package org.gridwright.core.coverage.seams;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.EdgeMatching;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/** What a check of the seams of a plan, or of a part of it, reads. Immutable and thread-safe. */
public record PlanSeams(
    Plan plan,
    CoverageRules rules,
    VoidGround voids,
    EdgeMatching matching,
    RingFaults ringFaults) {

  /**
   * Matches the edges of the grids, and looks for faults in their rings.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PlanSeams of(Plan plan, CoverageRules rules, Progress progress) {
    List<LatticeMultiPolygon> areas = plan.grids().stream().map(Unit::drawnArea).toList();
    return new PlanSeams(
        plan,
        rules,
        VoidGround.of(plan.voids()),
        EdgeMatching.of(areas, progress.part(0, 0.5)),
        RingFaults.of(areas, progress.part(0.5, 1)));
  }

  /** The same of the plan after an edit; only what changed is looked at. */
  public PlanSeams after(Plan edited, Renumbering renumbering, Progress progress) {
    EdgeMatching edges = matching.after(renumbering, grid -> edited.grids().get(grid).drawnArea());
    progress.checkpoint();
    return new PlanSeams(
        edited,
        rules,
        edited.voids().equals(plan.voids()) ? voids : VoidGround.of(edited.voids()),
        edges,
        ringFaults.after(edges.areas(), renumbering, progress));
  }

  /**
   * Everything that is wrong along the seams, sorted.
   *
   * @param whole the arrangement of the whole plan
   * @param known findings of an earlier check of a plan with the same voids, by id
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public List<Finding> findings(Arrangement whole, Map<String, Finding> known, Progress progress) {
    return FindingLists.sorted(
        SeamFinders.findings(new Examined(plan.grids(), whole, rules, voids, known, progress)));
  }

  /**
   * The arrangement of the whole plan.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Arrangement arrangement(Progress progress) {
    return rules
        .jurisdiction()
        .map(area -> Arrangement.within(area, matching, ringFaults.grids(), progress))
        .orElseGet(() -> Arrangement.of(matching, ringFaults.grids(), progress));
  }

  /** What is wrong in the arrangement of some grids, in no particular order. */
  public List<Finding> findings(BitSet part, Arrangement arrangement, Map<String, Finding> known) {
    List<Unit> grids = part.stream().mapToObj(plan.grids()::get).toList();
    return SeamFinders.findings(
        new Examined(grids, arrangement, rules, voids, known, Progress.NONE));
  }

  /**
   * The arrangement of some grids, in their order.
   *
   * @param around a rectangle around them; what is compared with this has to have the same
   */
  Arrangement arrangement(BitSet part, LatticeEnvelope around) {
    int[] units = part.stream().toArray();
    BitSet invalid = new BitSet();
    for (int i = 0; i < units.length; i++) {
      invalid.set(i, ringFaults.byGrid().containsKey(units[i]));
    }
    EdgeMatching edges = matching.part(units);
    return rules
        .jurisdiction()
        .map(area -> JurisdictionNear.of(area, around))
        .map(area -> Arrangement.within(area, edges, invalid, Progress.NONE))
        .orElseGet(() -> Arrangement.of(edges, invalid, Progress.NONE));
  }

  /** Around some grids. */
  LatticeEnvelope envelope(BitSet part) {
    LatticeEnvelope envelope = LatticeEnvelope.EMPTY;
    for (int grid = part.nextSetBit(0); grid >= 0; grid = part.nextSetBit(grid + 1)) {
      envelope = envelope.union(matching.areas().get(grid).envelope());
    }
    return envelope;
  }

  public String code(int grid) {
    return plan.grids().get(grid).code();
  }

  public int indexOf(String code) {
    return plan.indexOf(plan.theme().gridLevel().depth(), code);
  }
}
