package org.gridwright.core.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes nothing must change nothing, and what mirrors must mirror. */
class LocalTestMetamorphicTest {

  private static final int WIDTH = 12;
  private static final int N = WIDTH * WIDTH;
  private static final SpatialWeights QUEEN = Boards.of(Adjacency.QUEEN, WIDTH, WIDTH);
  private static final double[] VALUES = Boards.poisson(N, 2, new Random(9));

  private static LocalOptions options(LocalMethod method) {
    return LocalOptions.of(method).with(WeightStyle.ROW_STANDARDISED);
  }

  private static double[] values(LocalMethod method) {
    return method == LocalMethod.JOIN
        ? Arrays.stream(VALUES).map(x -> x > 2 ? 1 : 0).toArray()
        : VALUES;
  }

  private static LocalTest test(SpatialWeights weights, double[] values, LocalOptions options) {
    return LocalTest.of(weights, PlaceFigures.ofAll(values), options, Progress.NONE);
  }

  private static void assertSame(PlaceFigures actual, PlaceFigures expected, int[] was) {
    for (int i = 0; i < was.length; i++) {
      assertThat(actual.isDefined(i)).isEqualTo(expected.isDefined(was[i]));
      if (actual.isDefined(i)) {
        double value = expected.value(was[i]);
        assertThat(actual.value(i)).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LocalMethod.class)
  void namingAndOrderChangeNothing(LocalMethod method) {
    List<Integer> shuffled = IntStream.range(0, N).boxed().collect(Collectors.toList());
    Collections.shuffle(shuffled, new Random(3));
    int[] was = shuffled.stream().mapToInt(i -> i).toArray();
    int[] now = new int[N];
    for (int i = 0; i < N; i++) {
      now[was[i]] = i;
    }
    int[] from = new int[QUEEN.linkCount()];
    int[] to = new int[QUEEN.linkCount()];
    double[] ones = new double[QUEEN.linkCount()];
    for (int i = 0; i < N; i++) {
      for (int link = QUEEN.start(i); link < QUEEN.end(i); link++) {
        from[link] = now[i];
        to[link] = now[QUEEN.neighbour(link)];
        ones[link] = 1;
      }
    }
    double[] values = values(method);
    double[] moved = IntStream.of(was).mapToDouble(i -> values[i]).toArray();
    LocalTest first = test(QUEEN, values, options(method));
    LocalTest second = test(SpatialWeights.ofPairs(N, from, to, ones), moved, options(method));
    assertSame(second.z(), first.z(), was);
    assertSame(second.p(Adjustment.BH), first.p(Adjustment.BH), was);
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalMethod.class,
      names = {"GISTAR", "GI", "MORAN", "GEARY"})
  void unitAndOriginOfTheValuesChangeNothing(LocalMethod method) {
    int[] same = IntStream.range(0, N).toArray();
    LocalTest first = test(QUEEN, VALUES, options(method));
    double[] scaled = Arrays.stream(VALUES).map(x -> 0.3 * x).toArray();
    double[] moved = Arrays.stream(VALUES).map(x -> x + 1_000).toArray();
    assertSame(test(QUEEN, scaled, options(method)).z(), first.z(), same);
    assertSame(test(QUEEN, moved, options(method)).z(), first.z(), same);
  }

  @Test
  void mirroredValuesMirrorTheClasses() {
    double[] mirrored = Arrays.stream(VALUES).map(x -> -x).toArray();
    for (LocalMethod method : new LocalMethod[] {LocalMethod.GISTAR, LocalMethod.GI}) {
      LocalTest first = test(QUEEN, VALUES, options(method));
      LocalTest second = test(QUEEN, mirrored, options(method));
      PlaceFigures raw = first.p();
      PlaceFigures rawMirrored = second.p();
      boolean any = false;
      for (int i = 0; i < N; i++) {
        String id = first.classOf(i, raw).id();
        String expected =
            id.startsWith("hot") ? "cold" + id.substring(3) : id.replace("cold", "hot");
        assertThat(second.classOf(i, rawMirrored).id()).isEqualTo(expected);
        any |= id.startsWith("hot");
      }
      assertThat(any).isTrue();
    }
    LocalTest moran = test(QUEEN, VALUES, options(LocalMethod.MORAN));
    assertSame(
        test(QUEEN, mirrored, options(LocalMethod.MORAN)).z(),
        moran.z(),
        IntStream.range(0, N).toArray());
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalMethod.class,
      names = {"GISTAR", "MORAN", "GEARY"})
  void theNumberOfThreadsChangesNothing(LocalMethod method) {
    LocalOptions options = options(method).drawn(199, 42);
    PlaceFigures one = inPool(1, options);
    assertThat(inPool(2, options)).isEqualTo(one);
    assertThat(inPool(2, options.drawn(199, 43))).isNotEqualTo(one);
  }

  private static PlaceFigures inPool(int threads, LocalOptions options) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> test(QUEEN, VALUES, options).p()).join();
    } finally {
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = LocalMethod.class,
      names = {"GISTAR", "GI", "MORAN", "JOIN"})
  void drawnChancesLieAroundTheExactOnes(LocalMethod method) {
    int draws = 2_000;
    LocalOptions options = options(method).with(Sides.UPPER);
    PlaceFigures drawn = test(QUEEN, values(method), options.drawn(draws, 1)).p();
    PlaceFigures exact = test(QUEEN, values(method), options.with(Chance.EXACT)).p();
    for (int i = 0; i < N; i++) {
      assertThat(drawn.isDefined(i)).isEqualTo(exact.isDefined(i));
      if (exact.isDefined(i)) {
        double p = exact.value(i);
        assertThat(drawn.value(i))
            .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws) + 1.0 / (draws + 1)));
      }
    }
  }
}
