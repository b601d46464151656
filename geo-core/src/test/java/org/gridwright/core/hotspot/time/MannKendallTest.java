package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.Test;

class MannKendallTest {

  private static final double NEAR = 1e-9;

  private static double[] series(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertNear(OptionalDouble actual, OptionalDouble expected, String of) {
    assertThat(actual.isPresent()).as(of).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertThat(actual.getAsDouble()).as(of).isCloseTo(value, within(NEAR * Math.abs(value)));
    }
  }

  @Test
  void trendsAreThoseOfTheReference() {
    ReferenceTable table = ReferenceTable.of("mann_kendall");
    for (int row = 0; row < table.size(); row++) {
      String name = table.text(row, "series");
      double[] values = series(table.text(row, "values"));
      MannKendall trend = MannKendall.of(values);
      assertThat(trend.steps()).isEqualTo(values.length);
      assertThat((double) trend.s()).isEqualTo(table.number(row, "S").orElseThrow());
      assertThat(trend.variance())
          .as(name)
          .isCloseTo(table.number(row, "var_S").orElseThrow(), within(NEAR));
      assertNear(trend.tau(), table.number(row, "tau_b"), name);
      assertNear(trend.z(), table.number(row, "z"), name);
      assertNear(trend.normalP(), table.number(row, "p_normal_continuity"), name);
      if (table.number(row, "p_exact").isPresent()) {
        assertNear(trend.exactP(), table.number(row, "p_exact"), name);
      }
      assertThat(SenSlope.of(values).orElseThrow())
          .as(name)
          .isCloseTo(table.number(row, "sen_slope").orElseThrow(), within(NEAR));
    }
  }

  @Test
  void shortSeriesHaveTheirExactChanceAndLongOnesTheNormalOne() {
    MannKendall four = MannKendall.of(1, 3, 2, 4);
    assertThat(four.p()).isEqualTo(four.exactP());
    assertThat(four.direction(0.05)).isZero();
    MannKendall ten = MannKendall.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(ten.p()).isEqualTo(ten.normalP());
    assertThat(ten.direction(0.05)).isOne();
  }

  @Test
  void exactChancesOfTiesAreThoseOfAllOrders() {
    double[][] all = {{1, 1, 2, 3}, {0, 0, 0, 1}, {2, 1, 1, 2, 3}, {1, 2, 3, 4, 5}, {5, 5, 4, 4}};
    for (double[] values : all) {
      long s = MannKendall.of(values).s();
      List<double[]> orders = AllOrders.of(values);
      long far =
          orders.stream().filter(it -> Math.abs(MannKendall.of(it).s()) >= Math.abs(s)).count();
      assertThat(MannKendall.of(values).exactP().getAsDouble())
          .isCloseTo((double) far / orders.size(), within(1e-15));
    }
  }

  @Test
  void whatHasNoTrendSaysWhy() {
    assertThat(MannKendall.of(3, 3, 3, 3).reason()).contains(NoTrend.ALL_EQUAL);
    assertThat(MannKendall.of(3, 4).reason()).contains(NoTrend.FEW_STEPS);
    assertThat(MannKendall.of().reason()).contains(NoTrend.FEW_STEPS);
    assertThat(MannKendall.of(3, 3, 3, 3).p()).isEmpty();
    assertThat(SenSlope.of(1)).isEmpty();
  }

  @Test
  void turnedSignsTurnTheTrend() {
    MannKendall up = MannKendall.of(1, 4, 2, 6, 5, 9, 7);
    MannKendall down = MannKendall.of(-1, -4, -2, -6, -5, -9, -7);
    assertThat(down.s()).isEqualTo(-up.s());
    assertThat(down.p()).isEqualTo(up.p());
    assertThat(down.z().getAsDouble()).isEqualTo(-up.z().getAsDouble());
    assertThat(MannKendall.of(0.0, -0.0, 0.0).reason()).contains(NoTrend.ALL_EQUAL);
  }

  /** Figures worked out with numpy from the paper's formula. */
  @Test
  void serialCorrelationWidensTheVariance() {
    double[] values = {
      0.35, 1.17, 1.38, -0.07, 0.92, 1.31, 0.66, 1.24, 1.52, 1.7, 1.59, 2.02, 1.11, 0.92, 0.45,
      1.14, 1.17, 0.87, 0.14, 0.04, 0.24, 0.13, 1.61, 2.59, -0.29, -1.9, -1.56, -1.5, -0.81, -0.21,
      2.21, 1.04, 0.79, 3.0, 3.5, 3.94, 3.15, 1.35, 1.64, 1.84
    };
    MannKendall plain = MannKendall.of(values);
    MannKendall corrected = plain.hamedRao(values);
    assertThat(corrected.variance()).isCloseTo(14490.758894621638, within(1e-6));
    assertThat(corrected.z().getAsDouble()).isCloseTo(0.5898108853493915, within(1e-9));
    assertThat(Math.abs(corrected.z().getAsDouble())).isLessThan(Math.abs(plain.z().getAsDouble()));
  }
}
