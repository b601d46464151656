package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeException;

/**
 * Reads degrees from bytes to lattice steps: the same step, for every text, as {@code
 * Lattice.longitude(DecimalText.parse(text))} and its like for latitudes.
 *
 * <p>Plain decimals of up to 18 digits are read in integers. Where a decimal comes within 1e-5 step
 * of the middle between two steps, the rounding of a double could decide otherwise (its error is
 * below 4e-7 step), and the double is asked; so it is for exponents, longer numbers, and whatever
 * else there may be.
 */
final class Ordinates {

  /** Says that there is no such longitude or latitude. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int MAX_DIGITS = 18;
  private static final int STEP_DECIMALS = 7;
  private static final long[] TEN = new long[MAX_DIGITS + 1];

  static {
    TEN[0] = 1;
    for (int i = 1; i < TEN.length; i++) {
      TEN[i] = 10 * TEN[i - 1];
    }
  }

  private Ordinates() {}

  /**
   * The longitude written at [from, to) with that decimal mark, or {@link #NONE}. Blanks around it
   * are ignored.
   */
  static int longitude(byte[] bytes, int from, int to, char decimal) {
    int steps = plain(bytes, from, to, 180, decimal);
    return steps == NONE ? asDouble(bytes, from, to, true, decimal) : steps;
  }

  /**
   * The latitude written at [from, to) with that decimal mark, or {@link #NONE}. Blanks around it
   * are ignored.
   */
  static int latitude(byte[] bytes, int from, int to, char decimal) {
    int steps = plain(bytes, from, to, 90, decimal);
    return steps == NONE ? asDouble(bytes, from, to, false, decimal) : steps;
  }

  /** The longitude written at [from, to) with a point. */
  static int longitude(byte[] bytes, int from, int to) {
    return longitude(bytes, from, to, '.');
  }

  /** The latitude written at [from, to) with a point. */
  static int latitude(byte[] bytes, int from, int to) {
    return latitude(bytes, from, to, '.');
  }

  private static int plain(byte[] bytes, int from, int to, int limit, char decimal) {
    int i = from;
    int end = to;
    while (i < end && bytes[i] == ' ') {
      i++;
    }
    while (end > i && bytes[end - 1] == ' ') {
      end--;
    }
    boolean negative = i < end && bytes[i] == '-';
    if (i < end && (negative || bytes[i] == '+')) {
      i++;
    }
    long digits = 0;
    int first = i;
    int point = -1;
    for (; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (bytes[i] == decimal && point < 0) {
        point = i;
      } else {
        return NONE;
      }
    }
    int count = end - first - (point < 0 ? 0 : 1);
    int decimals = point < 0 ? 0 : end - point - 1;
    return count == 0 || count > MAX_DIGITS ? NONE : steps(digits, decimals, negative, limit);
  }

  private static int steps(long digits, int decimals, boolean negative, int limit) {
    if (decimals <= STEP_DECIMALS) {
      return digits > limit * TEN[decimals]
          ? NONE
          : (int)
              (negative
                  ? -digits * TEN[STEP_DECIMALS - decimals]
                  : digits * TEN[STEP_DECIMALS - decimals]);
    }
    long divisor = TEN[decimals - STEP_DECIMALS];
    long whole = digits / divisor;
    long rest = digits - whole * divisor;
    long fromMiddle = rest - divisor / 2;
    if (Math.abs(fromMiddle) <= divisor / 100_000 || whole >= limit * TEN[STEP_DECIMALS]) {
      return NONE;
    }
    long nearest = fromMiddle > 0 ? whole + 1 : whole;
    return (int) (negative ? -nearest : nearest);
  }

  private static int asDouble(byte[] bytes, int from, int to, boolean longitude, char decimal) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (from == to || (decimal == ',' && text.indexOf('.') >= 0)) {
      return NONE;
    }
    try {
      double degrees = DecimalText.parse(decimal == ',' ? text.replace(',', '.') : text);
      return longitude ? Lattice.longitude(degrees) : Lattice.latitude(degrees);
    } catch (NumberFormatException | LatticeException unreadable) {
      return NONE;
    }
  }
}
