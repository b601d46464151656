package org.gridwright.core.hotspot.inference;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A local statistic of each place with what is expected of it where values lie at random: its
 * expectation and variance, conditional or total. Immutable and thread-safe.
 */
public final class LocalStatistic {

  /** What is laid out anew in thought. */
  public enum Randomisation {
    /** The own value stays where it is; the others are shuffled. */
    CONDITIONAL,
    /** All values are shuffled. */
    TOTAL;

    /** The name used in APIs, such as {@code conditional}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final LocalSum sum;
  private final Randomisation randomisation;
  private final double[] expectation;
  private final double[] variance;
  private final @Nullable NotDefined[] reasons;

  private LocalStatistic(
      LocalSum sum,
      Randomisation randomisation,
      double[] expectation,
      double[] variance,
      @Nullable NotDefined[] reasons) {
    this.sum = sum;
    this.randomisation = randomisation;
    this.expectation = expectation;
    this.variance = variance;
    this.reasons = reasons;
  }

  /** With the exact moments of conditional permutation. */
  public static LocalStatistic conditional(LocalSum sum) {
    int n = sum.size();
    double[] expectation = new double[n];
    double[] variance = new double[n];
    NotDefined[] reasons = new NotDefined[n];
    for (int place = 0; place < n; place++) {
      DrawnMoments moments = sum.moments(place);
      expectation[place] = moments.expectation();
      variance[place] = moments.variance();
      reasons[place] = sum.reason(place, moments).orElse(null);
    }
    return new LocalStatistic(sum, Randomisation.CONDITIONAL, expectation, variance, reasons);
  }

  /**
   * With moments of total randomisation.
   *
   * @param expectation of each place
   * @param variance of each place; 0 or less where the statistic cannot vary
   * @param isDefinedAlone whether a place without neighbours has a statistic that can vary
   */
  public static LocalStatistic total(
      LocalSum sum,
      IntToDoubleFunction expectation,
      IntToDoubleFunction variance,
      boolean isDefinedAlone) {
    int n = sum.size();
    double[] expected = new double[n];
    double[] variances = new double[n];
    NotDefined[] reasons = new NotDefined[n];
    for (int place = 0; place < n; place++) {
      boolean alone = sum.weights().degree(place) == 0;
      if (n < 3) {
        reasons[place] = NotDefined.FEW_PLACES;
      } else {
        expected[place] = expectation.applyAsDouble(place);
        variances[place] = Math.max(0, variance.applyAsDouble(place));
        reasons[place] =
            alone && !isDefinedAlone
                ? NotDefined.ISLAND
                : variances[place] > 0 ? null : NotDefined.NO_VARIANCE;
      }
    }
    return new LocalStatistic(sum, Randomisation.TOTAL, expected, variances, reasons);
  }

  /** Number of places. */
  public int size() {
    return expectation.length;
  }

  /** What the statistic is made of, for chances by permutation. */
  public LocalSum sum() {
    return sum;
  }

  public Randomisation randomisation() {
    return randomisation;
  }

  /** The statistic of a place; that of an island is a sum over nothing. */
  public double statistic(int place) {
    return sum.statistic(place);
  }

  /** What is expected of the statistic of a place. */
  public double expectation(int place) {
    return expectation[place];
  }

  /** The variance of the statistic of a place, at least 0. */
  public double variance(int place) {
    return variance[place];
  }

  /** Why a place has no z; empty where it has one. */
  public Optional<NotDefined> reason(int place) {
    return Optional.ofNullable(reasons[place]);
  }

  /** By how many standard deviations the statistic of a place is off its expectation. */
  public OptionalDouble z(int place) {
    return reasons[place] == null ? OptionalDouble.of(standardised(place)) : OptionalDouble.empty();
  }

  /** All z. */
  public PlaceFigures z() {
    return PlaceFigures.of(size(), place -> reasons[place] == null, this::standardised);
  }

  private double standardised(int place) {
    return (statistic(place) - expectation[place]) / Math.sqrt(variance[place]);
  }
}
