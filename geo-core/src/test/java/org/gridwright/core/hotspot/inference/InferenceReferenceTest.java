package org.gridwright.core.hotspot.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.core.hotspot.Close.assertClose;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chances and adjustments against R, enumeration and 40 digits. */
class InferenceReferenceTest {

  private static final int WIDTH = 4;

  /** The queen's moves on a board of 4 × 4. */
  private static SpatialWeights board() {
    int[] pairs =
        IntStream.range(0, WIDTH * WIDTH * WIDTH * WIDTH)
            .filter(pair -> isMove(pair / (WIDTH * WIDTH), pair % (WIDTH * WIDTH)))
            .toArray();
    double[] ones = new double[pairs.length];
    Arrays.fill(ones, 1);
    return SpatialWeights.ofPairs(
        WIDTH * WIDTH,
        IntStream.of(pairs).map(pair -> pair / (WIDTH * WIDTH)).toArray(),
        IntStream.of(pairs).map(pair -> pair % (WIDTH * WIDTH)).toArray(),
        ones);
  }

  private static boolean isMove(int a, int b) {
    return a != b && Math.abs(a % WIDTH - b % WIDTH) <= 1 && Math.abs(a / WIDTH - b / WIDTH) <= 1;
  }

  /** The sum around each place, with its own value as Gi* has it, or as Moran's product. */
  private static LocalSum sum(ReferenceTable table, boolean product) {
    double[] x = table.numbers("x");
    double mean = Spread.mean(x);
    SpatialWeights weights = product ? board().rowStandardised() : board();
    double[] shift = new double[x.length];
    double[] factor = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      factor[i] = product ? x[i] - mean : 1;
      shift[i] = product ? -factor[i] * mean : x[i];
    }
    return new LocalSum(
        weights, x, LocalSum.Summand.VALUE, shift, factor, new NotDefined[x.length]);
  }

  @ParameterizedTest
  @CsvSource({
    "permutation_exact_gistar_lattice4_queen_B, obs, false",
    "permutation_exact_localmoran_lattice4_queen_W, lag_times_z, true"
  })
  void exactSumsAreThoseOfAllDraws(String name, String statistic, boolean product) {
    ReferenceTable table = ReferenceTable.of(name);
    LocalSum sum = sum(table, product);
    TailChances[] exact = ExactSums.of(sum, Progress.NONE).orElseThrow();
    for (int i = 0; i < table.size(); i++) {
      String place = name + " " + i;
      assertClose(place, sum.statistic(i), table.number(i, statistic).orElseThrow());
      assertClose(place, exact[i].upper(), table.number(i, "p_upper").orElseThrow());
      assertClose(place, exact[i].lower(), table.number(i, "p_lower").orElseThrow());
      assertClose(place, exact[i].folded(), table.number(i, "p_folded").orElseThrow());
      assertClose(place, exact[i].twoSided(), table.number(i, "p_two_sided_doubled").orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 999, 9999})
  void drawnChancesLieAroundTheExactOnesForTwentySeeds(int draws) {
    for (String name :
        new String[] {
          "permutation_exact_gistar_lattice4_queen_B",
          "permutation_exact_localmoran_lattice4_queen_W"
        }) {
      ReferenceTable table = ReferenceTable.of(name);
      LocalSum sum = sum(table, name.contains("moran"));
      for (int seed = 0; seed < 20; seed++) {
        ConditionalPermutation drawn = ConditionalPermutation.of(sum, draws, seed, Progress.NONE);
        for (int i = 0; i < table.size(); i++) {
          String place = name + " " + i + " seed " + seed;
          assertNear(
              place, drawn.chances(i).upper(), table.number(i, "p_upper").orElseThrow(), draws);
          assertNear(
              place, drawn.chances(i).lower(), table.number(i, "p_lower").orElseThrow(), draws);
        }
      }
    }
  }

  private static void assertNear(String place, double drawn, double exact, int draws) {
    double noise = 4 * Math.sqrt(exact * (1 - exact) / draws) + 1.0 / (draws + 1);
    assertThat(drawn).as(place).isCloseTo(exact, within(noise));
  }

  /** Two places of sixteen must not be drawn twice: the sampler is without replacement. */
  @Test
  void momentsAreThoseOfAllDraws() {
    ReferenceTable table = ReferenceTable.of("permutation_exact_gistar_lattice4_queen_B");
    double[] x = table.numbers("x");
    for (LocalSum.Summand drawn : LocalSum.Summand.values()) {
      double[] uneven = {0.5, 1, 2};
      SpatialWeights weights =
          SpatialWeights.ofPairs(16, new int[] {3, 3, 3}, new int[] {2, 6, 7}, uneven);
      LocalSum sum = new LocalSum(weights, x, drawn, new double[16], ones(16), new NotDefined[16]);
      double[] others =
          IntStream.range(0, 16)
              .filter(i -> i != 3)
              .mapToDouble(
                  i -> drawn == LocalSum.Summand.VALUE ? x[i] : (x[i] - x[3]) * (x[i] - x[3]))
              .toArray();
      double[] all = allSums(others, uneven);
      DrawnMoments moments = sum.moments(3);
      double mean = Arrays.stream(all).average().orElseThrow();
      double variance = central(all, mean, 2);
      assertClose("mean", moments.expectation(), mean);
      assertClose("variance", moments.variance(), variance);
      assertClose("skewness", moments.skewness(), central(all, mean, 3) / Math.pow(variance, 1.5));
      assertClose("kurtosis", moments.kurtosis(), central(all, mean, 4) / variance / variance);
    }
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] allSums(double[] others, double[] w) {
    int n = others.length;
    return IntStream.range(0, n * n * n)
        .filter(k -> k / n / n != k / n % n && k / n / n != k % n && k / n % n != k % n)
        .mapToDouble(
            k -> w[0] * others[k / n / n] + w[1] * others[k / n % n] + w[2] * others[k % n])
        .toArray();
  }

  private static double central(double[] all, double mean, int power) {
    return Arrays.stream(all).map(each -> Math.pow(each - mean, power)).average().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void adjustedChancesAreThoseOfR(Adjustment adjustment) {
    for (String name : new String[] {"padjust_bh1995", "padjust_edge"}) {
      ReferenceTable table = ReferenceTable.of(name);
      PlaceFigures p =
          PlaceFigures.of(
              table.size(),
              i -> table.number(i, "p").isPresent(),
              i -> table.number(i, "p").orElseThrow());
      PlaceFigures adjusted = adjustment.adjusted(p);
      for (int i = 0; i < table.size(); i++) {
        assertClose(name + " " + i, adjusted.at(i), table.number(i, adjustment.id()));
      }
    }
  }

  @Test
  void chancesThatAreNotDefinedTakeNoPart() {
    PlaceFigures p = PlaceFigures.of(3, i -> i != 1, i -> i == 0 ? 0.02 : 0.5);
    PlaceFigures adjusted = Adjustment.BH.adjusted(p);
    assertThat(adjusted.at(0)).hasValue(0.04);
    assertThat(adjusted.at(1)).isEmpty();
    assertThat(Adjustment.BH.adjusted(PlaceFigures.ofAll()).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.617075077451973793",
    "1.959963984540054, 0.0500000000000000218",
    "5, 5.73303143758387823e-7",
    "10, 1.52397060483210521e-23",
    "20, 5.50724823721246739e-89",
    "37, 1.14511424450491536e-299"
  })
  void theNormalTailHoldsFarOut(double z, double p) {
    assertThat(NormalTail.twoSided(z)).isCloseTo(p, within(1e-11 * p));
    assertThat(NormalTail.twoSided(-z)).isEqualTo(NormalTail.twoSided(z));
    assertThat(NormalTail.upper(z)).isEqualTo(NormalTail.twoSided(z) / 2);
    assertThat(NormalTail.upper(-z)).isCloseTo(1 - p / 2, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0.5, 0.00542574535583622762, 0.998650101968369905",
    "6, 0.5, 5.46398071129986357e-6, 0.99999999901341235",
    "-2.5, 0.5, 0.999490901728782456, 0.00620966532577613",
    "4, 1.2, 0.00313368768948034743, 0.99996832875816688"
  })
  void theSkewedTailIsThatOfAShiftedGamma(double z, double skewness, double upper, double lower) {
    TailChances chances = SkewedTail.of(z, skewness);
    assertThat(chances.upper()).isCloseTo(upper, within(1e-12 * upper));
    assertThat(chances.lower()).isCloseTo(lower, within(1e-12 * lower));
    assertThat(SkewedTail.of(-z, -skewness)).isEqualTo(chances.mirrored());
    assertThat(SkewedTail.of(z, 1e-3).upper())
        .as("with little skewness nearly the normal chance")
        .isCloseTo(NormalTail.upper(z), within(0.05 * NormalTail.upper(z)));
    assertThat(SkewedTail.of(-20, 1).lower()).as("where the gamma has ended").isPositive();
  }

  @Test
  void hypergeometricChancesAreThoseOfAllDraws() {
    TailChances chances = Hypergeometric.of(10, 4, 3, 2);
    assertThat(chances.upper()).isCloseTo((36 + 4) / 120.0, within(1e-15));
    assertThat(chances.lower()).isCloseTo((20 + 60 + 36) / 120.0, within(1e-15));
    assertThat(Hypergeometric.of(108_000, 540, 500, 100).upper())
        .as("far out, in 50 digits")
        .isCloseTo(1.87046520041698e-128, within(1e-12 * 1.87046520041698e-128));
    assertThat(Hypergeometric.of(5, 5, 3, 3)).isEqualTo(new TailChances(1, 1));
    assertThatThrownBy(() -> Hypergeometric.of(5, 5, 3, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void adviceCountsTheTiesThatWouldBeNeeded() {
    PermutationAdvice advice = new PermutationAdvice(108_000, 999, 1, 0.05);
    assertThat(advice.tiesNeeded()).isEqualTo(2_160);
    assertThat(advice.drawsNeeded()).isEqualTo(2_159_999);
    assertThat(advice.isEnough()).isFalse();
    assertThat(advice.told())
        .hasToString(
            "with 999 permutations of 108,000 places at least 2,160 would have to tie at the smallest"
                + " p; use the analytic p, or at least 2,159,999 permutations");
    assertThat(new PermutationAdvice(108_000, 2_159_999, 1, 0.05).isEnough()).isTrue();
    assertThat(new PermutationAdvice(108_000, 2_159_998, 1, 0.05).isEnough()).isFalse();
    assertThat(new PermutationAdvice(10, 18, 1, 0.05).isHopeless()).isTrue();
    assertThat(new PermutationAdvice(10, 19, 1, 0.05).isHopeless()).isFalse();
    assertThat(new PermutationAdvice(10, 38, 2, 0.05).isHopeless()).isTrue();
  }
}
