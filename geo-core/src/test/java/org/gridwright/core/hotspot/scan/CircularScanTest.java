package org.gridwright.core.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class CircularScanTest {

  private static final Percentage BILLIONTH = Percentage.withPercentage(1e-7);

  private static ScanData newYork() {
    ReferenceTable areas = ReferenceTable.of("scan_newyork_areas");
    return ScanData.poisson(
        ScanPlaces.planar(areas.numbers("x"), areas.numbers("y")),
        Arrays.stream(areas.numbers("cases")).mapToInt(it -> (int) it).toArray(),
        areas.numbers("population"));
  }

  @Test
  void newYorksLeukaemiaHasTheClustersThatSaTScanPrints() {
    ReferenceTable expected = ReferenceTable.of("scan_newyork_poisson_circular_50");
    ScanResult result =
        CircularScan.of(newYork(), ScanOptions.DEFAULT.withReplicas(999, 7), Progress.NONE);
    assertThat(result.clusters()).hasSizeGreaterThanOrEqualTo(expected.size());
    for (int row = 0; row < expected.size(); row++) {
      ScanCluster cluster = result.clusters().get(row);
      assertThat(cluster.members()).isEqualTo(members(expected, row));
      assertThat(cluster.centre() + 1).isEqualTo((int) number(expected, row, "centre"));
      assertThat(cluster.count()).isEqualTo((int) number(expected, row, "cases"));
      assertThat(cluster.population().getAsDouble()).isEqualTo(number(expected, row, "population"));
      assertThat(cluster.expected()).isCloseTo(number(expected, row, "expected"), BILLIONTH);
      assertThat(cluster.relativeRisk().getAsDouble())
          .isCloseTo(number(expected, row, "relative_risk"), BILLIONTH);
      assertThat(cluster.ratio()).isCloseTo(number(expected, row, "llr"), BILLIONTH);
      assertThat(cluster.radiusMetres()).isCloseTo(number(expected, row, "radius"), within(1e-12));
      assertThat(cluster.recurrenceSteps()).isEmpty();
    }
  }

  @Test
  void newYorksPAreThoseOfSaTScanWithinTheirError() {
    ScanResult result =
        CircularScan.of(newYork(), ScanOptions.DEFAULT.withReplicas(999, 7), Progress.NONE);
    double[] satScan = {.00015, .016, .248, .645, .965, .982};
    for (int i = 0; i < satScan.length; i++) {
      double error = 4 * Math.sqrt(satScan[i] * (1 - satScan[i]) / 999) + 1.0 / 1000;
      assertThat(result.clusters().get(i).p().getAsDouble()).isCloseTo(satScan[i], within(error));
      assertThat(result.clusters().get(i).gumbelP().getAsDouble())
          .isCloseTo(satScan[i], within(error + .01));
    }
    assertThat(result.clusters().get(0).gumbelP().getAsDouble()).isBetween(1e-6, 5e-4);
  }

  private static double number(ReferenceTable table, int row, String column) {
    return table.number(row, column).orElseThrow();
  }

  private static List<Integer> members(ReferenceTable expected, int row) {
    return Arrays.stream(expected.text(row, "members").split(" ", -1))
        .map(it -> Integer.parseInt(it) - 1)
        .toList();
  }

  @Test
  void allWindowsOfSmallMapsAreThoseOfTheDefinition() {
    for (int seed = 0; seed < 60; seed++) {
      SmallMap map = new SmallMap(seed);
      ScanOptions options = map.options();
      List<BruteScan.Window> expected = map.brute().best(options, Set.of());
      ScanField field = new ScanField(map.data());
      Intervals intervals = new Intervals(field.steps(), options);
      CentreBest best = new CentreBest(field, options, intervals);
      NearestFirst nearest = new NearestFirst(field, options);
      boolean[] taken = new boolean[field.size()];
      for (int i = 0; i < field.size(); i++) {
        BruteScan.Window window = expected.get(field.original(i));
        CentreBest.FoundWindow found = best.of(i, nearest, nearest.around(i), taken);
        assertThat(found.ratio())
            .as("seed %d centre %d", seed, i)
            .isCloseTo(window.ratio(), within(1e-9 * Math.max(1, window.ratio())));
        assertThat(found.size()).isEqualTo(window.members().size());
      }
    }
  }

  @Test
  void clustersAreTheGreatestWindowsThatShareNoPlace() {
    for (int seed = 0; seed < 30; seed++) {
      SmallMap map = new SmallMap(seed);
      ScanOptions options = map.options().withReplicas(0, 1);
      ScanResult result = CircularScan.of(map.data(), options, Progress.NONE);
      Set<Integer> taken = new TreeSet<>();
      for (ScanCluster cluster : result.clusters()) {
        assertThat(cluster.ratio())
            .as("seed %d", seed)
            .isCloseTo(greatest(map.brute().best(options, taken)), within(1e-9));
        assertThat(taken).doesNotContainAnyElementsOf(cluster.members());
        taken.addAll(cluster.members());
      }
      assertThat(greatest(map.brute().best(options, taken))).isLessThan(1e-9);
    }
  }

  private static double greatest(List<BruteScan.Window> windows) {
    return windows.stream().mapToDouble(BruteScan.Window::ratio).max().orElseThrow();
  }

  @Test
  void theGreatestRatioOfAReplicaIsThatOfAScanOfItsIncidents() {
    for (int seed = 0; seed < 30; seed++) {
      SmallMap map = new SmallMap(seed);
      ScanOptions options = map.options();
      ScanField field = new ScanField(map.data());
      Intervals intervals = new Intervals(field.steps(), options);
      ReplicaRows rows = new ReplicaRows(field, 8);
      int[][] drawn = new int[8][field.size() * field.steps()];
      NullDraws draws = NullDraws.of(map.data().model(), field);
      for (int r = 0; r < 8; r++) {
        draws.draw(new SplittableRandom(1000L * seed + r), drawn[r]);
        rows.set(r, drawn[r]);
      }
      NearestFirst nearest = new NearestFirst(field, options);
      ReplicaBest all = new ReplicaBest(field, options, intervals, nearest, rows);
      IntStream.range(0, field.size()).map(nearest::around).forEach(all::look);
      for (int r = 0; r < 8; r++) {
        double expected = greatest(map.brute(field, drawn[r]).best(options, Set.of()));
        assertThat(all.best()[r % 2 * 4 + r / 2])
            .as("seed %d replica %d", seed, r)
            .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
      }
    }
  }

  @Test
  void placesAtEqualDistanceEnterTogether() {
    double[] x = {0, 1, -1, 0, 0, 5};
    double[] y = {0, 0, 0, 1, -1, 5};
    int[] cases = {3, 9, 0, 0, 0, 1};
    double[] population = {10, 10, 10, 10, 10, 400};
    ScanOptions options = ScanOptions.DEFAULT.withReplicas(0, 1);
    ScanField field = new ScanField(ScanData.poisson(ScanPlaces.planar(x, y), cases, population));
    NearestFirst nearest = new NearestFirst(field, options);
    int centre =
        IntStream.range(0, 6).filter(i -> field.original(i) == 0).findFirst().orElseThrow();
    assertThat(nearest.around(centre)).isEqualTo(5);
    assertThat(IntStream.range(0, 5).filter(nearest::endsGroup).boxed()).containsExactly(0, 4);
  }

  @Test
  void theSamePlaceTwiceIsOneWindow() {
    double[] same = {4, 4, 90};
    ScanResult result =
        CircularScan.of(
            ScanData.poisson(
                ScanPlaces.planar(same, same), new int[] {5, 5, 2}, new double[] {1, 1, 10}),
            ScanOptions.DEFAULT.withReplicas(9, 1),
            Progress.NONE);
    assertThat(result.clusters().get(0).members()).containsExactly(0, 1);
    assertThat(result.clusters().get(0).radiusMetres()).isZero();
  }

  @Test
  void noClusterIsMoreThanItMayBe() {
    SmallMap map = new SmallMap(5);
    ScanResult result =
        CircularScan.of(
            map.data(),
            ScanOptions.DEFAULT.withLargest(0.2, 250).withReplicas(9, 1),
            Progress.NONE);
    assertThat(result.clusters()).isNotEmpty();
    List<Integer> all = new ArrayList<>();
    for (ScanCluster cluster : result.clusters()) {
      assertThat(cluster.radiusMetres()).isLessThanOrEqualTo(250 * (1 + 1e-9));
      all.addAll(cluster.members());
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void coresAndOrderAndPlaceChangeNothing() throws Exception {
    SmallMap map = new SmallMap(11);
    ScanOptions options = map.options().withReplicas(99, 3);
    ScanResult one = in(1, map.data(), options);
    ScanResult four = in(4, map.data(), options);
    assertThat(one).isEqualTo(four);
    ScanCluster strongest = one.clusters().get(0);
    ScanCluster reversed = in(2, map.reversed(), options).clusters().get(0);
    assertThat(reversed.ratio()).isEqualTo(strongest.ratio());
    assertThat(reversed.members().stream().map(it -> map.size() - 1 - it))
        .containsExactlyInAnyOrderElementsOf(strongest.members());
    ScanResult moved = in(2, map.moved(12_345.5, -77_000.25), options.withReplicas(99, 3));
    assertThat(moved.greatestOfReplicas()).isEqualTo(one.greatestOfReplicas());
  }

  private static ScanResult in(int threads, ScanData data, ScanOptions options) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> CircularScan.of(data, options, Progress.NONE)).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aScanStopsWhereItIsToldTo() {
    Cancellation cancellation = Cancellation.byHand();
    Progress progress =
        Progress.of(
            cancellation,
            (step, done, total, share) -> {
              if (share > 0.2) {
                cancellation.cancel();
              }
            });
    assertThatThrownBy(() -> CircularScan.of(new SmallMap(3).data(), ScanOptions.DEFAULT, progress))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void whatHasNothingToFindSaysWhy() {
    ScanPlaces two = ScanPlaces.planar(new double[] {0, 1}, new double[] {0, 0});
    double[] people = {5, 5};
    ScanOptions options = ScanOptions.DEFAULT.withReplicas(9, 1);
    assertThat(
            CircularScan.of(ScanData.poisson(two, new int[2], people), options, Progress.NONE)
                .reason())
        .contains(NothingToScan.NO_CASES);
    ScanPlaces one = ScanPlaces.planar(new double[] {0}, new double[] {0});
    assertThat(
            CircularScan.of(
                    ScanData.poisson(one, new int[] {3}, new double[] {1}), options, Progress.NONE)
                .reason())
        .contains(NothingToScan.ONE_PLACE);
    ScanResult none =
        CircularScan.of(
            ScanData.bernoulli(two, new int[][] {{1}, {2}}, new int[2][1]), options, Progress.NONE);
    assertThat(none.reason()).contains(NothingToScan.NO_CONTROLS);
    assertThat(none.clusters()).isEmpty();
    assertThat(
            CircularScan.of(
                    ScanData.poisson(two, new int[] {1, 4}, people),
                    options.withLargest(0.3, 100),
                    Progress.NONE)
                .reason())
        .contains(NothingToScan.NO_WINDOW);
  }

  @Test
  void incidentsWhereNobodyIsAreRefused() {
    ScanPlaces two = ScanPlaces.planar(new double[] {0, 1}, new double[] {0, 0});
    assertThatThrownBy(() -> ScanData.poisson(two, new int[] {1, 4}, new double[] {0, 3}))
        .isInstanceOf(HotspotException.class)
        .hasMessageContaining("place 1");
    assertThatThrownBy(() -> ScanData.poisson(two, new int[] {1, -4}, new double[] {1, 3}))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> ScanData.poisson(two, new int[] {1, 4}, new double[] {1, Double.NaN}))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> ScanData.permutation(two, new int[2][1]))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> ScanOptions.DEFAULT.withLargest(0, 1))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> ScanOptions.DEFAULT.withReplicas(1_000_000_000, 1))
        .isInstanceOf(HotspotException.class);
  }
}
