package org.gridwright.core.hotspot.scan;

import java.util.Optional;

/**
 * A Gumbel distribution with the mean and variance of the replicas' greatest ratios, for p far
 * below what their number can tell (Abrams, Kleinman, Kulldorff 2010). Immutable.
 *
 * @param location of the mode
 * @param scale above 0
 */
public record GumbelTail(double location, double scale) {

  private static final double EULER = 0.5772156649015329;

  /** Where there are at least two values that differ; otherwise there is nothing to fit. */
  static Optional<GumbelTail> of(double[] values) {
    double mean = 0;
    for (double each : values) {
      mean += each / values.length;
    }
    double squares = 0;
    for (double each : values) {
      squares += (each - mean) * (each - mean);
    }
    if (values.length < 2 || squares == 0) {
      return Optional.empty();
    }
    double scale = Math.sqrt(6 * squares / (values.length - 1)) / Math.PI;
    return Optional.of(new GumbelTail(mean - EULER * scale, scale));
  }

  /** How probable a value as great or greater is. */
  public double p(double value) {
    return -Math.expm1(-Math.exp((location - value) / scale));
  }
}
