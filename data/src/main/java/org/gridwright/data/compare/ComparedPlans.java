package org.gridwright.data.compare;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.compare.Balance;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;

/**
 * Two plans, what became of their units, and of the points in them. Immutable.
 *
 * @param addresses all addresses of the store
 * @param openIncidents incidents that are not closed
 */
public record ComparedPlans(
    ComparedPlan from,
    ComparedPlan to,
    CompareOptions options,
    Comparison comparison,
    Handover addresses,
    Handover openIncidents) {

  private static final String HOUSEHOLDS = "households";

  /**
   * How evenly something was spread over the units, and is.
   *
   * @param before of the earlier plan
   * @param after of the later plan
   */
  public record Balances(Balance before, Balance after) {}

  public Level fromLevel() {
    return from.plan().theme().levels().get(comparison.fromDepth());
  }

  public Level toLevel() {
    return to.plan().theme().levels().get(comparison.toDepth());
  }

  /**
   * Common ground, addresses and open incidents, in this order of points, of each two units that
   * have any.
   */
  public List<Crosswalk> table() {
    return Crosswalk.of(comparison, List.of(addresses, openIncidents));
  }

  public Balances area() {
    return new Balances(
        Balance.of(comparison.squareMetresFrom()), Balance.of(comparison.squareMetresTo()));
  }

  /** Of addresses or of incidents. */
  public static Balances balances(Handover points) {
    return new Balances(Balance.of(points.byFrom()), Balance.of(points.byTo()));
  }

  /** Of the units' own attribute; empty where one of the plans has no unit that carries it. */
  public Optional<Balances> households() {
    double[] before = households(comparison.from());
    double[] after = households(comparison.to());
    return before.length == 0 || after.length == 0
        ? Optional.empty()
        : Optional.of(new Balances(Balance.of(before), Balance.of(after)));
  }

  private static double[] households(List<Unit> units) {
    return units.stream()
        .map(unit -> unit.attributes().getOrDefault(HOUSEHOLDS, ""))
        .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
