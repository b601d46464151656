package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What is found with a look at the plan as a whole, and only warns: narrow inlets from outside, and
 * differences from official outlines. Immutable.
 */
public final class WiderFindings {

  private final @Nullable InletFinder inlets;
  private final OutlineFindings outlines;
  private final List<Finding> findings;

  private WiderFindings(@Nullable InletFinder inlets, OutlineFindings outlines) {
    this.inlets = inlets;
    this.outlines = outlines;
    List<Finding> all = new ArrayList<>(outlines.findings());
    if (inlets != null) {
      all.addAll(inlets.findings());
    }
    this.findings = FindingLists.sorted(all);
  }

  /**
   * The findings that are looked for beyond the surroundings of a fault.
   *
   * @param whole the arrangement of the whole plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static WiderFindings of(PlanSeams seams, Arrangement whole, Progress progress) {
    return new WiderFindings(
        seams.rules().looksForInlets()
            ? new InletFinder(seams, () -> whole, null, false, progress.part(0, 0.5))
            : null,
        OutlineFindings.of(seams, progress.part(0.5, 1)));
  }

  /**
   * The findings after an edit. Inlets are looked for again only where the edit can have changed
   * the outer border, outlines are compared anew only where it can have changed what lies in them.
   *
   * @param sameBorder whether the outer border is known to be the same
   */
  public WiderFindings after(
      PlanSeams before,
      PlanSeams now,
      PlanChange change,
      Renumbering renumbering,
      boolean sameBorder) {
    boolean sameVoids = now.voids() == before.voids();
    InletFinder looked =
        inlets == null
            ? null
            : new InletFinder(
                now,
                () -> now.arrangement(Progress.NONE),
                sameVoids ? inlets : null,
                sameBorder,
                Progress.NONE);
    return new WiderFindings(
        looked,
        sameVoids
            ? outlines.after(now, before.plan(), change, windows(before, now, renumbering))
            : OutlineFindings.of(now, Progress.NONE));
  }

  private static List<Envelope> windows(PlanSeams before, PlanSeams now, Renumbering renumbering) {
    List<Envelope> windows = new ArrayList<>();
    for (int was : renumbering.gone()) {
      windows.add(window(before, was));
    }
    for (int unit : renumbering.fresh()) {
      windows.add(window(now, unit));
    }
    return windows;
  }

  private static Envelope window(PlanSeams plan, int grid) {
    LatticeEnvelope box = plan.matching().areas().get(grid).envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  /** Sorted. */
  public List<Finding> findings() {
    return findings;
  }
}
