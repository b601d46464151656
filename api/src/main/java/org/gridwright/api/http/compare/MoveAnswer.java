package org.gridwright.api.http.compare;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.Common;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/**
 * What went from one unit to another.
 *
 * @param from code; null where nobody had it
 * @param to code; null where nobody has it
 * @param households an estimate; null where no unit says how many it has
 * @param bounds where both units are
 */
record MoveAnswer(
    @Nullable String from,
    @Nullable String to,
    double areaSquareMetres,
    double shareOfFrom,
    double shareOfTo,
    long addresses,
    long openIncidents,
    @Nullable Double households,
    @Nullable String fromName,
    Map<String, String> fromNames,
    @Nullable String toName,
    Map<String, String> toNames,
    @Nullable List<Double> bounds) {

  static Page.Excerpt<MoveAnswer> page(ComparedPlans compared, Page page) {
    Comparison comparison = compared.comparison();
    Page.Excerpt<Common> cut =
        page.rows(
            comparison,
            compared.table().stream().filter(row -> comparison.isMove(row.from(), row.to())));
    return new Page.Excerpt<>(
        cut.total(), cut.rows().stream().map(row -> of(comparison, row)).toList());
  }

  private static MoveAnswer of(Comparison comparison, Common row) {
    Unit from = UnitText.unit(comparison.from(), row.from());
    Unit to = UnitText.unit(comparison.to(), row.to());
    return new MoveAnswer(
        UnitText.code(from),
        UnitText.code(to),
        Metres.rounded(row.squareMetres().value()),
        Amounts.share(row.squareMetres().shareOfFrom()),
        Amounts.share(row.squareMetres().shareOfTo()),
        Amounts.count(row.addresses()),
        Amounts.count(row.openIncidents()),
        Amounts.estimate(row.households()),
        UnitText.name(from),
        UnitText.names(from),
        UnitText.name(to),
        UnitText.names(to),
        UnitText.bounds(from, to));
  }
}
