package org.gridwright.core.lattice;

import java.util.regex.Pattern;

/**
 * The one grammar of decimal numbers in texts that people and files bring: a sign or none, digits
 * with a point or without, and an exponent or none, as in {@code -0.25}, {@code .5}, {@code 1.} and
 * {@code 1.14305e2}. What Java would read besides is no number here: a type behind it ({@code 30f},
 * {@code 30d}), hexadecimal digits, {@code NaN} and {@code Infinity}.
 */
public final class DecimalText {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?+(?:[0-9]++(?:[.][0-9]*+)?+|[.][0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private DecimalText() {}

  /**
   * The number that a text says; blanks around it are dropped.
   *
   * @throws NumberFormatException when it says none, or one too large for a double
   */
  public static double parse(String text) {
    String number = text.trim();
    if (!DECIMAL.matcher(number).matches()) {
      throw new NumberFormatException("not a decimal number: " + text);
    }
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException("too large a number: " + text);
    }
    return value;
  }
}
