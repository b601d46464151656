package org.gridwright.core.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sums by arrays are those of the numbers themselves, digit by digit. */
class LevelSumsTest {

  private static final List<BigDecimal> EDGES =
      List.of(
          new BigDecimal("0"),
          new BigDecimal("-0.000"),
          new BigDecimal("1E+3"),
          new BigDecimal("999999999999.999"),
          new BigDecimal("-999999999999.999"),
          new BigDecimal("0.1"),
          new BigDecimal("0.3"));

  @Test
  void theyAreTheSameBeforeAndAfterChanges() {
    Random random = new Random(3);
    for (int round = 0; round < 3_000; round++) {
      List<UnitAmount> amounts = amounts(random, random.nextInt(12));
      AmountColumn column = required(AmountColumn.of(amounts));
      assertSame(amounts, column);
      List<UnitAmount> next = new ArrayList<>();
      List<Integer> from = new ArrayList<>();
      for (int i = 0; i < amounts.size(); i++) {
        int what = random.nextInt(5);
        if (what > 0) { // 0: it goes
          next.add(what == 1 ? amount(random) : amounts.get(i));
          from.add(what == 1 ? -1 : i);
        }
      }
      assertSame(next, column.after(from.stream().mapToInt(Integer::intValue).toArray(), next));
    }
  }

  private static AmountColumn required(@Nullable AmountColumn column) {
    assertThat(column).isNotNull();
    return Objects.requireNonNull(column);
  }

  @Test
  void whatIsTooLargeOrTooFineForArraysIsSummedAsItIs() {
    for (String odd : List.of("1E+20", "12345678901234567890", "0.0000000000000001")) {
      UnitAmount amount = new UnitAmount(new BigDecimal(odd), Fact.COUNTED);
      List<UnitAmount> amounts = List.of(UnitAmount.counted(1), amount);
      assertThat(AmountColumn.of(amounts)).as(odd).isNull();
      AmountColumn before = required(AmountColumn.of(List.of(UnitAmount.counted(1))));
      assertThat(before.after(new int[] {0, -1}, amounts)).as(odd).isNull();
    }
  }

  @Test
  void sumsBeyondALongAreExact() {
    UnitAmount most = new UnitAmount(new BigDecimal("4000000000000.25"), Fact.COUNTED);
    List<UnitAmount> amounts = IntStream.range(0, 40_000).mapToObj(i -> most).toList();
    AmountColumn column = required(AmountColumn.of(amounts));
    assertThat(column).isNotNull();
    assertThat(LevelSums.of(level(amounts), column).total())
        .isEqualTo(new BigDecimal("160000000000010000.00"));
  }

  private static void assertSame(List<UnitAmount> amounts, @Nullable AmountColumn column) {
    assertThat(column).isNotNull();
    LevelAmounts level = level(amounts);
    LevelSums plain = LevelSums.of(level, null);
    LevelSums quick = LevelSums.of(level, column);
    assertThat(quick.approximate()).isEqualTo(plain.approximate());
    assertThat(quick.total()).isEqualTo(plain.total());
    assertThat(quick.known()).isEqualTo(plain.known());
    assertThat(quick.estimated()).isEqualTo(plain.estimated());
    assertThat(quick.digits()).isEqualTo(plain.digits());
    assertThat(quick.least()).isSameAs(plain.least());
    assertThat(quick.most()).isSameAs(plain.most());
  }

  private static LevelAmounts level(List<UnitAmount> amounts) {
    List<Unit> units =
        IntStream.range(0, amounts.size())
            .mapToObj(i -> "G%05d".formatted(i))
            .map(code -> new Unit(0, code, null, code, Map.of(), null))
            .toList();
    return new LevelAmounts(units, amounts);
  }

  private static List<UnitAmount> amounts(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> amount(random)).toList();
  }

  private static UnitAmount amount(Random random) {
    String basis = random.nextInt(3) == 0 ? Fact.ESTIMATED : Fact.COUNTED;
    return switch (random.nextInt(6)) {
      case 0 -> UnitAmount.UNKNOWN;
      case 1 -> new UnitAmount(EDGES.get(random.nextInt(EDGES.size())), basis);
      case 2 -> new UnitAmount(BigDecimal.valueOf(random.nextInt(4)), basis);
      default ->
          new UnitAmount(
              BigDecimal.valueOf(random.nextLong(-2_000_000, 2_000_000), random.nextInt(4)), basis);
    };
  }
}
