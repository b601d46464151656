package org.gridwright.api.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as files and tables show them: with a point, whatever the language. */
final class Decimals {

  private static final double LEAST_PLAIN = 1e-4;

  private Decimals() {}

  /** With exactly {@code places} decimals, half up. */
  static String of(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /** A chance: with four decimals, and below them with two digits and a power of ten. */
  static String chance(double p) {
    return p >= LEAST_PLAIN || p == 0 ? of(p, 4) : String.format(Locale.ROOT, "%.1e", p);
  }

  /** Without decimals where there is nothing behind the point. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
