package org.gridwright.core.hotspot.global;

import java.util.Optional;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * The general G = Σ_ij w_ij x_i x_j/Σ_{i≠j} x_i x_j of values of at least 0: large where large
 * values are near each other, small where small ones are (A. Getis, J. K. Ord, "The analysis of
 * spatial association by use of distance statistics", Geographical Analysis 24, 1992, with the
 * erratum of 25, 1993, for B1). Meant for binary weights. Pure and thread-safe; takes time linear
 * in the links.
 */
public final class GeneralG {

  private static final String ID = "general-g";

  private GeneralG() {}

  /**
   * The statistic.
   *
   * @param weights without self
   * @param values one for each place, finite; a value below 0 leaves it undefined
   */
  public static GlobalFigure of(SpatialWeights weights, double[] values) {
    GlobalSetting setting = GlobalSetting.of(weights, values);
    double[] m = new double[5];
    boolean negative = false;
    for (double x : values) {
      m[1] += x;
      m[2] += x * x;
      m[3] += x * x * x;
      m[4] += x * x * x * x;
      negative |= x < 0;
    }
    Optional<NotDefined> reason = setting.reason();
    if (reason.isPresent()) {
      return GlobalFigure.undefined(ID, reason.get());
    }
    if (negative || m[1] * m[1] == m[2]) {
      return GlobalFigure.undefined(
          ID, negative ? NotDefined.NEGATIVE_VALUES : NotDefined.NO_VARIANCE);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights.lag(i, values);
    }
    double n = setting.n();
    double expectation = setting.s0() / (n * (n - 1));
    return GlobalFigure.rising(
        ID,
        sum / (m[1] * m[1] - m[2]),
        expectation,
        second(setting, m) - expectation * expectation);
  }

  private static double second(GlobalSetting setting, double[] m) {
    double n = setting.n();
    double s02 = setting.s0() * setting.s0();
    double s1 = setting.s1();
    double s2 = setting.s2();
    double b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s02;
    double b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s02);
    double b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s02);
    double b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s02;
    double b4 = s1 - s2 + s02;
    double square = m[1] * m[1];
    double sum =
        b0 * m[2] * m[2] + b1 * m[4] + b2 * square * m[2] + b3 * m[1] * m[3] + b4 * square * square;
    double pairs = square - m[2];
    return sum / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
  }
}
