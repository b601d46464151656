package org.gridwright.core.repair;

import java.util.Map;
import org.gridwright.core.message.Message;

/**
 * How a plan is to be mended.
 *
 * @param snapMetres vertices without a partner are moved onto a neighbour's vertex or edge that is
 *     no farther away; 0 moves nothing
 * @param gapWidthMetres gaps narrower than this are filled; wider ones are left
 * @param gaps who is given a gap
 * @param overlaps who is given an overlap
 * @param byFinding choices for single findings, by {@link
 *     org.gridwright.core.coverage.Finding#id()}; they come before the others
 */
public record RepairOptions(
    double snapMetres,
    double gapWidthMetres,
    Choice gaps,
    Choice overlaps,
    Map<String, Choice> byFinding) {

  /** Snapping farther would draw streets together. */
  public static final double FARTHEST_SNAP_METRES = 100;

  /** Snaps nothing, fills every enclosed gap, and gives everything over the longest border. */
  public static final RepairOptions STANDARD =
      new RepairOptions(
          0, Double.POSITIVE_INFINITY, Choice.LONGEST_BORDER, Choice.LONGEST_BORDER, Map.of());

  /**
   * @throws RepairException when a measure is negative or not a number, or the snapping distance
   *     above {@link #FARTHEST_SNAP_METRES}
   */
  public RepairOptions {
    if (!(snapMetres >= 0 && snapMetres <= FARTHEST_SNAP_METRES)) {
      throw new RepairException(
          Message.core("repair.snap-range", snapMetres, (int) FARTHEST_SNAP_METRES));
    }
    if (!(gapWidthMetres >= 0)) {
      throw new RepairException(Message.core("repair.gap-width-range", gapWidthMetres));
    }
    byFinding = Map.copyOf(byFinding);
  }

  public RepairOptions withSnap(double metres) {
    return new RepairOptions(metres, gapWidthMetres, gaps, overlaps, byFinding);
  }

  public RepairOptions withGapWidth(double metres) {
    return new RepairOptions(snapMetres, metres, gaps, overlaps, byFinding);
  }

  public RepairOptions withGapsTo(Choice choice) {
    return new RepairOptions(snapMetres, gapWidthMetres, choice, overlaps, byFinding);
  }

  public RepairOptions withOverlapsTo(Choice choice) {
    return new RepairOptions(snapMetres, gapWidthMetres, gaps, choice, byFinding);
  }

  public RepairOptions withChoices(Map<String, Choice> choices) {
    return new RepairOptions(snapMetres, gapWidthMetres, gaps, overlaps, choices);
  }
}
