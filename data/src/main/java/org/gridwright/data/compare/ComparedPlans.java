package org.gridwright.data.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.compare.Apportionment;
import org.gridwright.core.compare.Balance;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Two plans, what became of their units, and of the points in them. Immutable.
 *
 * @param addresses all addresses of the store
 * @param openIncidents incidents that are not closed
 * @param households an estimate; empty where no unit says how many it has
 * @param table a row for each two units that have anything in common, by the earlier and then the
 *     later
 */
public record ComparedPlans(
    ComparedPlan from,
    ComparedPlan to,
    CompareOptions options,
    Comparison comparison,
    Handover addresses,
    Handover openIncidents,
    Optional<Apportionment> households,
    List<Common> table) {

  private static final long BYTES_PER_VERTEX = 8;
  private static final long BYTES_PER_OVERLAP = 48;
  private static final long BYTES_PER_ROW = 256;

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

  static ComparedPlans of(
      ComparedPlan from,
      ComparedPlan to,
      CompareOptions options,
      Comparison comparison,
      Handover addresses,
      Handover openIncidents,
      Optional<Apportionment> households,
      Progress progress) {
    List<Handover> all = new ArrayList<>(List.of(addresses, openIncidents));
    households.ifPresent(it -> all.add(it.handover()));
    return new ComparedPlans(
        from,
        to,
        options,
        comparison,
        addresses,
        openIncidents,
        households,
        Crosswalk.of(comparison, all, progress).stream().map(ComparedPlans::common).toList());
  }

  /**
   * About how many bytes this takes, both plans included: eight for each vertex, and what rows,
   * flows and families take at least.
   */
  long weight() {
    long flows = addresses.flows().size() + (long) openIncidents.flows().size();
    flows += households.map(it -> it.handover().flows().size()).orElse(0);
    long rows = table.size() + (long) comparison.families().size();
    return BYTES_PER_VERTEX * (vertices(from.plan()) + vertices(to.plan()))
        + BYTES_PER_OVERLAP * (comparison.overlaps().size() + flows)
        + BYTES_PER_ROW * rows;
  }

  private static long vertices(Plan plan) {
    long[] sum = {0};
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      for (Unit unit : plan.units(depth)) {
        if (unit.area() != null) {
          unit.area().forEachRing(ring -> sum[0] += ring.size());
        }
      }
    }
    return sum[0];
  }

  private static Common common(Crosswalk row) {
    List<Crosswalk.Amount> shared = row.shared();
    return new Common(
        row.from(),
        row.to(),
        row.ground(),
        shared.get(0),
        shared.get(1),
        shared.size() > 2 ? shared.get(2) : null);
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
  public Optional<Balances> householdBalances() {
    Balance before = households(comparison.from());
    Balance after = households(comparison.to());
    return before.units() == 0 || after.units() == 0
        ? Optional.empty()
        : Optional.of(new Balances(before, after));
  }

  private static Balance households(List<Unit> units) {
    long estimated =
        units.stream().filter(unit -> UnitAmount.told(unit, Unit.HOUSEHOLDS).isEstimated()).count();
    return Balance.of(
        units.stream().flatMapToDouble(unit -> unit.amount(Unit.HOUSEHOLDS).stream()).toArray(),
        (int) estimated);
  }
}
