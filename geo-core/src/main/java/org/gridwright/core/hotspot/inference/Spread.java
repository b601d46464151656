package org.gridwright.core.hotspot.inference;

/** Mean and squares of values, summed in their order. Pure and thread-safe. */
public final class Spread {

  private Spread() {}

  /** The mean of at least one value, corrected once for rounding. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  /** Σ (value − mean)². */
  public static double squares(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Whether all values are the same. */
  public static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
