package org.gridwright.api.http.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk.Amount;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.Common;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/**
 * What the units of two themes have in common, as JSON.
 *
 * @param total how many rows match, listed or not
 */
public record CrosswalkAnswer(Side of, Side with, int total, List<Row> rows) {

  record Side(String theme, long plan, String level, String kind, int units) {}

  /**
   * @param code null for ground and addresses outside the first theme
   * @param withCode null for those outside the second
   * @param households an estimate; null, like its shares, where no unit says how many it has
   * @param bounds where both units are
   */
  record Row(
      @Nullable String code,
      @Nullable String withCode,
      double areaSquareMetres,
      double areaShare,
      double areaShareOfWith,
      long addresses,
      double addressesShare,
      double addressesShareOfWith,
      @Nullable String name,
      Map<String, String> names,
      @Nullable String withName,
      Map<String, String> withNames,
      long openIncidents,
      double openIncidentsShare,
      double openIncidentsShareOfWith,
      @Nullable Double households,
      @Nullable Double householdsShare,
      @Nullable Double householdsShareOfWith,
      @Nullable List<Double> bounds) {}

  /** All of it. */
  public static CrosswalkAnswer of(ComparedPlans compared) {
    return of(compared, Page.ALL);
  }

  static CrosswalkAnswer of(ComparedPlans compared, Page page) {
    Comparison comparison = compared.comparison();
    Page.Excerpt<Common> cut =
        page.rows(comparison, compared.table().stream().filter(CrosswalkAnswer::isSomething));
    return new CrosswalkAnswer(
        side(compared.from(), compared.fromLevel(), comparison.from()),
        side(compared.to(), compared.toLevel(), comparison.to()),
        cut.total(),
        cut.rows().stream().map(row -> row(comparison, row)).toList());
  }

  private static boolean isSomething(Common row) {
    Amount households = row.households();
    return Metres.rounded(row.squareMetres().value()) > 0
        || row.addresses().value() + row.openIncidents().value() > 0
        || (households != null && households.value() > 0);
  }

  private static Side side(ComparedPlan plan, Level level, List<Unit> units) {
    return new Side(
        plan.plan().theme().id(),
        plan.id(),
        level.name(),
        plan.kind().name().toLowerCase(Locale.ROOT),
        units.size());
  }

  private static Row row(Comparison comparison, Common row) {
    Unit one = UnitText.unit(comparison.from(), row.from());
    Unit other = UnitText.unit(comparison.to(), row.to());
    Amount households = row.households();
    return new Row(
        UnitText.code(one),
        UnitText.code(other),
        Metres.rounded(row.squareMetres().value()),
        Amounts.share(row.squareMetres().shareOfFrom()),
        Amounts.share(row.squareMetres().shareOfTo()),
        Amounts.count(row.addresses()),
        Amounts.share(row.addresses().shareOfFrom()),
        Amounts.share(row.addresses().shareOfTo()),
        UnitText.name(one),
        UnitText.names(one),
        UnitText.name(other),
        UnitText.names(other),
        Amounts.count(row.openIncidents()),
        Amounts.share(row.openIncidents().shareOfFrom()),
        Amounts.share(row.openIncidents().shareOfTo()),
        Amounts.estimate(households),
        households == null ? null : Amounts.share(households.shareOfFrom()),
        households == null ? null : Amounts.share(households.shareOfTo()),
        UnitText.bounds(one, other));
  }
}
