package org.gridwright.core.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.inference.Spread;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mistakes found in well-known packages, each with what comes out where it is made, which must
 * differ from what comes out here.
 */
class KnownMistakesTest {

  private static final int WIDTH = 7;
  private static final SpatialWeights QUEEN = Boards.of(Adjacency.QUEEN, WIDTH, WIDTH);
  private static final double[] VALUES = Boards.poisson(WIDTH * WIDTH, 3, new Random(4));

  private static LocalTest test(double[] values, LocalOptions options) {
    return LocalTest.of(QUEEN, PlaceFigures.ofAll(values), options, Progress.NONE);
  }

  private static LocalTest test(LocalOptions options) {
    return test(VALUES, options);
  }

  private static LocalOptions giStar() {
    return LocalOptions.of(LocalMethod.GISTAR);
  }

  /** Gi* worked out from the dense matrix, by the formula of the paper. */
  private static double giStar(int i, boolean standardised, boolean squared) {
    int n = VALUES.length;
    double mean = Arrays.stream(VALUES).average().orElseThrow();
    double s =
        Math.sqrt(Arrays.stream(VALUES).map(x -> x * x).average().orElseThrow() - mean * mean);
    double size = QUEEN.degree(i) + 1;
    double w = standardised ? 1 / size : 1;
    double sum = w * VALUES[i];
    for (int j = 0; j < n; j++) {
      sum += QUEEN.between(i, j) * w * VALUES[j];
    }
    double w1 = w * size;
    double w2 = squared ? w * w * size : w * size;
    return (sum - mean * w1) / (s * Math.sqrt((n * w2 - w1 * w1) / (n - 1)));
  }

  @Test
  void squaresOfWeightsAreSquaredUnderRowStandardisation() {
    LocalTest rows = test(giStar().with(WeightStyle.ROW_STANDARDISED));
    for (int i = 0; i < VALUES.length; i++) {
      assertThat(rows.z().value(i)).isCloseTo(giStar(i, true, true), within(1e-12));
      assertThat(Math.abs(rows.z().value(i)))
          .as("with Σw for Σw²")
          .isGreaterThan(1.5 * Math.abs(giStar(i, true, false)));
    }
  }

  @Test
  void bothStandardisationsGiveOneZWhereLinksWeighTheSame() {
    PlaceFigures raw = test(giStar()).z();
    PlaceFigures rows = test(giStar().with(WeightStyle.ROW_STANDARDISED)).z();
    for (int i = 0; i < VALUES.length; i++) {
      assertThat(rows.value(i)).isCloseTo(raw.value(i), within(1e-12));
    }
  }

