package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
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
 * @param weightOfPoints the weight of all points
 * @param grids in the order of {@link Redraw#grids}
 * @param notes what a planner should know of the ground; {@link #remarks} says the rest as well
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
    double weightOfPoints,
    List<Grid> grids,
    List<Message> notes) {

  /** What a binary number may be off. */
  private static final double SLACK = 1e-9;

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
   * @param group code of the unit whose new grids are balanced with each other
   * @param weight sum of its points' weights, also where it was balanced by area; once it is {@link
   *     RedrawReport#told told}, what the grid will have, or null where nobody knows
   * @param weightBasis how that is known, as {@link Fact#basis}
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
      String group,
      @Nullable Double weight,
      String weightBasis,
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

    Grid with(UnitAmount amount, double deviation) {
      Double known = amount.known() == null ? null : amount.known().doubleValue();
      return new Grid(
          code,
          parent,
          group,
          known,
          amount.basis(),
          points,
          deviation,
          squareMetres,
          polsbyPopper,
          reock,
          parts,
          from);
    }
  }

  /**
   * The same, with what the new grids have once the proposal is made: figures that their points
   * only foretell. Units that were balanced by area stay as they are.
   *
   * @param made the new grids in the order of {@link #grids}
   * @param amounts what they are told
   */
  public RedrawReport told(List<Unit> made, Function<Unit, UnitAmount> amounts) {
    return basis == Basis.AREA ? this : new ToldReport(this, made, amounts).report();
  }

  /**
   * By how much a grid has more or less than the mean of all, as a share of it; empty where there
   * is none, or where the others are balanced by something else.
   */
  public OptionalDouble overallDeviation(Grid grid) {
    Double load = basis == Basis.AREA ? Double.valueOf(grid.squareMetres()) : grid.weight();
    boolean alike =
        basis != Basis.BOTH
            || grids.stream()
                .filter(each -> each.group().equals(grid.group()))
                .anyMatch(each -> each.weight() != null && each.weight() > 0);
    return load == null || mean == 0 || !alike
        ? OptionalDouble.empty()
        : OptionalDouble.of((load - mean) / Math.abs(mean));
  }

  /** Whether what grids are balanced by is not simply counted in all of them. */
  public boolean isEstimate() {
    return grids.stream().anyMatch(grid -> !grid.weightBasis().equals(Fact.COUNTED));
  }

  /** Whether every grid lies within the tolerance. */
  public boolean isBalanced() {
    return tolerance == 0 || largestDeviation <= tolerance + SLACK;
  }

  /** What a planner should know: the notes, and units that the tolerance could not be kept in. */
  public List<Message> remarks() {
    List<Message> remarks = new ArrayList<>(notes);
    if (tolerance > 0) {
      Map<String, Double> worst = new TreeMap<>(Plan.CODE_ORDER);
      grids.forEach(grid -> worst.merge(grid.group(), Math.abs(grid.deviation()), Math::max));
      worst.forEach(
          (group, off) -> {
            if (off > tolerance + SLACK) {
              remarks.add(
                  Message.core(
                      "divide.note-tolerance",
                      UnitCodes.of(group),
                      percent(off),
                      percent(tolerance)));
            }
          });
    }
    return List.copyOf(remarks);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** Share of the weight that changes hands; empty without weight. */
  public OptionalDouble shareMoving() {
    return weightOfPoints > 0
        ? OptionalDouble.of(weightMoving / weightOfPoints)
        : OptionalDouble.empty();
  }
}
