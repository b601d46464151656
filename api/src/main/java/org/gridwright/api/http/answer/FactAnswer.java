package org.gridwright.api.http.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A number of a grid, and how it is known.
 *
 * @param value null where none of the ground was counted
 * @param basis {@code counted}, {@code estimated} or {@code incomplete}
 * @param since day of the oldest count that it comes from; null where nobody said
 * @param sources the counts that it comes from; empty where it is the grid's own
 */
public record FactAnswer(
    String attribute,
    @Nullable BigDecimal value,
    String basis,
    @Nullable LocalDate since,
    List<Source> sources) {

  /**
   * A count.
   *
   * @param code of the grid that was counted
   * @param counted null where its number is unknown
   * @param part what goes to this grid; null where it is unknown, or a mean
   * @param share of the counted ground that lies in the grid, 0 to 1
   */
  public record Source(
      String code,
      @Nullable BigDecimal counted,
      @Nullable LocalDate since,
      @Nullable BigDecimal part,
      double share) {}

  /** All numbers of a grid, by attribute. */
  public static List<FactAnswer> of(PlanFacts facts, Unit grid) {
    return facts.schema().counted().stream()
        .flatMap(attribute -> facts.fact(grid, attribute).stream())
        .map(FactAnswer::of)
        .toList();
  }

  public static FactAnswer of(Fact fact) {
    return new FactAnswer(
        fact.attribute(),
        fact.known(),
        fact.basis(),
        fact.since(),
        fact.sources().stream()
            .map(
                each ->
                    new Source(
                        each.code(), each.counted(), each.since(), each.part(), each.share()))
            .toList());
  }
}
