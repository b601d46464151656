package org.gridwright.core.balance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of many units as whole numbers of one decimal unit, side by side in memory: a pass over
 * them costs a hundredth of one over the objects that say the same. Immutable.
 */
final class AmountColumn {

  /**
   * Below this, and with few digits, a whole number over a power of ten is the double that is
   * nearest to the decimal number.
   */
  private static final int MOST_BITS = 52;

  private static final int MOST_DIGITS = 15;

  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final byte ESTIMATED = 0x40;
  private static final byte SCALE = 0x3F;

  private final int digits;
  private final double unit;

  /** In units of the last digit. */
  private final long[] numbers;

  /** How many digits each was told with, and whether it is an estimate. */
  private final byte[] about;

  private AmountColumn(int digits, int size) {
    this.digits = digits;
    this.unit = BigDecimal.ONE.scaleByPowerOfTen(digits).doubleValue();
    this.numbers = new long[size];
    this.about = new byte[size];
  }

  /** The same amounts; null where one of them is too large or too fine for this. */
  static @Nullable AmountColumn of(List<UnitAmount> amounts) {
    int digits = 0;
    for (UnitAmount amount : amounts) {
      digits = Math.max(digits, amount.known() == null ? 0 : amount.known().scale());
    }
    if (digits > MOST_DIGITS) {
      return null;
    }
    AmountColumn column = new AmountColumn(digits, amounts.size());
    for (int i = 0; i < column.size(); i++) {
      if (!column.put(i, amounts.get(i))) {
        return null;
      }
    }
    return column;
  }

  /**
   * The amounts after a change.
   *
   * @param from where each of them stood here; below 0 for those that did not
   * @param amounts all of them
   */
  @Nullable AmountColumn after(int[] from, List<UnitAmount> amounts) {
    AmountColumn after = new AmountColumn(digits, from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] >= 0) {
        after.numbers[i] = numbers[from[i]];
        after.about[i] = about[from[i]];
      } else if (!after.put(i, amounts.get(i))) {
        return of(amounts);
      }
    }
    return after;
  }

  /** Whether an amount fits. */
  private boolean put(int index, UnitAmount amount) {
    BigDecimal value = amount.known();
    if (value == null) {
      numbers[index] = UNKNOWN;
      return true;
    }
    int scale = Math.max(0, value.scale());
    if (scale > digits || value.precision() - value.scale() + digits > MOST_DIGITS) {
      return false;
    }
    numbers[index] = value.setScale(digits).unscaledValue().longValueExact();
    about[index] = (byte) (amount.isEstimated() ? scale | ESTIMATED : scale);
    return Math.abs(numbers[index]) < 1L << MOST_BITS;
  }

  int size() {
    return numbers.length;
  }

  /** Decimal digits of the unit in which {@link #number} counts. */
  int digits() {
    return digits;
  }

  boolean isKnown(int index) {
    return numbers[index] != UNKNOWN;
  }

  long number(int index) {
    return numbers[index];
  }

  /** As {@link BigDecimal#doubleValue} of the amount. */
  double approximate(int index) {
    return numbers[index] / unit;
  }

  boolean isEstimated(int index) {
    return (about[index] & ESTIMATED) != 0;
  }

  /** Decimal digits with which it was told. */
  int scale(int index) {
    return about[index] & SCALE;
  }
}
