package org.gridwright.core.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much each unit is meant to have, and how far off it may be.
 *
 * @param tolerance as a part of what is meant, 0 or more; null where nothing was said
 * @param target null where the mean is meant; never zero
 */
public record BalanceGoal(@Nullable BigDecimal tolerance, @Nullable BigDecimal target) {

  /** Nobody said anything. */
  public static final BalanceGoal NONE = new BalanceGoal(null, null);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A goal as it is set.
   *
   * @param percent that units may be off
   * @param target 0 for the mean
   */
  public static BalanceGoal of(double percent, double target) {
    BigDecimal tolerance = BigDecimal.valueOf(percent).divide(HUNDRED);
    return new BalanceGoal(tolerance, target == 0 ? null : BigDecimal.valueOf(target));
  }

  /** The same tolerance about the mean: a target is that of grids, not of what they add up to. */
  public BalanceGoal aboutMean() {
    return new BalanceGoal(tolerance, null);
  }
}
