package org.gridwright.core.hotspot.inference;

import java.util.Optional;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.jspecify.annotations.Nullable;

/**
 * What all local statistics here are made of: the statistic of place i is {@code shift_i + factor_i
 * · Σ_{j≠i} w_ij a_ij}, where a_ij is the value of j, or its squared difference from that of i.
 * Under conditional permutation only the sum varies. Immutable and thread-safe.
 */
public final class LocalSum {

  /** What is summed of a neighbour. */
  public enum Summand {
    /** Its value. */
    VALUE,
    /** The square of what its value differs by from the own one. */
    SQUARED_DIFFERENCE
  }

  private final SpatialWeights weights;
  private final double[] values;
  private final Summand drawn;
  private final double[] shift;
  private final double[] factor;
  private final @Nullable NotDefined[] reasons;
  private final Others others;

  /**
   * A statistic. The arrays are taken over and must not change.
   *
   * @param weights of all places; self-links are passed over
   * @param values one for each place, finite
   * @param shift what is added to each place's sum, after the factor
   * @param factor what each place's sum is multiplied by
   * @param reasons why a place has no chance, beyond what this finds itself; null where it has
   */
  public LocalSum(
      SpatialWeights weights,
      double[] values,
      Summand drawn,
      double[] shift,
      double[] factor,
      @Nullable NotDefined[] reasons) {
    this.weights = weights;
    this.values = values;
    this.drawn = drawn;
    this.shift = shift;
    this.factor = factor;
    this.reasons = reasons;
    this.others = new Others(drawn, values.length == 0 ? new double[1] : values);
  }

  /** Number of places. */
  public int size() {
    return values.length;
  }

  public SpatialWeights weights() {
    return weights;
  }

  public Summand drawn() {
    return drawn;
  }

  /** The value of a place. */
  public double value(int place) {
    return values[place];
  }

  /** The values of all places, which nobody may change. */
  double[] values() {
    return values;
  }

  /** What the sum of a place is multiplied by; below 0 the statistic falls as the sum grows. */
  public double factor(int place) {
    return factor[place];
  }

  /** Σ_{j≠i} w_ij a_ij of a place. */
  public double sum(int place) {
    double sum = 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      int neighbour = weights.neighbour(link);
      if (neighbour != place) {
        sum += weights.weight(link) * others.drawn(place, values[neighbour]);
      }
    }
    return sum;
  }

  /** The statistic of a place. */
  public double statistic(int place) {
    return shift[place] + factor[place] * sum(place);
  }

  /** The first two conditional moments of the statistic of a place, and the shape of its sum. */
  public DrawnMoments moments(int place) {
    DrawnMoments sum = sumMoments(place);
    double f = factor[place];
    return new DrawnMoments(
        shift[place] + f * sum.expectation(),
        f * f * sum.variance(),
        Math.signum(f) * sum.skewness(),
        sum.kurtosis());
  }

  private DrawnMoments sumMoments(int place) {
    if (values.length < 2) {
      return new DrawnMoments(0, 0, 0, 0);
    }
    double w1 = 0;
    double w2 = 0;
    double w3 = 0;
    double w4 = 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      if (weights.neighbour(link) != place) {
        double w = weights.weight(link);
        w1 += w;
        w2 += w * w;
        w3 += w * w * w;
        w4 += w * w * w * w;
      }
    }
    return DrawnMoments.of(others.of(place), w1, w2, w3, w4);
  }

  /** Why a place has no chance under conditional permutation; empty where it has one. */
  public Optional<NotDefined> reason(int place) {
    return reason(place, moments(place));
  }

  /** As above, with the moments known. */
  Optional<NotDefined> reason(int place, DrawnMoments moments) {
    if (values.length < 3) {
      return Optional.of(NotDefined.FEW_PLACES);
    }
    if (reasons[place] != null) {
      return Optional.of(reasons[place]);
    }
    if (weights.degree(place) == 0) {
      return Optional.of(NotDefined.ISLAND);
    }
    return moments.variance() > 0 ? Optional.empty() : Optional.of(NotDefined.NO_VARIANCE);
  }
}
