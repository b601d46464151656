package org.gridwright.core.hotspot.global;

import java.util.Optional;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Moran's I = (n/S0) Σ_ij w_ij z_i z_j/Σ z_i² with z = x − x̄, and its moments (A. D. Cliff, J. K.
 * Ord, "Spatial Processes", 1981, p. 21). Pure and thread-safe; takes time linear in the links.
 */
public final class GlobalMoran {

  private static final String ID = "moran";

  private GlobalMoran() {}

  /**
   * The statistic.
   *
   * @param weights without self
   * @param values one for each place, finite
   */
  public static GlobalFigure of(SpatialWeights weights, double[] values, Assumption assumption) {
    GlobalSetting setting = GlobalSetting.of(weights, values);
    Optional<NotDefined> reason = setting.reason();
    if (reason.isPresent()) {
      return GlobalFigure.undefined(ID, reason.get());
    }
    double n = setting.n();
    double expectation = -1 / (n - 1);
    double second =
        assumption == Assumption.NORMALITY ? normality(setting) : randomisation(setting);
    return GlobalFigure.rising(
        ID, statistic(setting), expectation, second - expectation * expectation);
  }

  private static double statistic(GlobalSetting setting) {
    double sum = 0;
    SpatialWeights weights = setting.weights();
    for (int i = 0; i < weights.size(); i++) {
      double lag = 0;
      for (int link = weights.start(i); link < weights.end(i); link++) {
        lag += weights.weight(link) * (setting.values()[weights.neighbour(link)] - setting.mean());
      }
      sum += (setting.values()[i] - setting.mean()) * lag;
    }
    return setting.n() / setting.s0() * (sum / setting.squares());
  }

  private static double normality(GlobalSetting setting) {
    double n = setting.n();
    double s02 = setting.s0() * setting.s0();
    return (n * n * setting.s1() - n * setting.s2() + 3 * s02) / (s02 * (n * n - 1));
  }

  private static double randomisation(GlobalSetting setting) {
    double n = setting.n();
    double s02 = setting.s0() * setting.s0();
    double s1 = setting.s1();
    double s2 = setting.s2();
    double k = setting.kurtosis(setting.values().length);
    double first = n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * s02);
    double second = k * (s1 * (n * n - n) - 2 * n * s2 + 6 * s02);
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s02);
  }
}
