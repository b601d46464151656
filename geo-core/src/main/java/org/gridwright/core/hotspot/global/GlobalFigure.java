package org.gridwright.core.hotspot.global;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.inference.NormalTail;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.jspecify.annotations.Nullable;

/**
 * A global statistic with what is expected of it where values lie at random.
 *
 * @param id name used in APIs, such as {@code moran}
 * @param value the statistic; meaningless where it is not defined, then 0
 * @param expectation what is expected of it
 * @param variance above 0 where it is defined
 * @param z standardised so that it is positive where like values are near each other
 * @param missing why it is not defined; null where it is
 */
public record GlobalFigure(
    String id,
    double value,
    double expectation,
    double variance,
    double z,
    @Nullable NotDefined missing) {

  /** A figure that rises where like values are near each other. */
  static GlobalFigure rising(String id, double value, double expectation, double variance) {
    return of(id, value, expectation, variance, 1);
  }

  /** A figure that falls where like values are near each other. */
  static GlobalFigure falling(String id, double value, double expectation, double variance) {
    return of(id, value, expectation, variance, -1);
  }

  static GlobalFigure undefined(String id, NotDefined reason) {
    return new GlobalFigure(id, 0, 0, 0, 0, reason);
  }

  private static GlobalFigure of(
      String id, double value, double expectation, double variance, int sign) {
    if (!(variance > 0)) {
      return undefined(id, NotDefined.NO_VARIANCE);
    }
    double z = sign * (value - expectation) / Math.sqrt(variance);
    return new GlobalFigure(id, value, expectation, variance, z, null);
  }

  public boolean isDefined() {
    return missing == null;
  }

  public Optional<NotDefined> reason() {
    return Optional.ofNullable(missing);
  }

  /** The two-sided normal chance; empty where the figure is not defined. */
  public OptionalDouble p() {
    return isDefined() ? OptionalDouble.of(NormalTail.twoSided(z)) : OptionalDouble.empty();
  }
}
