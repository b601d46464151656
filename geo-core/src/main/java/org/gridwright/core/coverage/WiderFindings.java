package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gridwright.core.arrangement.Arrangement;
import org.jspecify.annotations.Nullable;

/**
 * What is found with a look at the plan as a whole, and only warns: narrow inlets from outside, and
 * differences from official outlines. Immutable.
 */
final class WiderFindings {

  private final @Nullable InletFinder inlets;
  private final List<Finding> findings;

  private WiderFindings(
      SeamCheck seams,
      Supplier<Arrangement> whole,
      @Nullable InletFinder earlier,
      boolean sameBorder) {
    CoverageRules rules = seams.rules();
    List<Finding> all = new ArrayList<>();
    this.inlets =
        rules.looksForInlets() ? new InletFinder(seams, whole, earlier, sameBorder) : null;
    if (inlets != null) {
      all.addAll(inlets.findings());
    }
    if (!rules.outlines().isEmpty()) {
      all.addAll(new OutlineFinder(seams.plan(), rules, seams.voids()).findings());
    }
    this.findings = FindingLists.sorted(all);
  }

  /**
   * @param whole the arrangement of the whole plan
   */
  static WiderFindings of(SeamCheck seams, Arrangement whole) {
    return new WiderFindings(seams, () -> whole, null, false);
  }

  /**
   * The findings after an edit. Inlets are looked for again only where the edit can have changed
   * the outer border; outlines are compared anew.
   *
   * @param sameVoids whether no void was declared or dropped
   * @param sameBorder whether the outer border is known to be the same
   */
  WiderFindings after(SeamCheck now, boolean sameVoids, boolean sameBorder) {
    return new WiderFindings(now, now::arrangement, sameVoids ? inlets : null, sameBorder);
  }

  /** Sorted. */
  List<Finding> findings() {
    return findings;
  }
}
