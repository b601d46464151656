package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mean that is exact where all values are one, and else rounded to 34 digits. Not thread-safe.
 */
final class WeighedMean {

  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal weights = BigDecimal.ZERO;
  private @Nullable BigDecimal only;
  private boolean several;

  /**
   * @param weight 0 or more
   */
  void add(BigDecimal value, BigDecimal weight) {
    if (weight.signum() > 0) {
      several |= only != null && only.compareTo(value) != 0;
      only = only == null ? value : only;
      sum = sum.add(value.multiply(weight));
      weights = weights.add(weight);
    }
  }

  /** Empty where nothing weighs anything. */
  Optional<BigDecimal> mean() {
    if (only == null) {
      return Optional.empty();
    }
    return Optional.of(several ? sum.divide(weights, MathContext.DECIMAL128) : only);
  }
}
