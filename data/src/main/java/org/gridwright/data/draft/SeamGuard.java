package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingDifference;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.data.message.DataMessages;

/** Keeps changes out that add blocking findings. */
final class SeamGuard {

  private static final double LARGER = 1.01;
  private static final double STEP_METRES = 0.012;

  private SeamGuard() {}

  /**
   * Refuses a change by the first blocking finding that it adds. What is left of a finding that was
   * there before, in its place and no larger, is not added.
   *
   * @param before all findings before the change
   * @throws ChangeRefusedException with the kind of the finding and its place
   */
  static void require(List<Finding> before, FindingDifference difference) {
    for (Finding added : added(before, difference)) {
      throw new ChangeRefusedException(
          added.kind().id(),
          DataMessages.of("draft.adds-finding", added.message()),
          added.place(),
          added.units());
    }
  }

  /** Blocking findings that were not there before. */
  static List<Finding> added(List<Finding> before, FindingDifference difference) {
    return difference.appeared().stream()
        .filter(finding -> finding.severity() == Severity.BLOCKING)
        .filter(finding -> before.stream().noneMatch(old -> isLeftOf(old, finding)))
        .toList();
  }

  private static boolean isLeftOf(Finding old, Finding finding) {
    return old.kind() == finding.kind()
        && finding.areaSquareMetres()
            <= LARGER * old.areaSquareMetres() + FindingMaker.LATTICE_CELL_SQUARE_METRES
        && finding.widthMetres() <= LARGER * old.widthMetres() + STEP_METRES
        && old.place().getEnvelopeInternal().intersects(finding.place().getEnvelopeInternal())
        && old.place().isWithinDistance(finding.place(), 0);
  }
}
