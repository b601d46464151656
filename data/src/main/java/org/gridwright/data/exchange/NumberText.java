package org.gridwright.data.exchange;

import java.math.BigDecimal;

/**
 * Numbers of typed formats as texts, by one rule whatever the format, so that the same layer has
 * the same codes: plain digits without an exponent, and no zeros behind the last digit of a
 * fraction. {@code 5.0} is {@code 5}, {@code 4.20106e14} is {@code 420106000000000}. Texts stay as
 * they are.
 */
final class NumberText {

  /** Numbers with more zeros than this are no codes, and stay as written. */
  private static final int MOST_ZEROS = 30;

  private NumberText() {}

  /** The text of a number with a fraction or an exponent; {@code NaN} and its like as they are. */
  static String of(String written) {
    if (written.chars().noneMatch(Character::isDigit)) {
      return written;
    }
    BigDecimal number = new BigDecimal(written).stripTrailingZeros();
    return Math.abs(number.scale()) > MOST_ZEROS ? written : number.toPlainString();
  }
}
