package org.gridwright.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures against the same worked out in fractions, with nothing rounded. */
class PlanBalanceTest {

  private static final BalanceGoal TEN_PERCENT = BalanceGoal.of(10, 0);

  private static LevelAmounts level(List<? extends @Nullable BigDecimal> values) {
    return new LevelAmounts(
        IntStream.range(0, values.size())
            .mapToObj(i -> "G%05d".formatted(i))
            .map(code -> new Unit(0, code, null, code, Map.of(), null))
            .toList(),
        values.stream()
            .map(value -> value == null ? UnitAmount.UNKNOWN : new UnitAmount(value, Fact.COUNTED))
            .toList());
  }

  private static PlanBalance of(BalanceGoal goal, @Nullable String... values) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    for (String value : values) {
      numbers.add(value == null ? null : new BigDecimal(value));
    }
    return PlanBalance.of(level(numbers), goal);
  }

  @Test
  void theLeastAndTheMostAreKnownAsTheGridsThatHaveThem() {
    LevelAmounts counted =
        level(List.of(new BigDecimal("7"), new BigDecimal("7.0"), new BigDecimal("9")));
    UnitAmount estimate = new UnitAmount(new BigDecimal("7"), Fact.ESTIMATED);
    UnitAmount most = new UnitAmount(new BigDecimal("9"), Fact.ESTIMATED);
    PlanBalance balance =
        PlanBalance.of(
            new LevelAmounts(counted.units(), List.of(estimate, counted.amount(1), most)),
            BalanceGoal.NONE);
    assertThat(balance.least().basis()).as("7 was counted once").isEqualTo(Fact.COUNTED);
    assertThat(balance.most().basis()).isEqualTo(Fact.ESTIMATED);
  }

  @Test
  void fourGridsAreFigured() {
    PlanBalance balance = of(TEN_PERCENT, "90", "100", null, "111", "99");
    assertThat(balance.known()).isEqualTo(4);
    assertThat(balance.total()).isEqualByComparingTo("400");
    assertThat(balance.mean()).hasValue(100);
    assertThat(balance.least().value()).hasValue(new BigDecimal("90"));
    assertThat(balance.most().value()).hasValue(new BigDecimal("111"));
    assertThat(balance.lowest()).hasValue(-0.1);
    assertThat(balance.highest()).hasValue(0.11);
    assertThat(balance.outside()).as("90 is just within").isEqualTo(1);
    assertThat(balance.isOutside(3)).isTrue();
    assertThat(balance.deviation(2)).as("missing is not zero").isEmpty();
    assertThat(balance.coefficientOfVariation()).hasValue(Math.sqrt(222 / 4.0) / 100);
    assertThat(balance.page(BalanceOrder.DEVIATION, 0, 9)).containsExactly(3, 0, 4, 1, 2);
    assertThat(balance.page(BalanceOrder.MOST, 1, 2)).containsExactly(1, 4);
    assertThat(balance.page(BalanceOrder.LEAST, 0, 1)).containsExactly(0);
    assertThat(balance.page(BalanceOrder.LEAST, 4, 5)).as("without a number").containsExactly(2);
  }

  @Test
  void aTargetStandsInForTheMean() {
    PlanBalance balance = of(BalanceGoal.of(5, 200), "200", "210", "211", "189");
    assertThat(balance.reference()).hasValue(200);
    assertThat(balance.mean()).hasValue(202.5);
    assertThat(balance.outside()).isEqualTo(2);
    assertThat(balance.highest()).hasValue(0.055);
  }

  @Test
  void whatCannotBeComputedHasAReason() {
    PlanBalance none = of(TEN_PERCENT, (String) null);
    assertThat(none.noFigure()).hasValue(NoFigure.FEW_UNITS);
    assertThat(none.mean()).isEmpty();
    assertThat(none.least().value()).isEmpty();
    assertThat(none.histogram()).isEmpty();
    assertThat(none.page(BalanceOrder.DEVIATION, 0, 5)).containsExactly(0);
    PlanBalance one = of(TEN_PERCENT, "7");
    assertThat(one.noFigure()).hasValue(NoFigure.FEW_UNITS);
    assertThat(one.mean()).hasValue(7);
    assertThat(one.highest()).isEmpty();
    assertThat(one.coefficientOfVariation()).isEmpty();
    PlanBalance zero = of(TEN_PERCENT, "5", "-5", "0");
    assertThat(zero.noFigure()).hasValue(NoFigure.MEAN_ZERO);
    assertThat(zero.mean()).hasValue(0);
    assertThat(zero.deviation(0)).isEmpty();
    assertThat(zero.outside()).isZero();
    assertThat(of(BalanceGoal.NONE, "1", "99").outside()).as("nothing was said").isZero();
  }

  @Test
  void aloneAUnitIsHeldAgainstATarget() {
    PlanBalance one = of(BalanceGoal.of(10, 10), "7");
    assertThat(one.lowest()).hasValue((7 - 10) / 10.0);
    assertThat(one.outside()).isEqualTo(1);
    assertThat(one.coefficientOfVariation()).isEmpty();
  }

  @Test
  void sumsOfManyDigitsAreExact() {
    PlanBalance balance =
        of(TEN_PERCENT, "999999999999999999.999999999", "0.000000001", "-999999999999999999");
    assertThat(balance.total()).isEqualByComparingTo("1.000000000");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void figuresAgreeWithFractions(long seed) {
    Random random = new Random(seed);
    int scale = random.nextInt(3);
    List<@Nullable BigDecimal> values = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long near = 1_000 + (seed % 3 == 0 ? random.nextLong(5_000) : random.nextLong(200) - 100);
      values.add(
          random.nextInt(20) == 0 ? null : BigDecimal.valueOf(near, random.nextInt(scale + 1)));
    }
    BalanceGoal goal = BalanceGoal.of(1 + random.nextInt(20), seed % 4 == 0 ? 1_000 : 0);
    PlanBalance balance = PlanBalance.of(level(values), goal);
    List<BigDecimal> known = new ArrayList<>();
    values.forEach(value -> known.addAll(value == null ? List.of() : List.of(value)));
    BigDecimal total = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal n = BigDecimal.valueOf(known.size());
    assertThat(balance.total()).isEqualByComparingTo(total);
    BigDecimal mean = total.divide(n, MathContext.DECIMAL128);
    assertThat(balance.mean().orElseThrow()).isEqualTo(mean.doubleValue());
    BigDecimal squares =
        known.stream().map(it -> it.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(balance.coefficientOfVariation().orElseThrow())
        .isCloseTo(
            squares
                .divide(n, MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .divide(mean, MathContext.DECIMAL128)
                .doubleValue(),
            within(1e-12));
    BigDecimal target = goal.target();
    Fractions off =
        target == null ? new Fractions(total, n) : new Fractions(target, BigDecimal.ONE);
    assertThat(balance.outside())
        .isEqualTo(
            known.stream()
                .filter(it -> off.isBeyond(it, Objects.requireNonNull(goal.tolerance())))
                .count());
    assertBinsAgree(balance.histogram(), known, off);
    Comparator<Integer> farthest =
        Comparator.<Integer, BigDecimal>comparing(i -> off.distance(values.get(i))).reversed();
    List<Integer> order =
        IntStream.range(0, values.size())
            .boxed()
            .filter(i -> values.get(i) != null)
            .sorted(farthest.thenComparing(Comparator.naturalOrder()))
            .toList();
    assertThat(balance.page(BalanceOrder.DEVIATION, 30, 50)).isEqualTo(order.subList(30, 80));
  }

  private static void assertBinsAgree(
      List<DeviationBin> bins, List<BigDecimal> known, Fractions off) {
    assertThat(bins.stream().mapToInt(DeviationBin::units).sum()).isEqualTo(known.size());
    for (DeviationBin bin : bins) {
      assertThat(bin.units())
          .as(bin.toString())
          .isEqualTo(
              (int)
                  known.stream()
                      .filter(it -> bin.from() == null || !off.isBelow(it, bin.from()))
                      .filter(it -> bin.to() == null || off.isBelow(it, bin.to()))
                      .count());
    }
  }

  /** Deviations from a reference of {@code whole / parts}, times the parts. */
  private record Fractions(BigDecimal whole, BigDecimal parts) {

    BigDecimal distance(BigDecimal value) {
      return value.multiply(parts).subtract(whole).abs();
    }

    boolean isBeyond(BigDecimal value, BigDecimal tolerance) {
      return distance(value).compareTo(whole.abs().multiply(tolerance)) > 0;
    }

    boolean isBelow(BigDecimal value, double deviation) {
      BigDecimal edge = BigDecimal.valueOf(deviation).setScale(3, RoundingMode.HALF_EVEN);
      return value.multiply(parts).compareTo(whole.add(whole.abs().multiply(edge))) < 0;
    }
  }
}
