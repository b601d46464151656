package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.Test;

class TwoPeriodsTest {

  private static int[] counts(ReferenceTable table, String column) {
    return Arrays.stream(table.numbers(column)).mapToInt(it -> (int) it).toArray();
  }

  private static void assertNear(OptionalDouble actual, OptionalDouble expected, String of) {
    assertThat(actual.isPresent()).as(of).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertThat(actual.getAsDouble())
          .as(of)
          .isCloseTo(value, within(1e-9 * Math.max(1e-3, value)));
    }
  }

  @Test
  void changesAreThoseOfTheReference() {
    ReferenceTable table = ReferenceTable.of("two_period_change");
    List<RateChange> changes =
        TwoPeriods.compared(
            counts(table, "before"),
            counts(table, "after"),
            table.numbers("t_before"),
            table.numbers("t_after"));
    for (int row = 0; row < table.size(); row++) {
      RateChange change = changes.get(row);
      String of = "row " + row;
      assertNear(change.ratio(), table.number(row, "rate_ratio"), of);
      assertNear(change.p(), table.number(row, "p_two_sided_exact"), of);
      assertNear(change.increaseP(), table.number(row, "p_increase_exact"), of);
      assertNear(change.lower(), table.number(row, "ratio_lo95"), of);
      assertNear(change.upper(), table.number(row, "ratio_hi95"), of);
      assertNear(change.adjustedP(), table.number(row, "p_bh"), of);
    }
  }

  @Test
  void twoSidedPIsTheSumOfWhatIsNoMoreProbable() {
    for (int n = 1; n <= 40; n++) {
      for (int k = 0; k <= n; k++) {
        BinomialTest test = new BinomialTest(n, 0.3);
        assertThat(test.twoSided(k)).as("%d of %d", k, n).isCloseTo(exact(n, k), within(1e-12));
      }
    }
  }

  /** With 3 in 10, in decimals. */
  private static double exact(int n, int k) {
    BigDecimal limit = probability(n, k);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i <= n; i++) {
      if (probability(n, i).compareTo(limit) <= 0) {
        sum = sum.add(probability(n, i));
      }
    }
    return sum.doubleValue();
  }

  private static BigDecimal probability(int n, int k) {
    BigDecimal p = BigDecimal.ONE;
    for (int i = 0; i < k; i++) {
      p = p.multiply(BigDecimal.valueOf(n - i)).divide(BigDecimal.valueOf(i + 1L), PRECISE);
    }
    return p.multiply(new BigDecimal("0.3").pow(k))
        .multiply(new BigDecimal("0.7").pow(n - k), PRECISE);
  }

  private static final MathContext PRECISE = new MathContext(60);

  @Test
  void nothingBeforeOrNobodyThereIsSaid() {
    List<RateChange> changes =
        TwoPeriods.compared(
            new int[] {0, 3, 4},
            new int[] {0, 5, 4},
            new double[] {1, 0, 1},
            new double[] {1, 1, 1});
    assertThat(changes.get(0).reason()).contains(NoTrend.NO_INCIDENTS);
    assertThat(changes.get(1).reason()).contains(NoTrend.NO_EXPOSURE);
    assertThat(changes.get(1).p()).isEmpty();
    assertThat(changes.get(2).adjustedP()).isEqualTo(changes.get(2).p());
    assertThatThrownBy(
            () ->
                TwoPeriods.compared(
                    new int[] {1}, new int[] {1}, new double[] {-1}, new double[] {1}))
        .isInstanceOf(HotspotException.class);
  }

  @Test
  void swappedPeriodsTurnTheRatioAround() {
    RateChange one =
        TwoPeriods.compared(new int[] {12}, new int[] {25}, new double[] {31}, new double[] {28})
            .get(0);
    RateChange other =
        TwoPeriods.compared(new int[] {25}, new int[] {12}, new double[] {28}, new double[] {31})
            .get(0);
    assertThat(other.ratio().getAsDouble() * one.ratio().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(other.lower().getAsDouble() * one.upper().getAsDouble()).isCloseTo(1, within(1e-9));
    assertThat(other.p().getAsDouble()).isCloseTo(one.p().getAsDouble(), within(1e-12));
  }
}
