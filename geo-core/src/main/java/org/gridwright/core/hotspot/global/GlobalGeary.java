package org.gridwright.core.hotspot.global;

import java.util.Optional;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Geary's C = (n − 1)/(2 S0) Σ_ij w_ij (x_i − x_j)²/Σ z_i² with z = x − x̄, and its moments (A. D.
 * Cliff, J. K. Ord, "Spatial Processes", 1981, p. 21). 1 is expected; C is smaller where like
 * values are near each other. Where there are islands, the variance has the number of all places in
 * it beside that of places with neighbours, term by term as in {@code geary.test} of spdep 1.2;
 * without islands both are the same. Pure and thread-safe; takes time linear in the links.
 */
public final class GlobalGeary {

  private static final String ID = "geary";

  private GlobalGeary() {}

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
    double variance =
        assumption == Assumption.NORMALITY ? normality(setting) : randomisation(setting);
    return GlobalFigure.falling(ID, statistic(setting), 1, variance);
  }

  private static double statistic(GlobalSetting setting) {
    double sum = 0;
    SpatialWeights weights = setting.weights();
    for (int i = 0; i < weights.size(); i++) {
      for (int link = weights.start(i); link < weights.end(i); link++) {
        double difference = setting.values()[i] - setting.values()[weights.neighbour(link)];
        sum += weights.weight(link) * difference * difference;
      }
    }
    return (setting.n() - 1) / (2 * setting.s0()) * (sum / setting.squares());
  }

  private static double normality(GlobalSetting setting) {
    double n = setting.n();
    double all = setting.values().length;
    double s02 = setting.s0() * setting.s0();
    return ((2 * setting.s1() + setting.s2()) * (n - 1) - 4 * s02) / (2 * (all + 1) * s02);
  }

  private static double randomisation(GlobalSetting setting) {
    double n = setting.n();
    double all = setting.values().length;
    double s02 = setting.s0() * setting.s0();
    double k = setting.kurtosis(n);
    double first = (n - 1) * setting.s1() * (n * n - 3 * all + 3 - k * (n - 1));
    double second = (n - 1) * setting.s2() * (n * n + 3 * all - 6 - k * (n * n - all + 2)) / 4;
    double third = s02 * (n * n - 3 - k * (n - 1) * (n - 1));
    return (first - second + third) / (all * (n - 2) * (n - 3) * s02);
  }
}
