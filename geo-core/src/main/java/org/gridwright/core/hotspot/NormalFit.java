package org.gridwright.core.hotspot;

import org.apache.commons.numbers.gamma.InverseErfc;
import org.gridwright.core.hotspot.inference.DrawnMoments;
import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;

/**
 * Whether the normal distribution can be believed where it counts: at the z that the first of n
 * claims must pass at 5 %. There, by the first term of Edgeworth's series in the exponent (H. E.
 * Daniels, "Tail probability approximations", 1987), a skewness γ multiplies the upper chance by
 * exp(γz³/6) and divides the lower by it.
 */
final class NormalFit {

  private static final double LEVEL = 0.05;

  /** So many times as many false claims as are said are too many. */
  private static final double MOST = 1.5;

  private NormalFit() {}

  static boolean isPoor(LocalStatistic statistic) {
    LocalSum sum = statistic.sum();
    double z = Math.sqrt(2) * InverseErfc.value(LEVEL / Math.max(1, sum.size()));
    double times = 0;
    int tested = 0;
    for (int place = 0; place < sum.size(); place++) {
      DrawnMoments moments = sum.moments(place);
      if (statistic.reason(place).isEmpty() && moments.variance() > 0) {
        times += Math.cosh(moments.skewness() * z * z * z / 6);
        tested++;
      }
    }
    return tested > 0 && times / tested > MOST;
  }
}
