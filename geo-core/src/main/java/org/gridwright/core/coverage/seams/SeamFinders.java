package org.gridwright.core.coverage.seams;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.Finding;

/** Runs the finders that read the faces of an arrangement. */
final class SeamFinders {

  private SeamFinders() {}

  /** What is wrong along the seams, in no particular order. */
  static List<Finding> findings(Examined examined) {
    OverlapFinder overlaps = new OverlapFinder(examined);
    GapFinder gaps = new GapFinder(examined);
    List<Finding> all = new ArrayList<>(overlaps.findings().values());
    all.addAll(gaps.findings().values());
    all.addAll(new MismatchFinder(examined, overlaps, gaps).findings());
    if (examined.rules().jurisdiction().isPresent()) {
      all.addAll(new JurisdictionFinder(examined).findings());
    }
    return all;
  }
}
