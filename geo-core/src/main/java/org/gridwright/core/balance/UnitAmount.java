package org.gridwright.core.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How much a unit has.
 *
 * @param known null where nobody knows
 * @param basis how it is known, as {@link Fact#basis}
 */
public record UnitAmount(@Nullable BigDecimal known, String basis) {

  public static final UnitAmount UNKNOWN = new UnitAmount(null, Fact.INCOMPLETE);

  /** Square metres are told to a decimetre. */
  private static final int AREA_DIGITS = 1;

  public static UnitAmount counted(long number) {
    return new UnitAmount(BigDecimal.valueOf(number), Fact.COUNTED);
  }

  /**
   * What a unit is told of an attribute that says how much it has.
   *
   * @param unit as it is told
   */
  public static UnitAmount told(Unit unit, String attribute) {
    String basis = unit.attributes().getOrDefault(PlanFacts.basisKey(attribute), Fact.COUNTED);
    return Counted.number(unit.attributes().get(attribute))
        .map(number -> new UnitAmount(number, basis))
        .orElse(UNKNOWN);
  }

  /** What a number of a unit tells. */
  public static UnitAmount of(Fact fact) {
    return fact.known() == null ? UNKNOWN : new UnitAmount(fact.known(), fact.basis());
  }

  /**
   * Its ground in square metres, to one decimal, measured so that the parts of a unit have as much
   * as the whole.
   */
  public static UnitAmount area(Unit unit) {
    double squareMetres = GroundSize.equalAreaSquareMetres(unit.drawnArea());
    return new UnitAmount(
        new BigDecimal(squareMetres).setScale(AREA_DIGITS, RoundingMode.HALF_UP), Fact.COUNTED);
  }

  public Optional<BigDecimal> value() {
    return Optional.ofNullable(known);
  }

  /** Whether the number stands for something else than was counted on just this ground. */
  public boolean isEstimated() {
    return known != null && !basis.equals(Fact.COUNTED);
  }
}
