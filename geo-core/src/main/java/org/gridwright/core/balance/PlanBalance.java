package org.gridwright.core.balance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * How evenly something is spread over the units of a level. Immutable and thread-safe. Takes a few
 * passes over the units to make; a page of the list costs one more.
 *
 * <p>A deviation is by how much a unit has more (0.2) or less (-0.2) than the theme's target, or
 * than the mean where there is none, as a part of it.
 */
public final class PlanBalance {

  /** Closer than this to an edge, the exact numbers are asked. */
  private static final double CLOSE = 1e-9;

  private static final List<BigDecimal> WIDTHS =
      List.of(
          new BigDecimal("0.005"),
          new BigDecimal("0.01"),
          new BigDecimal("0.02"),
          new BigDecimal("0.05"),
          new BigDecimal("0.1"));
  private static final int HALF = 10;

  private final LevelAmounts amounts;
  private final BalanceGoal goal;

  /** NaN where there is no number; the exact ones are asked where these are close to an edge. */
  private final double[] approximate;

  private final LevelSums sums;

  /** What deviations are counted from, times {@link #times}; exact. */
  private final BigDecimal reference;

  private final BigDecimal times;
  private final double mean;
  private final double from;
  private final boolean deviates;

  private PlanBalance(LevelAmounts amounts, LevelSums sums, BalanceGoal goal) {
    this.amounts = amounts;
    this.goal = goal;
    this.sums = sums;
    this.approximate = sums.approximate();
    BigDecimal total = sums.total();
    int known = sums.known();
    this.mean =
        known == 0
            ? 0
            : total.divide(BigDecimal.valueOf(known), MathContext.DECIMAL128).doubleValue();
    BigDecimal target = goal.target();
    this.reference = target == null ? total : target;
    this.times = BigDecimal.valueOf(target == null ? known : 1);
    this.from = target == null ? mean : target.doubleValue();
    this.deviates = target != null || noFigure().isEmpty();
  }

  public static PlanBalance of(LevelAmounts amounts, BalanceGoal goal) {
    return new PlanBalance(amounts, LevelSums.of(amounts, null), goal);
  }

  /** The balance of a level of a plan whose grids have amounts. */
  public static PlanBalance of(GridAmounts grids, int depth, BalanceGoal goal) {
    LevelAmounts amounts = grids.level(depth);
    return new PlanBalance(amounts, LevelSums.of(amounts, grids.column(depth)), goal);
  }

  /** Of which units, and what they have. */
  public LevelAmounts amounts() {
    return amounts;
  }

  public BalanceGoal goal() {
    return goal;
  }

  /** Units that have a number. */
  public int known() {
    return sums.known();
  }

  /** Of these, those whose number is not simply counted on their own ground. */
  public int estimated() {
    return sums.estimated();
  }

  /** What all units have together. */
  public BigDecimal total() {
    return sums.total();
  }

