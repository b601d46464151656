package org.gridwright.core.hotspot.global;

import java.util.Optional;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Join counts of yes/no values under non-free sampling: how many are 1 stays as it is (A. D. Cliff,
 * J. K. Ord, "Spatial Processes", 1981, p. 19–20). Each join counts with half its weight in either
 * direction. Immutable.
 *
 * @param yes joins of two places with 1
 * @param no joins of two places with 0
 * @param mixed joins of unlike places; z is negative where like places are near each other, as in
 *     spdep
 */
public record JoinCounts(GlobalFigure yes, GlobalFigure no, GlobalFigure mixed) {

  /**
   * The counts. Takes time linear in the links.
   *
   * @param weights without self
   * @param values 0 or 1 for each place
   * @throws IllegalArgumentException for another value
   */
  public static JoinCounts of(SpatialWeights weights, double[] values) {
    GlobalSetting setting = GlobalSetting.of(weights, values);
    double ones = 0;
    for (double x : values) {
      if (x != 0 && x != 1) {
        throw new IllegalArgumentException("joins are counted of values 0 and 1");
      }
      ones += x;
    }
    Optional<NotDefined> reason = setting.reason();
    if (reason.isPresent()) {
      return new JoinCounts(
          GlobalFigure.undefined("joins-yes", reason.get()),
          GlobalFigure.undefined("joins-no", reason.get()),
          GlobalFigure.undefined("joins-mixed", reason.get()));
    }
    double[] joins = joins(weights, values);
    double zeros = setting.n() - ones;
    return new JoinCounts(
        same("joins-yes", setting, joins[2] / 2, ones),
        same("joins-no", setting, joins[0] / 2, zeros),
        mixed(setting, joins[1] / 2, ones, zeros));
  }

  /** Weights of links by how many of their two places have 1. */
  private static double[] joins(SpatialWeights weights, double[] values) {
    double[] joins = new double[3];
    for (int i = 0; i < values.length; i++) {
      for (int link = weights.start(i); link < weights.end(i); link++) {
        joins[(int) (values[i] + values[weights.neighbour(link)])] += weights.weight(link);
      }
    }
    return joins;
  }

  private static GlobalFigure same(String id, GlobalSetting setting, double joins, double k) {
    double n = setting.n();
    double s0 = setting.s0();
    double pairs = k * (k - 1) / (n * (n - 1));
    double triples = pairs * (k - 2) / (n - 2);
    double quads = triples * (k - 3) / (n - 3);
    double variance =
        (setting.s1() * pairs
                + (setting.s2() - 2 * setting.s1()) * triples
                + (s0 * s0 + setting.s1() - setting.s2()) * quads
                - s0 * s0 * pairs * pairs)
            / 4;
    return GlobalFigure.rising(id, joins, s0 * pairs / 2, rounded(variance, s0));
  }

  private static GlobalFigure mixed(GlobalSetting setting, double joins, double k, double l) {
    double n = setting.n();
    double s0 = setting.s0();
    double pairs = k * l / (n * (n - 1));
    double triples = pairs * (k + l - 2) / (n - 2);
    double quads = pairs * (k - 1) * (l - 1) / ((n - 2) * (n - 3));
    double variance =
        (2 * setting.s1() * pairs
                + (setting.s2() - 2 * setting.s1()) * triples
                + 4 * (s0 * s0 + setting.s1() - setting.s2()) * quads
                - 4 * s0 * s0 * pairs * pairs)
            / 4;
    return GlobalFigure.rising("joins-mixed", joins, s0 * pairs, rounded(variance, s0));
  }

  /** A variance of nothing but rounding is none. */
  private static double rounded(double variance, double s0) {
    return variance <= 1e-13 * s0 * s0 ? 0 : variance;
  }
}
