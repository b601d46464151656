package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of something that a city has, such as addresses or households, is in which earlier and
 * which later unit. Immutable.
 */
public final class Handover {

  private final Comparison comparison;
  private final List<Flow> flows;
  private final double total;

  private Handover(Comparison comparison, List<Flow> flows, double total) {
    this.comparison = comparison;
    this.flows = flows;
    this.total = total;
  }

  /**
   * What went from one unit to one.
   *
   * @param from index of the earlier unit, or {@link Overlap#NOBODY}
   * @param to index of the later unit, or {@link Overlap#NOBODY}
   * @param amount more than 0; whole where points are counted
   * @param moved whether it changed hands
   */
  public record Flow(int from, int to, double amount, boolean moved) {}

  /**
   * Counts points. Each is in the one unit that owns it, so points on a border that moved by a
   * centimetre may change hands.
   */
  public static Handover of(Comparison comparison, LocatedPoints points) {
    int[] before = points.units(true, comparison.fromPlan(), comparison.fromDepth());
    int[] after = points.units(false, comparison.toPlan(), comparison.toDepth());
    SortedMap<Pair, Double> amounts = new TreeMap<>();
    for (int k = 0; k < before.length; k++) {
      amounts.merge(new Pair(before[k], after[k]), 1.0, Double::sum);
    }
    return of(comparison, amounts, before.length);
  }

  /** Amounts of units to units, of which those of nothing are left out. */
  static Handover of(Comparison comparison, SortedMap<Pair, Double> amounts, double total) {
    List<Flow> flows = new ArrayList<>();
    for (Map.Entry<Pair, Double> entry : amounts.entrySet()) {
      Pair pair = entry.getKey();
      if (entry.getValue() > 0) {
        flows.add(
            new Flow(
                pair.from(),
                pair.to(),
                entry.getValue(),
                comparison.isMove(pair.from(), pair.to())));
      }
    }
    return new Handover(comparison, List.copyOf(flows), total);
  }

  /** From units to units, by earlier and then later unit; nobody comes first. */
  public List<Flow> flows() {
    return flows;
  }

  /** All there is. */
  public double total() {
    return total;
  }

  /** What changed hands, with what nobody owned, or owns now. */
  public double moved() {
    return flows.stream().filter(Flow::moved).mapToDouble(Flow::amount).sum();
  }

  /** What every earlier unit has: {@code result[unitIndex]}. */
  public double[] byFrom() {
    double[] amounts = new double[comparison.from().size()];
    flows.stream()
        .filter(flow -> flow.from() != Overlap.NOBODY)
        .forEach(flow -> amounts[flow.from()] += flow.amount());
    return amounts;
  }

  /** What every later unit has: {@code result[unitIndex]}. */
  public double[] byTo() {
    double[] amounts = new double[comparison.to().size()];
    flows.stream()
        .filter(flow -> flow.to() != Overlap.NOBODY)
        .forEach(flow -> amounts[flow.to()] += flow.amount());
    return amounts;
  }
}
