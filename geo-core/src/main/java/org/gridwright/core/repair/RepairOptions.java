package org.gridwright.core.repair;

import java.util.Map;
import java.util.Set;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is to be mended.
 *
 * @param snapMetres vertices without a partner are moved onto a neighbour's vertex or edge that is
 *     no farther away; 0 moves nothing
 * @param gapWidthMetres gaps narrower than this are filled; wider ones are left
 * @param inletMetres narrow inlets from outside are filled where a disc of this diameter can not
 *     enter them; 0 leaves all open, because the seam holds without them being closed. One that is
 *     to be left is no mend: the check goes on finding it
 * @param gaps who is given a gap or an inlet
 * @param overlaps who is given an overlap
 * @param byFinding choices for single findings, by {@link
 *     org.gridwright.core.finding.Finding#id()}; they come before the others
 * @param only ids of the findings that are mended, whatever their width; nothing else is touched.
 *     Null for all
 */
public record RepairOptions(
    double snapMetres,
    double gapWidthMetres,
    double inletMetres,
    Choice gaps,
    Choice overlaps,
    Map<String, Choice> byFinding,
    @Nullable Set<String> only) {

  /** Snapping farther would draw streets together. */
  public static final double FARTHEST_SNAP_METRES = 100;

  /** A wider inlet is a bay of the city. */
  public static final double WIDEST_INLET_METRES = 1_000;

  /**
   * Snaps nothing, fills every enclosed gap and no inlet, and divides what two units share through
   * the corners of both their lines: of all ways, the nearest to the truth where that is known.
   */
  public static final RepairOptions STANDARD =
      new RepairOptions(
          0, Double.POSITIVE_INFINITY, 0, Choice.BOTH_CORNERS, Choice.BOTH_CORNERS, Map.of(), null);

  /**
   * @throws RepairException when a measure is negative or not a number, or the snapping distance
   *     above {@link #FARTHEST_SNAP_METRES}, or the width of inlets above {@link
   *     #WIDEST_INLET_METRES}
   */
  public RepairOptions {
    if (!(snapMetres >= 0 && snapMetres <= FARTHEST_SNAP_METRES)) {
      throw new RepairException(
          Message.core("repair.snap-range", snapMetres, (int) FARTHEST_SNAP_METRES));
    }
    if (!(gapWidthMetres >= 0)) {
      throw new RepairException(Message.core("repair.gap-width-range", gapWidthMetres));
    }
    if (!(inletMetres >= 0 && inletMetres <= WIDEST_INLET_METRES)) {
      throw new RepairException(
          Message.core("repair.inlet-range", inletMetres, (int) WIDEST_INLET_METRES));
    }
    byFinding = Map.copyOf(byFinding);
    only = only == null ? null : Set.copyOf(only);
  }

  /** What breaks the seam, and what else these options are about. */
  public CoverageRules rules() {
    return CoverageRules.STANDARD.withGapWidth(gapWidthMetres).withInlets(inletMetres);
  }

  public RepairOptions withSnap(double metres) {
    return new RepairOptions(metres, gapWidthMetres, inletMetres, gaps, overlaps, byFinding, only);
  }

  public RepairOptions withGapWidth(double metres) {
    return new RepairOptions(snapMetres, metres, inletMetres, gaps, overlaps, byFinding, only);
  }

  public RepairOptions withInlets(double metres) {
    return new RepairOptions(snapMetres, gapWidthMetres, metres, gaps, overlaps, byFinding, only);
  }

  public RepairOptions withGapsTo(Choice choice) {
    return new RepairOptions(
        snapMetres, gapWidthMetres, inletMetres, choice, overlaps, byFinding, only);
  }

  public RepairOptions withOverlapsTo(Choice choice) {
    return new RepairOptions(
        snapMetres, gapWidthMetres, inletMetres, gaps, choice, byFinding, only);
  }

  public RepairOptions withChoices(Map<String, Choice> choices) {
    return new RepairOptions(
        snapMetres, gapWidthMetres, inletMetres, gaps, overlaps, choices, only);
  }

  /** The same, for some findings alone; see {@link #only}. */
  public RepairOptions withOnly(Set<String> findings) {
    return new RepairOptions(
        snapMetres, gapWidthMetres, inletMetres, gaps, overlaps, byFinding, findings);
  }
}
