package org.gridwright.api.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files and tables show them: with a point, whatever the language. */
final class Decimals {

  private Decimals() {}

  /** With exactly {@code places} decimals, half up. */
  static String of(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
