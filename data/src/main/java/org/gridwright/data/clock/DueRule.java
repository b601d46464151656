package org.gridwright.data.clock;

import java.math.BigDecimal;

/**
 * How long something may take.
 *
 * @param kind in which time
 * @param amount hours, or whole days; not negative, at most {@link #MOST}
 */
public record DueRule(DueKind kind, BigDecimal amount) {

  /** A century in hours: what is longer is no due time. */
  public static final BigDecimal MOST = new BigDecimal("876600");

  /** An hour is so many nanoseconds. */
  private static final BigDecimal HOUR = new BigDecimal("3600000000000");

  /**
   * @throws IllegalArgumentException when the amount is negative, too large, or a part of a day
   */
  public DueRule {
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("an amount lies between 0 and " + MOST);
    }
    if (kind.isOfDays() && !isWhole(amount)) {
      throw new IllegalArgumentException("days are counted whole");
    }
  }

  /** Whether a number has no fraction. */
  public static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** Days of a rule that counts days. */
  int days() {
    return amount.intValueExact();
  }

  /** Hours of another, in nanoseconds; what is finer is dropped. */
  long nanos() {
    return amount.multiply(HOUR).longValue();
  }
}
