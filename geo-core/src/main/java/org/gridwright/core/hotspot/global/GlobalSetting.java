package org.gridwright.core.hotspot.global;

import java.util.Optional;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.Spread;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightSums;

/**
 * What all global statistics begin with.
 *
 * @param weights without self
 * @param n number of places with a neighbour
 * @param squares Σz² over all places, 0 where all values are the same
 * @param fourths Σz⁴ over all places
 */
record GlobalSetting(
    SpatialWeights weights,
    double[] values,
    double mean,
    double n,
    WeightSums sums,
    double squares,
    double fourths) {

  /** Fewer places have no variance under randomisation. */
  private static final int FEWEST = 4;

  static GlobalSetting of(SpatialWeights weights, double[] values) {
    if (weights.isSelfIncluded()) {
      throw new IllegalArgumentException("global statistics are of pairs of different places");
    }
    double mean = values.length == 0 ? 0 : Spread.mean(values);
    double fourths = 0;
    for (double value : values) {
      double z = value - mean;
      fourths += z * z * z * z;
    }
    return new GlobalSetting(
        weights,
        values,
        mean,
        values.length - weights.islands().length,
        WeightSums.of(weights),
        values.length == 0 || Spread.isConstant(values) ? 0 : Spread.squares(values, mean),
        fourths);
  }

  /** Why nothing can be said; empty where something can. */
  Optional<NotDefined> reason() {
    if (values.length < 3) {
      return Optional.of(NotDefined.FEW_PLACES);
    }
    if (weights.linkCount() == 0) {
      return Optional.of(NotDefined.NO_LINKS);
    }
    if (n < FEWEST) {
      return Optional.of(NotDefined.FEW_PLACES);
    }
    return squares > 0 ? Optional.empty() : Optional.of(NotDefined.NO_VARIANCE);
  }

  double s0() {
    return sums.s0();
  }

  double s1() {
    return sums.s1();
  }

  double s2() {
    return sums.s2();
  }

  /** Kurtosis of the values, for so many places. */
  double kurtosis(double places) {
    return places * fourths / (squares * squares);
  }
}
