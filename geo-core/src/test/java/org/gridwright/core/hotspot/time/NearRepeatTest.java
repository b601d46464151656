package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.weights.GeodesicPoints;
import org.gridwright.core.hotspot.weights.PlanarPoints;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class NearRepeatTest {

  private static List<KnoxCell> reference(double[] distances, double[] spans, int replicas) {
    ReferenceTable points = ReferenceTable.of("knox_points");
    return NearRepeat.table(
        PlanarPoints.of(points.numbers("x"), points.numbers("y")),
        points.numbers("day"),
        distances,
        spans,
        replicas,
        5,
        Progress.NONE);
  }

  @Test
  void theTableIsThatOfTheReference() {
    ReferenceTable table = ReferenceTable.of("knox_table");
    List<KnoxCell> cells =
        reference(new double[] {0, 100, 200, 300, 400}, new double[] {7, 14, 21, 28}, 0);
    assertThat(cells).hasSize(table.size());
    for (int row = 0; row < table.size(); row++) {
      KnoxCell cell = cells.get(row);
      assertThat(cell.metresTo()).isEqualTo(table.number(row, "space_to").orElseThrow());
      assertThat(cell.daysFrom()).isEqualTo(table.number(row, "day_from").orElseThrow());
      assertThat((double) cell.pairs()).isEqualTo(table.number(row, "pairs").orElseThrow());
      assertThat((double) cell.closeInSpace())
          .isEqualTo(table.number(row, "close_in_space").orElseThrow());
      assertThat((double) cell.closeInTime())
          .isEqualTo(table.number(row, "close_in_time").orElseThrow());
      assertThat((double) cell.allPairs()).isEqualTo(table.number(row, "all_pairs").orElseThrow());
      assertThat(cell.expected())
          .isCloseTo(table.number(row, "expected_independent").orElseThrow(), within(1e-9));
      assertThat(cell.p()).isEmpty();
    }
  }

  @Test
  void momentsAreThoseOfTheReferenceAndPFollowsThem() {
    ReferenceTable table = ReferenceTable.of("knox_moments");
    KnoxCell cell = reference(new double[] {200}, new double[] {7}, 9999).get(0);
    assertThat((double) cell.pairs()).isEqualTo(table.number(0, "pairs").orElseThrow());
    assertThat(cell.expected()).isCloseTo(table.number(0, "expected").orElseThrow(), within(1e-9));
    assertThat(cell.variance())
        .isCloseTo(table.number(0, "variance_exact_permutation").orElseThrow(), within(1e-9));
    assertThat(cell.z().getAsDouble()).isCloseTo(table.number(0, "z").orElseThrow(), within(1e-9));
    assertThat(cell.p().getAsDouble()).isBetween(0.008, 0.035);
  }

  @Test
  void poissonPIsTheOneThatSurveillancePrints() {
    ReferenceTable table = ReferenceTable.of("knox_surveillance");
    double p =
        KnoxCell.morePoisson(
            (int) table.number(0, "pairs").orElseThrow(),
            table.number(0, "expected").orElseThrow());
    assertThat(p).isCloseTo(table.number(0, "p_poisson_upper").orElseThrow(), within(1e-12));
  }

  /** All 720 orders of six times, counted one by one. */
  @Test
  void momentsAndPAreThoseOfAllOrders() {
    double[] x = {0, 10, 10, 30, 55, 60};
    double[] y = {0, 0, 10, 5, 5, 5};
    double[] days = {1, 2, 9, 4, 4, 12};
    KnoxCell cell =
        NearRepeat.table(
                PlanarPoints.of(x, y),
                days,
                new double[] {15},
                new double[] {3},
                20_000,
                2,
                Progress.NONE)
            .get(0);
    List<double[]> orders = AllOrders.of(days);
    double mean = 0;
    double squares = 0;
    double asMany = 0;
    for (double[] order : orders) {
      int pairs = 0;
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < i; j++) {
          boolean near = Math.hypot(x[i] - x[j], y[i] - y[j]) <= 15;
          pairs += near && Math.abs(order[i] - order[j]) <= 3 ? 1 : 0;
        }
      }
      mean += pairs / 720.0;
      squares += pairs * pairs / 720.0;
      asMany += pairs >= cell.pairs() ? 1 / 720.0 : 0;
    }
    assertThat(orders).hasSize(720);
    assertThat(cell.expected()).isCloseTo(mean, within(1e-12));
    assertThat(cell.variance()).isCloseTo(squares - mean * mean, within(1e-12));
    assertThat(cell.p().getAsDouble()).isCloseTo(asMany, within(0.015));
  }

  /** A thousandth of a degree of latitude at 50 degrees north is 111.2 metres. */
  @Test
  void onTheEllipsoidDistancesAreMetresToo() {
    GeodesicPoints places =
        GeodesicPoints.of(
            List.of(
                LatticePoint.ofDegrees(10, 50),
                LatticePoint.ofDegrees(10, 50.001),
                LatticePoint.ofDegrees(10, 50.003),
                LatticePoint.ofDegrees(10, 50)));
    List<KnoxCell> cells =
        NearRepeat.table(
            places,
            new double[] {0, 1, 2, 9},
            new double[] {0, 112, 300},
            new double[] {3},
            0,
            1,
            Progress.NONE);
    assertThat(cells.stream().map(KnoxCell::closeInSpace)).containsExactly(1L, 2L, 1L);
    assertThat(cells.stream().map(KnoxCell::pairs)).containsExactly(0, 1, 1);
  }

  @Test
  void shuffledTimesRarelyHaveASmallP() {
    int small = 0;
    for (int city = 0; city < 40; city++) {
      SplittableRandom random = new SplittableRandom(city);
      double[] x = random.doubles(80, 0, 1000).toArray();
      double[] y = random.doubles(80, 0, 1000).toArray();
      double[] days = random.ints(80, 0, 60).asDoubleStream().toArray();
      double p =
          NearRepeat.table(
                  PlanarPoints.of(x, y),
                  days,
                  new double[] {100},
                  new double[] {7},
                  99,
                  city,
                  Progress.NONE)
              .get(0)
              .p()
              .getAsDouble();
      small += p <= 0.05 ? 1 : 0;
    }
    assertThat(small / 40.0).isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 40));
  }

  @Test
  void bandsThatDoNotAscendAreRefused() {
    double[] one = {1};
    assertThatThrownBy(
            () ->
                NearRepeat.table(
                    PlanarPoints.of(one, one), one, new double[] {5, 5}, one, 0, 1, Progress.NONE))
        .isInstanceOf(HotspotException.class);
    KnoxCell alone =
        NearRepeat.table(PlanarPoints.of(one, one), one, new double[] {5}, one, 9, 1, Progress.NONE)
            .get(0);
    assertThat(alone.pairs()).isZero();
    assertThat(alone.z()).isEmpty();
  }
}
