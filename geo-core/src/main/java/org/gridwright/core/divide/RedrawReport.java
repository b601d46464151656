package org.gridwright.core.divide;

import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * How good a proposal is.
 *
 * @param basis what the grids were balanced by
 * @param tolerance what was asked for, as a share of the mean; 0 where nothing was
 * @param mean mean weight of all new grids; square metres where balanced by area; of those balanced
 *     by weight where it was both
 * @param largestDeviation of a grid from the mean of the new grids of its unit, as a share of it
 * @param overallDeviation largest deviation from {@code mean}, as a share of it: more than {@code
 *     largestDeviation} where several units of unlike weight were each redrawn on their own
 * @param coefficientOfVariation standard deviation over {@code mean}
 * @param meanPolsbyPopper mean over the grids
 * @param meanReock mean over the grids
 * @param disconnected grids that consist of several parts
 * @param streetsCut given lines that run inside more than one new grid
 * @param streetCuts how often that is, summed: a line inside three grids is cut twice
 * @param cutMetres length of the borders among the new grids
 * @param streetShare share of that length which follows given lines; 0 without lines
 * @param pointsMoving points that change hands: their grid does not go on as the one they are in
 *     now, matched by the weight they have in common; 0 where there were no grids
 * @param weightMoving the weight of those points
 * @param grids in the order of {@link Redraw#grids}
 * @param notes what a planner should know, such as a tolerance that could not be reached
 */
public record RedrawReport(
    Basis basis,
    double tolerance,
    double mean,
    double largestDeviation,
    double overallDeviation,
    double coefficientOfVariation,
    double meanPolsbyPopper,
    double meanReock,
    int disconnected,
    int streetsCut,
    int streetCuts,
    double cutMetres,
    double streetShare,
    long pointsMoving,
    double weightMoving,
    List<Grid> grids,
    List<Message> notes) {

  public RedrawReport {
    grids = List.copyOf(grids);
    notes = List.copyOf(notes);
  }

  /** What grids are balanced by. */
  public enum Basis {
    WEIGHT,
    AREA,
    /** Weight in some units, area in those that have none. */
    BOTH
  }

  /**
   * One new grid.
   *
   * @param code proposed code
   * @param parent code of its parent; null in a theme with one level
   * @param weight sum of its points' weights, also where it was balanced by area
   * @param points number of its points
   * @param deviation from the mean of the new grids of its unit, as a share of it, signed
   * @param squareMetres area
   * @param polsbyPopper 4π area / perimeter², 1 for a disc (D. D. Polsby and R. D. Popper, 1991)
   * @param reock area over that of the smallest circle around it (E. C. Reock, 1961)
   * @param parts connected parts; more than 1 only where the ground is not connected
   * @param from codes of the units that it takes ground from
   */
  public record Grid(
      String code,
      @Nullable String parent,
      double weight,
      int points,
      double deviation,
      double squareMetres,
      double polsbyPopper,
      double reock,
      int parts,
      List<String> from) {

    public Grid {
      from = List.copyOf(from);
    }
  }

  /** Whether every grid lies within the tolerance. */
  public boolean isBalanced() {
    return tolerance == 0 || largestDeviation <= tolerance + 1e-9;
  }

  /** Share of the weight that changes hands; empty without weight. */
  public OptionalDouble shareMoving() {
    double total = grids.stream().mapToDouble(Grid::weight).sum();
    return total > 0 ? OptionalDouble.of(weightMoving / total) : OptionalDouble.empty();
  }
}
