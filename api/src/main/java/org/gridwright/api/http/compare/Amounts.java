package org.gridwright.api.http.compare;

import org.gridwright.core.compare.Crosswalk.Amount;
import org.jspecify.annotations.Nullable;

/** Amounts and shares as answers write them. */
final class Amounts {

  private Amounts() {}

  static long count(Amount points) {
    return Math.round(points.value());
  }

  /** Rounded to a tenth: what is divided by addresses is no whole number. */
  static double estimate(double value) {
    return Math.round(value * 10) / 10.0;
  }

  static @Nullable Double estimate(@Nullable Amount amount) {
    return amount == null ? null : Double.valueOf(estimate(amount.value()));
  }

  /** A part of one, rounded to a millionth. */
  static double share(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
