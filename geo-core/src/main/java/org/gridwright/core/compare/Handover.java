package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.service.Points;

/**
 * How many points, such as addresses, are in which earlier and which later unit. Each is in the one
 * unit that owns it, so points on a border that moved by a centimetre may change hands. Immutable.
 */
public final class Handover {

  private final Comparison comparison;
  private final List<Flow> flows;
  private final long total;

  private Handover(Comparison comparison, List<Flow> flows, long total) {
    this.comparison = comparison;
    this.flows = flows;
    this.total = total;
  }

  /**
   * Points from one unit to one.
   *
   * @param from index of the earlier unit, or {@link Overlap#NOBODY}
   * @param to index of the later unit, or {@link Overlap#NOBODY}
   * @param points more than 0
   * @param moved whether they changed hands
   */
  public record Flow(int from, int to, long points, boolean moved) {}

  /**
   * Finds points in both plans. Takes two look-ups a point.
   *
   * @param from of the earlier plan's grids
   * @param to of the later plan's grids
   */
  public static Handover of(Comparison comparison, Locator from, Locator to, Points points) {
    int[] before = units(comparison.fromPlan(), comparison.fromDepth(), from, points);
    int[] after = units(comparison.toPlan(), comparison.toDepth(), to, points);
    Map<Long, Long> counts = new TreeMap<>();
    for (int k = 0; k < before.length; k++) {
      counts.merge(((long) before[k] << 32) + after[k], 1L, Long::sum);
    }
    List<Flow> flows = new ArrayList<>();
    counts.forEach(
        (pair, count) -> {
          int i = (int) ((pair - pair.intValue()) >> 32);
          int j = pair.intValue();
          flows.add(new Flow(i, j, count, comparison.isMove(i, j)));
        });
    return new Handover(comparison, List.copyOf(flows), before.length);
  }

  /** No points. */
  public static Handover none(Comparison comparison) {
    return new Handover(comparison, List.of(), 0);
  }

  /** From units to units, by earlier and then later unit; nobody comes first. */
  public List<Flow> flows() {
    return flows;
  }

  /** All points. */
  public long total() {
    return total;
  }

  /** Points that changed hands, those that nobody owned, or owns now, included. */
  public long moved() {
    return flows.stream().filter(Flow::moved).mapToLong(Flow::points).sum();
  }

  /** Points of every earlier unit: {@code result[unitIndex]}. */
  public double[] byFrom() {
    double[] counts = new double[comparison.from().size()];
    flows.stream()
        .filter(flow -> flow.from() != Overlap.NOBODY)
        .forEach(flow -> counts[flow.from()] += flow.points());
    return counts;
  }

  /** Points of every later unit: {@code result[unitIndex]}. */
  public double[] byTo() {
    double[] counts = new double[comparison.to().size()];
    flows.stream()
        .filter(flow -> flow.to() != Overlap.NOBODY)
        .forEach(flow -> counts[flow.to()] += flow.points());
    return counts;
  }

  private static int[] units(Plan plan, int depth, Locator locator, Points points) {
    int[] x = new int[points.size()];
    int[] y = new int[points.size()];
    Arrays.setAll(x, points::x);
    Arrays.setAll(y, points::y);
    int[] units = new int[x.length];
    locator.owners(x, y, 0, x.length, units);
    int[] ancestors = plan.ancestorsOfGrids(depth);
    Arrays.setAll(
        units, k -> units[k] == Locator.NOBODY ? Overlap.NOBODY : ancestors[units[k] - 1]);
    return units;
  }
}
