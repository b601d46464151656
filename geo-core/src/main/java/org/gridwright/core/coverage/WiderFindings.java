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
      SeamCheck seams, Supplier<Arrangement> whole, @Nullable InletFinder earlier) {
    CoverageRules rules = seams.rules();
    List<Finding> all = new ArrayList<>();
    this.inlets =
        rules.inletMetres() > 0 && rules.jurisdiction().isEmpty()
            ? new InletFinder(seams, whole, earlier)
            : null;
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
    return new WiderFindings(seams, () -> whole, null);
  }

  /**
   * The findings after an edit. Inlets are looked for again only where the edit changed an edge
   * that is not matched; outlines are compared anew.
   *
   * @param sameVoids whether no void was declared or dropped
   */
  WiderFindings after(SeamCheck now, boolean sameVoids) {
    return new WiderFindings(now, now::arrangement, sameVoids ? inlets : null);
  }

  /** Sorted. */
  List<Finding> findings() {
    return findings;
  }
}
