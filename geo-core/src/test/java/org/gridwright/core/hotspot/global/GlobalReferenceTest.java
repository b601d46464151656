package org.gridwright.core.hotspot.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.core.hotspot.Close.assertClose;

import java.util.List;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.ReferenceWeights;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.DistanceWeights;
import org.gridwright.core.hotspot.weights.PlanarPoints;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All global reference values, which are spdep's. */
class GlobalReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "global_columbus_CRIME_queen_B, columbus_CRIME_queen_B, 0",
    "global_columbus_CRIME_queen_W, columbus_CRIME_queen_W, 0",
    "global_lattice7_plus5_queen_B, lattice7_queen_B, 5",
    "global_lattice7_plus5_queen_W, lattice7_queen_W, 5",
    "global_lattice7_isolate_plus5_W, lattice7_isolate_W, 5"
  })
  void globalStatisticsAreThoseOfSpdep(String name, String set, double plus) {
    ReferenceTable local = ReferenceTable.of("local_" + set);
    double[] x = local.numbers("x");
    for (int i = 0; i < x.length; i++) {
      x[i] += plus;
    }
    SpatialWeights weights = ReferenceWeights.of(set, x.length);
    ReferenceTable table = ReferenceTable.of(name);
    for (int row = 0; row < table.size(); row++) {
      String statistic = table.text(row, "statistic");
      GlobalFigure figure =
          switch (statistic) {
            case "moran_randomisation" -> GlobalMoran.of(weights, x, Assumption.RANDOMISATION);
            case "moran_normality" -> GlobalMoran.of(weights, x, Assumption.NORMALITY);
            case "geary_randomisation" -> GlobalGeary.of(weights, x, Assumption.RANDOMISATION);
            case "geary_normality" -> GlobalGeary.of(weights, x, Assumption.NORMALITY);
            case "general_g" -> GeneralG.of(weights, x);
            default -> throw new IllegalStateException(statistic);
          };
      String what = name + " " + statistic;
      assertClose(what, figure.value(), table.number(row, "value").orElseThrow());
      assertClose(what, figure.expectation(), table.number(row, "expected").orElseThrow());
      assertClose(what, figure.variance(), table.number(row, "variance").orElseThrow());
      assertClose(what, figure.z(), table.number(row, "z").orElseThrow());
      assertClose(what, figure.p(), table.number(row, "p_two_sided"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "W"})
  void joinCountsAreThoseOfSpdep(String style) {
    ReferenceTable local = ReferenceTable.of("local_columbus_CRIME_queen_" + style);
    double[] high = local.numbers("x");
    for (int i = 0; i < high.length; i++) {
      high[i] = high[i] < 35 ? 0 : 1;
    }
    SpatialWeights weights = ReferenceWeights.of("columbus_CRIME_queen_" + style, high.length);
    JoinCounts joins = JoinCounts.of(weights, high);
    ReferenceTable same = ReferenceTable.of("joincount_columbus_crime35_queen_" + style);
    assertJoins(joins.no(), same, same.row("colours", "low"), "same");
    assertJoins(joins.yes(), same, same.row("colours", "high"), "same");
    ReferenceTable multi = ReferenceTable.of("joincount_multi_columbus_crime35_queen_" + style);
    assertJoins(joins.no(), multi, multi.row("pair", "low:low"), "joins");
    assertJoins(joins.yes(), multi, multi.row("pair", "high:high"), "joins");
    assertJoins(joins.mixed(), multi, multi.row("pair", "high:low"), "joins");
    assertJoins(joins.mixed(), multi, multi.row("pair", "Jtot"), "joins");
  }

  private static void assertJoins(GlobalFigure joins, ReferenceTable table, int row, String count) {
    assertClose(joins.id(), joins.value(), table.number(row, count).orElseThrow());
    assertClose(joins.id(), joins.expectation(), table.number(row, "expected").orElseThrow());
    assertClose(joins.id(), joins.variance(), table.number(row, "variance").orElseThrow());
    assertClose(joins.id(), joins.z(), table.number(row, "z").orElseThrow());
  }

  private static SpatialWeights line(int n) {
    int[] from = new int[2 * n - 2];
    int[] to = new int[2 * n - 2];
    double[] ones = new double[2 * n - 2];
    for (int i = 0; i + 1 < n; i++) {
      from[2 * i] = i;
      to[2 * i] = i + 1;
      from[2 * i + 1] = i + 1;
      to[2 * i + 1] = i;
      ones[2 * i] = 1;
      ones[2 * i + 1] = 1;
    }
    return SpatialWeights.ofPairs(n, from, to, ones);
  }

  @Test
  void whatIsNotDefinedSaysWhy() {
    SpatialWeights five = line(5);
    double[] same = {3, 3, 3, 3, 3};
    for (Assumption assumption : Assumption.values()) {
      assertThat(GlobalMoran.of(five, same, assumption).reason()).hasValue(NotDefined.NO_VARIANCE);
      assertThat(GlobalGeary.of(five, same, assumption).reason()).hasValue(NotDefined.NO_VARIANCE);
    }
    assertThat(GeneralG.of(five, new double[] {1, -1, 2, 3, 4}).reason())
        .hasValue(NotDefined.NEGATIVE_VALUES);
    assertThat(GeneralG.of(five, new double[] {0, 0, 2, 0, 0}).reason())
        .hasValue(NotDefined.NO_VARIANCE);
    assertThat(JoinCounts.of(five, new double[5]).yes().reason()).hasValue(NotDefined.NO_VARIANCE);
    SpatialWeights none = SpatialWeights.ofPairs(5, new int[0], new int[0], new double[0]);
    assertThat(GlobalMoran.of(none, new double[] {1, 2, 3, 4, 5}, Assumption.NORMALITY).reason())
        .hasValue(NotDefined.NO_LINKS);
    assertThat(GlobalMoran.of(line(2), new double[] {1, 2}, Assumption.NORMALITY).reason())
        .hasValue(NotDefined.FEW_PLACES);
    assertThat(GlobalMoran.of(line(2), new double[] {1, 2}, Assumption.NORMALITY).p()).isEmpty();
    assertThatThrownBy(() -> GlobalMoran.of(five.withSelf(), new double[5], Assumption.NORMALITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCorrelogramPeaksAtTheWidthOfWhatIsPlanted() {
    int n = 400;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 100.0 * (i % 20);
      y[i] = 100.0 * Math.floorDiv(i, 20);
      // blocks of 500 m by 500 m, high and low in turn
      values[i] = ((i % 20) / 5 + i / 20 / 5) % 2 + 0.01 * ((i * 7919) % 13);
    }
    Correlogram within =
        Correlogram.within(
            PlanarPoints.of(x, y),
            PlaceFigures.ofAll(values),
            List.of(100.0, 200.0, 300.0, 500.0, 800.0),
            Progress.NONE);
    assertThat(within.steps().get(0).links()).isEqualTo(2 * 2 * 20 * 19);
    assertThat(within.peak().orElseThrow().reach()).isEqualTo(200);
    Correlogram orders =
        Correlogram.byOrder(
            DistanceWeights.band(PlanarPoints.of(x, y), 100, Progress.NONE),
            values,
            6,
            Progress.NONE);
    assertThat(orders.steps().get(0).moran()).isEqualTo(within.steps().get(0).moran());
    assertThat(orders.steps().get(5).moran().z()).as("the other colour").isNegative();
  }
}
