package org.gridwright.api.http.compare;

import java.util.List;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk;
import org.gridwright.core.plan.Level;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/** What the units of two themes have in common, as JSON. */
public record CrosswalkAnswer(Side of, Side with, List<Row> rows) {

  record Side(String theme, long plan, String level) {}

  /**
   * @param code null for ground and addresses outside the first theme
   * @param withCode null for those outside the second
   */
  record Row(
      @Nullable String code,
      @Nullable String withCode,
      double areaSquareMetres,
      double areaShare,
      double areaShareOfWith,
      long addresses,
      double addressesShare,
      double addressesShareOfWith) {}

  public static CrosswalkAnswer of(ComparedPlans compared) {
    Comparison comparison = compared.comparison();
    return new CrosswalkAnswer(
        side(compared.from(), compared.fromLevel()),
        side(compared.to(), compared.toLevel()),
        compared.table().stream()
            .map(row -> row(comparison, row))
            .filter(row -> row.areaSquareMetres() > 0 || row.addresses() > 0)
            .toList());
  }

  private static Side side(ComparedPlan plan, Level level) {
    return new Side(plan.plan().theme().id(), plan.id(), level.name());
  }

  private static Row row(Comparison comparison, Crosswalk row) {
    Crosswalk.Amount addresses = row.points().get(0);
    return new Row(
        CompareAnswer.code(comparison.from(), row.from()),
        CompareAnswer.code(comparison.to(), row.to()),
        Metres.rounded(row.ground().value()),
        CompareAnswer.share(row.ground().shareOfFrom()),
        CompareAnswer.share(row.ground().shareOfTo()),
        Math.round(addresses.value()),
        CompareAnswer.share(addresses.shareOfFrom()),
        CompareAnswer.share(addresses.shareOfTo()));
  }
}