  /** Of the units that have a number; empty where none has. */
  public OptionalDouble mean() {
    return sums.known() == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  /** What deviations are counted from: the target, else the mean; empty where there is neither. */
  public OptionalDouble reference() {
    return deviates ? OptionalDouble.of(from) : OptionalDouble.empty();
  }

  /** The least that a unit has; unknown where none has a number. */
  public UnitAmount least() {
    return sums.least();
  }

  public UnitAmount most() {
    return sums.most();
  }

  /** Why there is no coefficient of variation, and without a target no deviation. */
  public Optional<NoFigure> noFigure() {
    if (sums.known() < 2) {
      return Optional.of(NoFigure.FEW_UNITS);
    }
    return sums.total().signum() == 0 ? Optional.of(NoFigure.MEAN_ZERO) : Optional.empty();
  }

  /** Standard deviation of all units over the size of their mean. */
  public OptionalDouble coefficientOfVariation() {
    if (noFigure().isPresent()) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    for (int i = 0; i < approximate.length; i++) {
      double off = isKnown(i) ? approximate[i] - mean : 0;
      squares += off * off;
    }
    return OptionalDouble.of(Math.sqrt(squares / sums.known()) / Math.abs(mean));
  }

  /** By how much a unit deviates; empty where it has no number, or nothing deviates. */
  public OptionalDouble deviation(int index) {
    return deviates && isKnown(index)
        ? OptionalDouble.of(deviation(approximate[index]))
        : OptionalDouble.empty();
  }

  /** The deviation of the unit that has least; empty where nothing deviates. */
  public OptionalDouble lowest() {
    return extreme(sums.least().known());
  }

  /** The deviation of the unit that has most. */
  public OptionalDouble highest() {
    return extreme(sums.most().known());
  }

  private OptionalDouble extreme(@Nullable BigDecimal value) {
    return deviates && value != null
        ? OptionalDouble.of(deviation(value.doubleValue()))
        : OptionalDouble.empty();
  }

  private double deviation(double value) {
    return (value - from) / Math.abs(from);
  }

  /** Whether a unit is farther off than the theme tolerates; never where nothing was said. */
  public boolean isOutside(int index) {
    BigDecimal tolerance = goal.tolerance();
    return deviates && tolerance != null && isKnown(index) && isOutside(index, tolerance);
  }

  private boolean isKnown(int index) {
    return !Double.isNaN(approximate[index]);
  }

  private boolean isOutside(int index, BigDecimal tolerance) {
    double beyond = Math.abs(deviation(approximate[index])) - tolerance.doubleValue();
    return Math.abs(beyond) > CLOSE
        ? beyond > 0
        : times
                .multiply(value(index))
                .subtract(reference)
                .abs()
                .compareTo(reference.abs().multiply(tolerance))
            > 0;
  }

  /** How many units are outside. */
  public int outside() {
    int outside = 0;
    for (int i = 0; i < amounts.size(); i++) {
      outside += isOutside(i) ? 1 : 0;
    }
    return outside;
  }

  /**
   * How many units deviate by how much: twenty ranges alike about no deviation, half a percent to
   * ten percent wide as the units are apart, and what lies beyond them. Empty where nothing
   * deviates.
   */
  public List<DeviationBin> histogram() {
    if (!deviates || sums.known() == 0) {
      return List.of();
    }
    double extent = Math.max(Math.abs(lowest().orElseThrow()), Math.abs(highest().orElseThrow()));
    BigDecimal width =
        WIDTHS.stream()
            .filter(each -> each.doubleValue() * HALF >= extent)
            .findFirst()
            .orElse(WIDTHS.get(WIDTHS.size() - 1));
    BigDecimal[] edges = edges(width);
    int[] counts = new int[edges.length + 1];
    double wide = width.doubleValue();
    for (int i = 0; i < approximate.length; i++) {
      if (isKnown(i)) {
        counts[bin(i, deviation(approximate[i]) / wide, edges)]++;
      }
    }
    return bins(width, counts);
  }

  /** The least number of each range but the first. */
  private BigDecimal[] edges(BigDecimal width) {
    BigDecimal[] edges = new BigDecimal[2 * HALF + 1];
    for (int i = 0; i < edges.length; i++) {
      BigDecimal off = reference.abs().multiply(width).multiply(BigDecimal.valueOf(i - HALF));
      edges[i] = reference.add(off).divide(times, sums.digits(), RoundingMode.CEILING);
    }
    return edges;
  }

  private int bin(int index, double widths, BigDecimal[] edges) {
    int bin = (int) Math.max(0, Math.min(edges.length, Math.floor(widths) + HALF + 1));
    if (Math.abs(widths - Math.rint(widths)) < 1e-6) {
      BigDecimal value = value(index);
      while (bin > 0 && value.compareTo(edges[bin - 1]) < 0) {
        bin--;
      }
      while (bin < edges.length && value.compareTo(edges[bin]) >= 0) {
        bin++;
      }
    }
    return bin;
  }

  private static List<DeviationBin> bins(BigDecimal width, int[] counts) {
    List<DeviationBin> bins = new ArrayList<>();
    for (int i = 0, last = counts.length - 1; i <= last; i++) {
      boolean beyond = i == 0 || i == last;
      if (!beyond || counts[i] > 0) {
        bins.add(
            new DeviationBin(
                i == 0 ? null : edge(width, i - 1 - HALF),
                i == last ? null : edge(width, i - HALF),
                counts[i]));
      }
    }
    return bins;
  }

  private static double edge(BigDecimal width, int widths) {
    return width.multiply(BigDecimal.valueOf(widths)).doubleValue();
  }

  /**
   * A page of the list of all units, by index; ties in code order.
   *
   * @param offset how many units come before it
   * @param limit so many at most
   */
  public List<Integer> page(BalanceOrder order, int offset, int limit) {
    Comparator<Integer> first = comparator(order);
    int wanted = (int) Math.min((long) offset + limit, amounts.size());
    PriorityQueue<Integer> best = new PriorityQueue<>(Math.max(1, wanted), first.reversed());
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < amounts.size() && wanted > 0; i++) {
      if (best.size() < wanted) {
        best.add(i);
        last = rank(order, best.element());
      } else if (rank(order, i) >= last && first.compare(i, best.element()) < 0) {
        best.remove();
        best.add(i);
        last = rank(order, best.element());
      }
    }
    return best.stream().sorted(first).skip(offset).toList();
  }

  private Comparator<Integer> comparator(BalanceOrder order) {
    Comparator<Integer> byAmount =
        switch (order) {
          case DEVIATION -> (a, b) -> Double.compare(distance(b), distance(a));
          case MOST -> (a, b) -> value(b).compareTo(value(a));
          case LEAST -> (a, b) -> value(a).compareTo(value(b));
        };
    return Comparator.<Integer, Boolean>comparing(index -> !isKnown(index))
        .thenComparing(byAmount)
        .thenComparing(Comparator.naturalOrder());
  }

  /** Never higher than that of a unit which comes first. */
  private double rank(BalanceOrder order, int index) {
    if (!isKnown(index)) {
      return Double.NEGATIVE_INFINITY;
    }
    return switch (order) {
      case DEVIATION -> distance(index);
      case MOST -> approximate[index];
      case LEAST -> -approximate[index];
    };
  }

  private double distance(int index) {
    return Math.abs(approximate[index] - from);
  }

  private BigDecimal value(int index) {
    return amounts.amount(index).value().orElse(BigDecimal.ZERO);
  }
}
