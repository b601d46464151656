package org.gridwright.core.compare;

import java.util.Arrays;

/**
 * How evenly something is spread over units.
 *
 * @param units how many
 * @param total of all units
 * @param mean of a unit; 0 without units
 * @param least of any unit
 * @param most of any unit
 * @param largestDeviation from the mean, as a share of it; 0 where the mean is
 * @param coefficientOfVariation standard deviation over the mean; 0 where the mean is
 * @param estimated of the units, those whose number is not simply counted on their own ground
 */
public record Balance(
    int units,
    double total,
    double mean,
    double least,
    double most,
    double largestDeviation,
    double coefficientOfVariation,
    int estimated) {

  /** The balance of what is counted in each unit. */
  public static Balance of(double[] values) {
    return of(values, 0);
  }

  /**
   * The balance of what each unit has.
   *
   * @param estimated how many of the values are estimates
   */
  public static Balance of(double[] values, int estimated) {
    double total = Arrays.stream(values).sum();
    double mean = values.length == 0 ? 0 : total / values.length;
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Balance(
        values.length,
        total,
        mean,
        least,
        most,
        mean == 0 ? 0 : Math.max(most - mean, mean - least) / mean,
        mean == 0 ? 0 : Math.sqrt(squares / values.length) / mean,
        estimated);
  }
}
