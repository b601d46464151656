package org.gridwright.api.http.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.compare.Apportionment;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/**
 * Two plans compared, as JSON.
 *
 * @param summary how many families of units have which fate
 * @param households null where no unit says how many it has
 * @param changes families that were not kept
 * @param moves what went from one unit to another, common ground or points
 */
public record CompareAnswer(
    Side from,
    Side to,
    double sliverWidthMetres,
    Map<String, Integer> summary,
    Areas area,
    Moved addresses,
    Moved openIncidents,
    @Nullable MovedHouseholds households,
    int changesTotal,
    int movesTotal,
    List<ChangeAnswer> changes,
    List<MoveAnswer> moves,
    BalanceAnswer balance) {

  /** One of the plans. */
  record Side(
      String kind, long id, String theme, String level, int units, double areaSquareMetres) {}

  /** Square metres that changed hands, were nobody's, are nobody's, are noise, kept their code. */
  record Areas(double moved, double added, double dropped, double noise, double sameCode) {}

  /** Points, and how many of them changed hands. */
  record Moved(long total, long moved) {}

  /**
   * Households, and how many of them changed hands: an estimate.
   *
   * @param of the side whose units say how many they have, {@code from} or {@code to}
   */
  record MovedHouseholds(double total, double moved, String of) {}

  /**
   * @param households null where no unit carries their number
   */
  record BalanceAnswer(
      ComparedPlans.Balances area,
      ComparedPlans.Balances addresses,
      ComparedPlans.Balances openIncidents,
      ComparedPlans.@Nullable Balances households) {}

  /** All of it. */
  public static CompareAnswer of(ComparedPlans compared) {
    return of(compared, Page.ALL);
  }

  /**
   * @param page how many changes and how many moves are listed
   */
  static CompareAnswer of(ComparedPlans compared, Page page) {
    Page.Excerpt<ChangeAnswer> changes = new Changes(compared).page(page);
    Page.Excerpt<MoveAnswer> moves = MoveAnswer.page(compared, page);
    Comparison comparison = compared.comparison();
    Map<String, Integer> summary = new LinkedHashMap<>();
    comparison.counts().forEach((fate, count) -> summary.put(fate.id(), count));
    return new CompareAnswer(
        side(
            compared.from(),
            compared.fromLevel(),
            comparison.from(),
            comparison.totalSquareMetresFrom()),
        side(compared.to(), compared.toLevel(), comparison.to(), comparison.totalSquareMetresTo()),
        compared.options().sliverWidthMetres(),
        summary,
        new Areas(
            Metres.rounded(comparison.movedSquareMetres()),
            Metres.rounded(comparison.addedSquareMetres()),
            Metres.rounded(comparison.droppedSquareMetres()),
            Metres.rounded(comparison.noiseSquareMetres()),
            Metres.rounded(comparison.sameCodeSquareMetres())),
        moved(compared.addresses()),
        moved(compared.openIncidents()),
        compared.households().map(CompareAnswer::moved).orElse(null),
        changes.total(),
        moves.total(),
        changes.rows(),
        moves.rows(),
        new BalanceAnswer(
            compared.area(),
            ComparedPlans.balances(compared.addresses()),
            ComparedPlans.balances(compared.openIncidents()),
            compared.householdBalances().orElse(null)));
  }

  private static Side side(ComparedPlan plan, Level level, List<Unit> units, double squareMetres) {
    return new Side(
        plan.kind().name().toLowerCase(Locale.ROOT),
        plan.id(),
        plan.plan().theme().id(),
        level.name(),
        units.size(),
        Metres.rounded(squareMetres));
  }

  private static Moved moved(Handover points) {
    return new Moved(Math.round(points.total()), Math.round(points.moved()));
  }

  private static MovedHouseholds moved(Apportionment households) {
    Handover handover = households.handover();
    return new MovedHouseholds(
        Amounts.estimate(handover.total()),
        Amounts.estimate(handover.moved()),
        households.ofEarlier() ? "from" : "to");
  }
}
