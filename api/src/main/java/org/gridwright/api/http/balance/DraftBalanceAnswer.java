package org.gridwright.api.http.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.DeviationBin;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.NoFigure;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.plan.Level;
import org.gridwright.data.draft.DraftState;
import org.jspecify.annotations.Nullable;

/**
 * The balance of a level of a draft.
 *
 * @param measures what can be asked for
 * @param tolerance of the theme, as a part of target or mean; null where nothing was said
 * @param target of the theme; null where the mean is meant
 * @param known units that have a number
 * @param unknown units that have none
 * @param estimated of those known, whose number was not simply counted on their own ground
 * @param reference what deviations are counted from; null where nothing deviates
 * @param noFigure why there is no coefficient of variation, and without a target no deviation
 * @param outside units that deviate by more than is tolerated; null where nothing was said
 * @param rows the units of this page
 * @param drawn the units of the rectangle that was asked for; left out where none was
 */
record DraftBalanceAnswer(
    long draft,
    long version,
    String level,
    String measure,
    List<String> measures,
    @Nullable BigDecimal tolerance,
    @Nullable BigDecimal target,
    int units,
    int known,
    int unknown,
    int estimated,
    BigDecimal total,
    @Nullable Double mean,
    @Nullable BigDecimal least,
    @Nullable String leastBasis,
    @Nullable BigDecimal most,
    @Nullable String mostBasis,
    @Nullable Double reference,
    @Nullable Double lowest,
    @Nullable Double highest,
    @Nullable Double coefficientOfVariation,
    @Nullable String noFigure,
    @Nullable Integer outside,
    List<DeviationBin> histogram,
    List<BalanceRow> rows,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DrawnAmount> drawn) {

  static DraftBalanceAnswer of(
      DraftState draft,
      Level level,
      Measure measure,
      List<Measure> measures,
      PlanBalance balance,
      List<BalanceRow> rows,
      @Nullable List<DrawnAmount> drawn) {
    BalanceGoal goal = balance.goal();
    int units = balance.amounts().size();
    return new DraftBalanceAnswer(
        draft.info().id(),
        draft.version(),
        level.name(),
        measure.id(),
        measures.stream().map(Measure::id).toList(),
        goal.tolerance(),
        goal.target(),
        units,
        balance.known(),
        units - balance.known(),
        balance.estimated(),
        balance.total(),
        orNull(balance.mean()),
        balance.least().known(),
        balance.least().known() == null ? null : balance.least().basis(),
        balance.most().known(),
        balance.most().known() == null ? null : balance.most().basis(),
        orNull(balance.reference()),
        orNull(balance.lowest()),
        orNull(balance.highest()),
        orNull(balance.coefficientOfVariation()),
        balance.noFigure().map(NoFigure::id).orElse(null),
        goal.tolerance() == null || balance.reference().isEmpty() ? null : balance.outside(),
        balance.histogram(),
        rows,
        drawn);
  }

  static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