  @Test
  void theZScoreOfALocalMeanIsNotGiStar() {
    int n = VALUES.length;
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = (QUEEN.lag(i, VALUES) + VALUES[i]) / (QUEEN.degree(i) + 1);
    }
    double mean = Spread.mean(means);
    double sd = Math.sqrt(Spread.squares(means, mean) / n);
    PlaceFigures z = test(giStar()).z();
    double most = 0;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, Math.abs((means[i] - mean) / sd - z.value(i)));
    }
    assertThat(most).isGreaterThan(0.1);
  }

  @Test
  void selfIsNeitherLostNorAddedAfterStandardising() {
    LocalTest star = test(giStar().with(WeightStyle.ROW_STANDARDISED));
    for (int i = 0; i < VALUES.length; i++) {
      double size = QUEEN.degree(i) + 1;
      assertThat(star.weights().between(i, i)).isCloseTo(1 / size, within(1e-15));
      assertThat(star.weights().sum(i)).isCloseTo(1, within(1e-15));
    }
    SpatialWeights withSelf = QUEEN.withSelf();
    LocalTest gi =
        LocalTest.of(
            withSelf, PlaceFigures.ofAll(VALUES), LocalOptions.of(LocalMethod.GI), Progress.NONE);
    assertThat(gi.z())
        .as("Gi leaves self out")
        .isEqualTo(test(LocalOptions.of(LocalMethod.GI)).z());
    assertThatThrownBy(() -> QUEEN.rowStandardised().withSelf())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void momentsOfPermutationAreThosePerPlaceAndNotPooled() {
    LocalTest moran = test(LocalOptions.of(LocalMethod.MORAN));
    assertThat(Arrays.stream(moran.variance().defined()).distinct().count()).isGreaterThan(10);
    assertThat(Arrays.stream(moran.expectation().defined()).distinct().count()).isGreaterThan(5);
  }

  @Test
  void permutationOfGiStarIsThatOfGiAndNotTheAnalyticZ() {
    LocalTest total = test(giStar());
    LocalTest conditional = test(giStar().with(Randomisation.CONDITIONAL));
    LocalTest gi = test(LocalOptions.of(LocalMethod.GI));
    double most = 0;
    for (int i = 0; i < VALUES.length; i++) {
      assertThat(conditional.z().value(i)).isCloseTo(gi.z().value(i), within(1e-12));
      most = Math.max(most, Math.abs(total.z().value(i) - gi.z().value(i)));
    }
    assertThat(most).isGreaterThan(0.1);
    PlaceFigures exact = test(giStar().with(Chance.EXACT)).p();
    assertThat(exact).isEqualTo(test(LocalOptions.of(LocalMethod.GI).with(Chance.EXACT)).p());
  }

  @Test
  void aOneSidedChanceIsNotPassedOnAsTwoSided() {
    for (Chance chance : Chance.values()) {
      LocalOptions options = giStar().with(chance);
      PlaceFigures two = test(options).p();
      PlaceFigures upper = test(options.with(Sides.UPPER)).p();
      PlaceFigures lower = test(options.with(Sides.LOWER)).p();
      for (int i = 0; i < VALUES.length; i++) {
        double folded = Math.min(upper.value(i), lower.value(i));
        assertThat(two.value(i)).as(chance.id()).isCloseTo(Math.min(1, 2 * folded), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void everyChanceIsFromZeroToOne(Adjustment adjustment) {
    for (Chance chance : Chance.values()) {
      for (LocalMethod method : new LocalMethod[] {LocalMethod.GISTAR, LocalMethod.MORAN}) {
        LocalTest test = test(LocalOptions.of(method).with(chance));
        assertThat(Arrays.stream(test.p(adjustment).defined())).allMatch(p -> p >= 0 && p <= 1);
      }
    }
  }

  @Test
  void negativeValuesDoNotTurnHotIntoCold() {
    double[] planted = new double[WIDTH * WIDTH];
    Random random = new Random(2);
    for (int i = 0; i < planted.length; i++) {
      boolean inside = i % WIDTH < 3 && i / WIDTH < 3;
      planted[i] = -100 + random.nextGaussian() + (inside ? 20 : 0);
    }
    LocalTest test = test(planted, giStar());
    PlaceFigures bh = test.p(Adjustment.BH);
    assertThat(test.classOf(WIDTH + 1, bh).id()).isEqualTo("hot-99");
    double[] mirrored = Arrays.stream(planted).map(x -> -x).toArray();
    LocalTest other = test(mirrored, giStar());
    assertThat(other.classOf(WIDTH + 1, other.p(Adjustment.BH)).id()).isEqualTo("cold-99");
  }

  @Test
  void anIslandIsNotDefinedAndNeverNaN() {
    SpatialWeights weights =
        SpatialWeights.ofPairs(
            5,
            new int[] {0, 1, 1, 2, 2, 3},
            new int[] {1, 0, 2, 1, 3, 2},
            new double[] {1, 1, 1, 1, 1, 1});
    PlaceFigures values = PlaceFigures.ofAll(1, 5, 2, 9, 4);
    for (LocalMethod method :
        new LocalMethod[] {LocalMethod.GI, LocalMethod.MORAN, LocalMethod.GEARY}) {
      LocalTest test = LocalTest.of(weights, values, LocalOptions.of(method), Progress.NONE);
      assertThat(test.reason(4)).hasValue(NotDefined.ISLAND);
      assertThat(test.z().at(4)).isEmpty();
      assertThat(test.p().at(4)).isEmpty();
      assertThat(test.statistic().at(4)).as("a sum over nothing").hasValue(0);
      assertThat(test.classOf(4, test.p())).isEqualTo(PlaceClass.NOT_DEFINED);
    }
    LocalTest star = LocalTest.of(weights, values, giStar(), Progress.NONE);
    assertThat(star.reason(4)).as("has itself").isEmpty();
  }

  @Test
  void whatCannotVaryIsNotDefinedWithItsReason() {
    for (LocalMethod method : LocalMethod.values()) {
      double[] same = new double[WIDTH * WIDTH];
      Arrays.fill(same, 1);
      LocalTest test = test(same, LocalOptions.of(method));
      assertThat(test.tested()).isZero();
      assertThat(test.reason(0)).hasValue(NotDefined.NO_VARIANCE);
      assertThat(test.z().definedCount()).isZero();
    }
    double[] one = new double[WIDTH * WIDTH];
    one[10] = 1;
    LocalTest single = test(one, LocalOptions.of(LocalMethod.GI));
    assertThat(single.reason(10)).as("all others are alike").hasValue(NotDefined.NO_VARIANCE);
    assertThat(single.reason(11)).isEmpty();
    SpatialWeights pair =
        SpatialWeights.ofPairs(2, new int[] {0, 1}, new int[] {1, 0}, new double[] {1, 1});
    for (LocalMethod method : LocalMethod.values()) {
      LocalTest two =
          LocalTest.of(pair, PlaceFigures.ofAll(0, 1), LocalOptions.of(method), Progress.NONE);
      assertThat(two.reason(1)).hasValue(NotDefined.FEW_PLACES);
    }
    LocalTest none =
        LocalTest.of(
            SpatialWeights.ofPairs(0, new int[0], new int[0], new double[0]),
            PlaceFigures.ofAll(),
            giStar(),
            Progress.NONE);
    assertThat(none.tested()).isZero();
  }

  @Test
  void aPlaceWithoutAValueIsNoNeighbourEither() {
    PlaceFigures some = PlaceFigures.of(WIDTH * WIDTH, i -> i != 8, i -> VALUES[i]);
    LocalTest test = LocalTest.of(QUEEN, some, LocalOptions.of(LocalMethod.GI), Progress.NONE);
    assertThat(test.reason(8)).hasValue(NotDefined.NO_VALUE);
    assertThat(test.neighbours(0)).isEqualTo(2);
    assertThat(test.neighbours(8)).isZero();
    assertThat(test.statistic().value(0)).isEqualTo(VALUES[1] + VALUES[WIDTH]);
    assertThat(test.tested()).isEqualTo(WIDTH * WIDTH - 1);
  }

  @Test
  void aMethodIsRefusedWhatItCannotDo() {
    assertThatThrownBy(() -> LocalOptions.of(LocalMethod.GI).with(Randomisation.TOTAL))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> test(LocalOptions.of(LocalMethod.JOIN)))
        .isInstanceOf(HotspotException.class)
        .hasMessageContaining("values 0 and 1");
    double[] fractions = new Random(1).doubles(WIDTH * WIDTH).toArray();
    assertThatThrownBy(() -> test(fractions, giStar().with(Chance.EXACT)))
        .isInstanceOf(HotspotException.class)
        .hasMessageContaining("whole values");
    assertThatThrownBy(() -> giStar().drawn(0, 1)).isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> giStar().drawn(1_000_000_000, 1)).isInstanceOf(HotspotException.class);
  }
}
