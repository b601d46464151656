package org.gridwright.core.hotspot.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.weights.DistanceWeights.DistanceDecay;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bands, nearest places and kernels against all pairs measured one by one. */
class DistanceWeightsTest {

  private static List<LatticePoint> points(int n, double lon, double lat, double span, long seed) {
    Random random = new Random(seed);
    List<LatticePoint> points = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      points.add(
          LatticePoint.ofDegrees(
              lon + span * random.nextDouble(), lat + span * random.nextDouble()));
    }
    return points;
  }

  private static double metres(LatticePoint a, LatticePoint b) {
    return Geodesy.metres(a.x(), a.y(), b.x(), b.y());
  }

  private static int[] row(SpatialWeights weights, int place) {
    return IntStream.range(weights.start(place), weights.end(place))
        .map(weights::neighbour)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 34.7, -62, 84})
  void bandsAndNearestPlacesAreThoseOfAllPairsMeasured(double lat) {
    List<LatticePoint> points = points(120, 113, lat, 0.1, 3);
    PlacePoints places = GeodesicPoints.of(points);
    double metres = 1_200;
    SpatialWeights band = DistanceWeights.band(places, metres, Progress.NONE);
    SpatialWeights nearest = DistanceWeights.nearest(places, 7, Progress.NONE);
    for (int i = 0; i < points.size(); i++) {
      int place = i;
      double[] far =
          points.stream().mapToDouble(point -> metres(points.get(place), point)).toArray();
      int[] within =
          IntStream.range(0, points.size()).filter(j -> j != place && far[j] <= metres).toArray();
      assertThat(row(band, i)).containsExactly(within);
      int[] closest =
          IntStream.range(0, points.size())
              .filter(j -> j != place)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> far[j]))
              .limit(7)
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      assertThat(row(nearest, i)).containsExactly(closest);
    }
  }

  @Test
  void metresAreThoseOnTheEllipsoidNearAndFar() {
    for (double span : new double[] {1e-4, 0.01, 0.3, 20}) {
      List<LatticePoint> points = points(60, 100, 30, span, 5);
      PlacePoints places = GeodesicPoints.of(points);
      for (int i = 1; i < points.size(); i++) {
        double metres = metres(points.get(i - 1), points.get(i));
        assertThat(places.metres(i - 1, i)).isCloseTo(metres, within(1e-6));
        assertThat(places.isWithin(i - 1, i, metres)).isTrue();
        assertThat(places.isWithin(i - 1, i, metres - 1e-5)).isFalse();
      }
    }
  }

  @Test
  void degreesAreNotMetres() {
    PlacePoints places =
        GeodesicPoints.of(
            List.of(LatticePoint.ofDegrees(10, 60), LatticePoint.ofDegrees(10.01, 60)));
    assertThat(DistanceWeights.band(places, 550, Progress.NONE).linkCount()).isZero();
    assertThat(DistanceWeights.band(places, 560, Progress.NONE).linkCount()).isEqualTo(2);
  }

  @Test
  void aBandIncludesItsEndWhereDecimalFractionsDoNotAddUp() {
    PlacePoints places =
        PlanarPoints.of(new double[] {0.1, 0.4, 500_000.1, 500_000.4}, new double[4]);
    SpatialWeights band = DistanceWeights.band(places, 0.3, Progress.NONE);
    assertThat(row(band, 0)).containsExactly(1);
    assertThat(row(band, 2)).containsExactly(3);
    assertThat(DistanceWeights.band(places, 0.299999, Progress.NONE).linkCount()).isZero();
  }

  @Test
  void aBandOfZeroLinksWhatLiesAtOnePoint() {
    PlacePoints places = PlanarPoints.of(new double[] {1, 1, 2}, new double[] {1, 1, 1});
    SpatialWeights band = DistanceWeights.band(places, 0, Progress.NONE);
    assertThat(row(band, 0)).containsExactly(1);
    assertThat(band.islands()).containsExactly(2);
  }

  @Test
  void aBandLargerThanTheCityLinksAll() {
    PlacePoints places = GeodesicPoints.of(points(50, 113, 34, 0.3, 1));
    assertThat(DistanceWeights.band(places, 1_000_000, Progress.NONE).linkCount())
        .isEqualTo(50 * 49);
  }

  @Test
  void ofPlacesEquallyFarThoseWithTheSmallerCodesAreNearest() {
    double[] x = {0, 0.1, -0.1, 0, 0};
    double[] y = {0, 0, 0, 0.1, -0.1};
    PlacePoints cross = PlanarPoints.of(x, y);
    SpatialWeights two = DistanceWeights.nearest(cross, 2, Progress.NONE);
    assertThat(row(two, 0)).containsExactly(1, 2);
    assertThat(row(two, 4)).as("the middle, then the arms alike").containsExactly(0, 1);
    assertThat(row(DistanceWeights.nearest(cross, 4, Progress.NONE), 3))
        .containsExactly(0, 1, 2, 4);
  }

  @Test
  void theLatticeOfTheReferenceHasItsBands() {
    for (String name : List.of("gistar_lattice7_band2_B", "gistar_lattice7_band2_isolate_B")) {
      ReferenceTable lattice = ReferenceTable.of(name);
      PlacePoints places = PlanarPoints.of(lattice.numbers("cx"), lattice.numbers("cy"));
      ReferenceTable links = ReferenceTable.of(name + "_weights");
      SpatialWeights expected =
          SpatialWeights.ofPairs(
              lattice.size(), links.positions("i"), links.positions("j"), links.numbers("w"));
      assertThat(DistanceWeights.band(places, 2, Progress.NONE).withSelf()).isEqualTo(expected);
    }
  }

  @Test
  void kernelsFallWithDistanceAndHaveSelf() {
    PlacePoints places = PlanarPoints.of(new double[] {0, 50, 100, 300, 301}, new double[5]);
    SpatialWeights quartic =
        DistanceWeights.kernel(places, DistanceDecay.QUARTIC, 100, Progress.NONE);
    assertThat(quartic.between(0, 0)).isEqualTo(1);
    assertThat(quartic.between(0, 1)).isEqualTo(0.5625);
    assertThat(quartic.between(0, 2)).as("0 at the bandwidth is no link").isZero();
    assertThat(row(quartic, 0)).containsExactly(0, 1);
    SpatialWeights gaussian =
        DistanceWeights.kernel(places, DistanceDecay.GAUSSIAN, 100, Progress.NONE);
    assertThat(gaussian.between(0, 2)).isCloseTo(Math.exp(-0.5), within(1e-15));
    assertThat(gaussian.between(0, 3)).isCloseTo(Math.exp(-4.5), within(1e-15));
    assertThat(gaussian.between(0, 4)).as("cut off at three bandwidths").isZero();
  }

  @Test
  void theReportNamesIslandsAndTheBandThatLeavesNobodyAlone() {
    PlacePoints places = PlanarPoints.of(new double[] {0, 1, 3, 10}, new double[4]);
    SpatialWeights band = DistanceWeights.band(places, 2, Progress.NONE);
    WeightsReport report = WeightsReport.of(band, Optional.of(places), Progress.NONE);
    assertThat(report.links()).isEqualTo(4);
    assertThat(report.islands()).containsExactly(3);
    assertThat(report.components()).isEqualTo(2);
    assertThat(report.meanNeighbours()).hasValue(1);
    assertThat(report.mostNeighbours()).isEqualTo(2);
    assertThat(report.safeBandMetres()).hasValue(7);
    assertThat(DistanceWeights.band(places, 7, Progress.NONE).islands()).isEmpty();
  }

  @Test
  void whatCannotBeHadIsRefusedWithTheRemedy() {
    PlacePoints places = PlanarPoints.of(new double[] {0, 1, 3}, new double[3]);
    assertThatThrownBy(() -> DistanceWeights.nearest(places, 3, Progress.NONE))
        .isInstanceOf(WeightsException.class)
        .hasMessage("3 nearest places cannot be had; give a number from 1 to 2");
    assertThatThrownBy(() -> DistanceWeights.band(places, Double.NaN, Progress.NONE))
        .isInstanceOf(WeightsException.class);
    assertThatThrownBy(
            () -> DistanceWeights.kernel(places, DistanceDecay.QUARTIC, 0, Progress.NONE))
        .isInstanceOf(WeightsException.class);
    assertThat(DistanceWeights.band(places, 3, 6, Progress.NONE).linkCount()).isEqualTo(6);
    assertThatThrownBy(() -> DistanceWeights.band(places, 3, 5, Progress.NONE))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("more than 5 links");
  }

  @Test
  void canBeCancelledOnTheWay() {
    int[] calls = {0};
    Progress progress =
        Progress.of(
            () -> {
              if (++calls[0] > 3) {
                throw new CancelledException();
              }
            },
            Progress.Listener.NOBODY);
    double[] x = new Random(1).doubles(2_000).toArray();
    double[] y = Arrays.copyOf(x, x.length);
    assertThatThrownBy(() -> DistanceWeights.nearest(PlanarPoints.of(x, y), 5, progress))
        .isInstanceOf(CancelledException.class);
  }
}
