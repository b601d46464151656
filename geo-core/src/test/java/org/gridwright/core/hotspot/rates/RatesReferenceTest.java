package org.gridwright.core.hotspot.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.core.hotspot.Close.assertClose;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.global.Assumption;
import org.gridwright.core.hotspot.global.GlobalMoran;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.junit.jupiter.api.Test;

/** Infant deaths of Auckland (R. J. Marshall, 1991) against spdep. */
class RatesReferenceTest {

  private static CountsAtRisk counts(ReferenceTable table) {
    return CountsAtRisk.of(table.numbers("cases"), table.numbers("at_risk"));
  }

  private static SpatialWeights neighbours(int places) {
    ReferenceTable links = ReferenceTable.of("eb_auckland_neighbours");
    double[] ones = new double[links.size()];
    Arrays.fill(ones, 1);
    return SpatialWeights.ofPairs(places, links.positions("i"), links.positions("j"), ones);
  }

  @Test
  void aucklandIsThatOfSpdep() {
    ReferenceTable table = ReferenceTable.of("eb_auckland");
    CountsAtRisk counts = counts(table);
    SpatialWeights neighbours = neighbours(table.size());
    PlaceFigures expected = counts.expected();
    assertColumn(table, "raw", counts.rates());
    assertColumn(table, "eb_local_raw", counts.rates());
    assertColumn(table, "eb_global", EmpiricalBayes.poisson(counts).rates());
    assertColumn(table, "eb_global_binomial", EmpiricalBayes.binomial(counts).rates());
    assertColumn(
        table,
        "eb_local",
        EmpiricalBayes.local(counts, neighbours, EmpiricalBayes.LocalVariant.OWN_MEANS));
    assertColumn(
        table,
        "eb_local_geoda",
        EmpiricalBayes.local(counts, neighbours, EmpiricalBayes.LocalVariant.ONE_MEAN));
    assertColumn(table, "expected", expected);
    assertColumn(
        table, "relative_risk_percent", counts.relativeRisk(expected).map(risk -> 100 * risk));
    assertColumn(table, "poisson_p_lower", PoissonMap.atMost(counts, expected));
    assertColumn(table, "choynowski", PoissonMap.choynowski(counts, expected));
  }

  private static void assertColumn(ReferenceTable table, String column, PlaceFigures figures) {
    for (int i = 0; i < table.size(); i++) {
      assertClose(column + " " + i, figures.at(i), table.number(i, column));
    }
  }

  @Test
  void theParametersAreThoseOfSpdep() {
    ReferenceTable table = ReferenceTable.of("eb_auckland_parameters");
    CountsAtRisk counts = counts(ReferenceTable.of("eb_auckland"));
    for (int row = 0; row < table.size(); row++) {
      EmpiricalBayes.Smoothed smoothed =
          table.text(row, "family").equals("poisson")
              ? EmpiricalBayes.poisson(counts)
              : EmpiricalBayes.binomial(counts);
      double value =
          table.text(row, "parameter").equals("a") ? smoothed.betweenPlaces() : smoothed.mean();
      assertThat(value)
          .isCloseTo(
              table.number(row, "value").orElseThrow(),
              within(1e-9 * table.number(row, "value").orElseThrow()));
    }
  }

  @Test
  void moranOfStandardisedRatesIsThatOfSpdep() {
    ReferenceTable z = ReferenceTable.of("eb_moran_z_auckland");
    CountsAtRisk counts = counts(ReferenceTable.of("eb_auckland"));
    PlaceFigures standardised = EmpiricalBayes.standardised(counts);
    assertColumn(z, "ebz", standardised);
    assertClose(
        "I",
        GlobalMoran.of(neighbours(z.size()), standardised.defined(), Assumption.RANDOMISATION)
            .value(),
        ReferenceTable.of("eb_moran_auckland").number(0, "value").orElseThrow());
  }

  @Test
  void aPlaceWithNobodyAtRiskHasNoRateAndIsInNoSum() {
    CountsAtRisk counts = CountsAtRisk.of(new double[] {2, 7, 1}, new double[] {10, 0, 20});
    SpatialWeights all =
        SpatialWeights.ofPairs(
            3, new int[] {0, 1, 1, 2}, new int[] {1, 0, 2, 1}, new double[] {1, 1, 1, 1});
    assertThat(counts.overallRate()).isEqualTo(0.1);
    for (PlaceFigures figures :
        List.of(
            counts.rates(),
            counts.expected(),
            counts.relativeRisk(counts.expected()),
            EmpiricalBayes.poisson(counts).rates(),
            EmpiricalBayes.binomial(counts).rates(),
            EmpiricalBayes.standardised(counts),
            EmpiricalBayes.local(counts, all, EmpiricalBayes.LocalVariant.ONE_MEAN),
            EmpiricalBayes.local(counts, all, EmpiricalBayes.LocalVariant.OWN_MEANS),
            PoissonMap.choynowski(counts, counts.expected()))) {
      assertThat(figures.isDefined(1)).isFalse();
      assertThat(figures.definedCount()).isEqualTo(2);
    }
    CountsAtRisk nobody = CountsAtRisk.of(new double[2], new double[2]);
    assertThat(EmpiricalBayes.poisson(nobody).rates().definedCount()).isZero();
    assertThat(nobody.overallRate()).isZero();
    assertThatThrownBy(() -> CountsAtRisk.of(new double[1], new double[] {-1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whereNothingHappenedNothingIsStandardised() {
    CountsAtRisk counts = CountsAtRisk.of(new double[3], new double[] {1, 2, 3});
    assertThat(EmpiricalBayes.standardised(counts).definedCount()).isZero();
    assertThat(EmpiricalBayes.poisson(counts).rates().at(0)).hasValue(0);
    assertThat(counts.relativeRisk(counts.expected()).definedCount()).isZero();
    assertThat(PoissonMap.choynowski(counts, counts.expected()).definedCount()).isZero();
  }

  @Test
  void expectationsFollowTheRateOfTheirStratum() {
    CountsAtRisk counts =
        CountsAtRisk.of(new double[] {1, 3, 10, 0}, new double[] {10, 10, 20, 20});
    PlaceFigures within = counts.expectedWithin(new int[] {0, 0, 1, 1}, 2);
    assertThat(within.defined()).containsExactly(2, 2, 5, 5);
    assertThat(counts.excess(within).defined()).containsExactly(-1, 1, 5, -5);
    CountsAtRisk day = CountsAtRisk.of(new double[] {4, 0}, new double[] {10, 30});
    CountsAtRisk night = CountsAtRisk.of(new double[] {0, 6}, new double[] {20, 10});
    assertThat(CountsAtRisk.expectedOver(List.of(day, night)).defined())
        .containsExactly(10 * 0.1 + 20 * 0.2, 30 * 0.1 + 10 * 0.2);
  }
}
