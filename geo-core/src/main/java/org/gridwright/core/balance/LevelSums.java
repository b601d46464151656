package org.gridwright.core.balance;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What the units of a level have together, and who has least and most; exact. Immutable. */
final class LevelSums {

  private static final int HALF_LONG = 32;
  private static final long LOW = 0xFFFFFFFFL;

  /** NaN where there is no number; otherwise the double nearest to it. */
  private final double[] approximate;

  private int known;
  private int estimated;
  private int digits;
  private BigDecimal total = BigDecimal.ZERO;
  private UnitAmount least = UnitAmount.UNKNOWN;
  private UnitAmount most = UnitAmount.UNKNOWN;

  private LevelSums(int size) {
    this.approximate = new double[size];
  }

  /**
   * @param column the same amounts, where they fit
   */
  static LevelSums of(LevelAmounts amounts, @Nullable AmountColumn column) {
    LevelSums sums = new LevelSums(amounts.size());
    if (column == null) {
      for (int i = 0; i < sums.approximate.length; i++) {
        sums.add(i, amounts.amount(i));
      }
    } else {
      sums.addAll(column, amounts);
    }
    return sums;
  }

  private void add(int index, UnitAmount amount) {
    BigDecimal value = amount.known();
    approximate[index] = value == null ? Double.NaN : value.doubleValue();
    if (value == null) {
      return;
    }
    known++;
    estimated += amount.isEstimated() ? 1 : 0;
    total = total.add(value);
    digits = Math.max(digits, value.scale());
    least = isBeyond(amount, least, -1) ? amount : least;
    most = isBeyond(amount, most, 1) ? amount : most;
  }

  /**
   * Whether a number is farther out than the farthest so far; a count is, of two that are alike.
   */
  private static boolean isBeyond(UnitAmount amount, UnitAmount farthest, int side) {
    BigDecimal value = amount.known();
    BigDecimal far = farthest.known();
    if (value == null || far == null) {
      return value != null;
    }
    int compared = side * value.compareTo(far);
    return compared > 0 || (compared == 0 && farthest.isEstimated() && !amount.isEstimated());
  }

  private void addAll(AmountColumn column, LevelAmounts amounts) {
    long high = 0; // in two halves, neither of which overflows
    long low = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < approximate.length; i++) {
      if (!column.isKnown(i)) {
        approximate[i] = Double.NaN;
        continue;
      }
      approximate[i] = column.approximate(i);
      known++;
      estimated += column.isEstimated(i) ? 1 : 0;
      digits = Math.max(digits, column.scale(i));
      high += column.number(i) >> HALF_LONG;
      low += column.number(i) & LOW;
      first = isBeyond(column, i, first, -1) ? i : first;
      last = isBeyond(column, i, last, 1) ? i : last;
    }
    if (known > 0) {
      BigInteger sum = BigInteger.valueOf(high).shiftLeft(HALF_LONG).add(BigInteger.valueOf(low));
      total = new BigDecimal(sum, column.digits()).setScale(digits);
      least = amounts.amount(first);
      most = amounts.amount(last);
    }
  }

  private static boolean isBeyond(AmountColumn column, int index, int farthest, int side) {
    if (farthest < 0) {
      return true;
    }
    int compared = side * Long.compare(column.number(index), column.number(farthest));
    return compared > 0
        || (compared == 0 && column.isEstimated(farthest) && !column.isEstimated(index));
  }

  /** By index of the unit; not to be changed. */
  double[] approximate() {
    return approximate;
  }

  int known() {
    return known;
  }

  int estimated() {
    return estimated;
  }

  /** Decimal digits of the finest number. */
  int digits() {
    return digits;
  }

  BigDecimal total() {
    return total;
  }

  UnitAmount least() {
    return least;
  }

  UnitAmount most() {
    return most;
  }
}
