package org.gridwright.core.hotspot.time;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The median of the slopes between all pairs of steps: P. K. Sen, Estimates of the regression
 * coefficient based on Kendall's tau, J. American Statistical Association 63, 1968. Pure.
 */
public final class SenSlope {

  private SenSlope() {}

  /** Change of a series for each step; absent with fewer than two values. O(n² log n). */
  public static OptionalDouble of(double... values) {
    int n = values.length;
    if (n < 2) {
      return OptionalDouble.empty();
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[at++] = (values[j] - values[i]) / (j - i) + 0.0;
      }
    }
    Arrays.sort(slopes);
    int half = slopes.length / 2;
    return OptionalDouble.of(
        slopes.length % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2);
  }
}
