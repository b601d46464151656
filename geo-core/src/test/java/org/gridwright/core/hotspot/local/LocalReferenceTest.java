package org.gridwright.core.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.core.hotspot.Close.assertClose;

import java.util.OptionalDouble;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.ReferenceWeights;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.ExactSums;
import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.inference.NormalTail;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.inference.TailChances;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All local reference values: spdep's, and exact moments of conditional permutation. */
class LocalReferenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "columbus_CRIME_queen_B",
        "columbus_CRIME_queen_W",
        "lattice7_band2_B",
        "lattice7_band2_isolate_B",
        "lattice7_queen_B",
        "lattice7_queen_W",
        "lattice7_rook_B"
      })
  void giStarIsThatOfOrdAndGetis(String set) {
    ReferenceTable table = ReferenceTable.of("gistar_" + set);
    SpatialWeights weights = ReferenceWeights.star(set, table.size());
    double[] x = table.numbers("value");
    LocalStatistic star = GetisOrd.giStar(weights, x, Randomisation.TOTAL);
    LocalStatistic gi = GetisOrd.gi(weights, x);
    PlaceFigures p = star.z().map(NormalTail::twoSided);
    for (int i = 0; i < table.size(); i++) {
      String place = set + " " + i;
      assertThat(weights.rowSize(i)).isEqualTo((int) table.number(i, "n_with_self").orElseThrow());
      assertClose(place, star.z(i), table.number(i, "gi_star_z"));
      assertClose(place, p.at(i), table.number(i, "p_two_sided"));
      assertClose(
          place,
          NormalTail.upper(star.z(i).orElseThrow()),
          table.number(i, "p_upper").orElseThrow());
      assertClose(place, Adjustment.BH.adjusted(p).at(i), table.number(i, "p_bh_fdr"));
      assertClose(place, Adjustment.BY.adjusted(p).at(i), table.number(i, "p_by"));
      assertClose(place, Adjustment.BONFERRONI.adjusted(p).at(i), table.number(i, "p_bonferroni"));
      if (weights.degree(i) > 0) {
        assertClose(place, gi.z(i), table.number(i, "gi_nostar_z"));
      } else {
        assertThat(gi.reason(i)).hasValue(NotDefined.ISLAND);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "columbus_CRIME_queen_B",
        "columbus_CRIME_queen_W",
        "columbus_CRIME_rook_W",
        "lattice7_isolate_W",
        "lattice7_queen_B",
        "lattice7_queen_W"
      })
  void localStatisticsAreThoseOfSpdepAndOfAllPermutations(String set) {
    ReferenceTable table = ReferenceTable.of("local_" + set);
    SpatialWeights weights = ReferenceWeights.of(set, table.size());
    double[] x = table.numbers("x");
    LocalMoran total = LocalMoran.of(weights, x, Randomisation.TOTAL);
    LocalMoran conditional = LocalMoran.of(weights, x, Randomisation.CONDITIONAL);
    LocalStatistic geary = LocalGeary.of(weights, x, Randomisation.CONDITIONAL);
    LocalStatistic gi = GetisOrd.gi(weights, x);
    for (int i = 0; i < table.size(); i++) {
      String place = set + " " + i;
      assertThat(weights.degree(i)).isEqualTo((int) table.number(i, "neighbours").orElseThrow());
      assertMoments(place, total.statistic(), table, i, "Ii", "E_total", "Var_total", "z_total");
      assertMoments(place, conditional.statistic(), table, i, "Ii", "E_cond", "Var_cond", "z_cond");
      assertClose(place, twoSided(conditional.statistic().z(i)), table.number(i, "p_cond"));
      assertClose(place, twoSided(total.statistic().z(i)), table.number(i, "p_total"));
      assertClose(place, conditional.statistic().z(i), table.number(i, "z_exactperm"));
      assertClose(place, gi.z(i), table.number(i, "Gi_nostar_z"));
      assertClose(place, gi.z(i), table.number(i, "Gi_z_exactperm"));
      assertMoments(
          place, geary, table, i, "Ci", "Ci_E_exactperm", "Ci_Var_exactperm", "Ci_z_exactperm");
      assertMoments(
          place, gi, table, i, "Gi_sum", "Gi_E_exactperm", "Gi_Var_exactperm", "Gi_z_exactperm");
      if (weights.degree(i) > 0) {
        assertThat(total.quadrant(i).letters()).as(place).isEqualTo(table.text(i, "quadrant"));
      }
    }
  }

  private static OptionalDouble twoSided(OptionalDouble z) {
    return z.isEmpty() ? z : OptionalDouble.of(NormalTail.twoSided(z.getAsDouble()));
  }

  private static void assertMoments(
      String place, LocalStatistic statistic, ReferenceTable table, int i, String... columns) {
    assertClose(place, statistic.statistic(i), table.number(i, columns[0]).orElseThrow());
    if (table.number(i, columns[3]).isPresent()) {
      assertClose(place, statistic.expectation(i), table.number(i, columns[1]).orElseThrow());
      assertClose(place, statistic.variance(i), table.number(i, columns[2]).orElseThrow());
    }
    assertClose(place, statistic.z(i), table.number(i, columns[3]));
  }

  @Test
  void localMoranOfTheFirstSetIsTheConditionalOne() {
    ReferenceTable table = ReferenceTable.of("localmoran_lattice7_queen_W");
    double[] x = ReferenceTable.of("local_lattice7_queen_W").numbers("x");
    double[] first = ReferenceTable.of("gistar_lattice7_queen_W").numbers("value");
    LocalStatistic moran =
        LocalMoran.of(ReferenceWeights.of("lattice7_queen_W", 49), first, Randomisation.CONDITIONAL)
            .statistic();
    assertThat(x).hasSameSizeAs(first);
    for (int i = 0; i < table.size(); i++) {
      assertMoments("place " + i, moran, table, i, "Ii", "E.Ii", "Var.Ii", "Z.Ii");
    }
  }

  @Test
  void localJoinsHaveTheirHypergeometricChance() {
    ReferenceTable table = ReferenceTable.of("localjoincount_columbus_crime35_queen");
    SpatialWeights weights = ReferenceWeights.of("columbus_CRIME_queen_B", table.size());
    LocalStatistic joins = LocalJoins.of(weights, table.numbers("x"));
    TailChances[] exact = ExactSums.of(joins.sum(), Progress.NONE).orElseThrow();
    PlaceFigures upper =
        PlaceFigures.of(exact.length, i -> exact[i] != null, i -> exact[i].upper());
    for (int i = 0; i < table.size(); i++) {
      String place = "place " + i;
      double cases = table.number(i, "local_joins").orElseThrow();
      assertClose(place, joins.statistic(i), cases);
      assertClose(place, upper.at(i), table.number(i, "p_upper_exact"));
      assertClose(place, Adjustment.BH.adjusted(upper).at(i), table.number(i, "p_bh"));
      if (table.number(i, "x").orElseThrow() == 0) {
        assertThat(joins.reason(i)).hasValue(NotDefined.NOT_A_CASE);
      }
    }
  }

  @Test
  void theTwoZOfOneStatisticAgreeToTwelveDigits() {
    ReferenceTable table = ReferenceTable.of("local_columbus_CRIME_queen_W");
    SpatialWeights weights = ReferenceWeights.of("columbus_CRIME_queen_W", table.size());
    double[] x = table.numbers("x");
    LocalStatistic moran = LocalMoran.of(weights, x, Randomisation.CONDITIONAL).statistic();
    LocalStatistic gi = GetisOrd.gi(weights, x);
    for (int i = 0; i < x.length; i++) {
      OptionalDouble z = table.number(i, "z_exactperm");
      assertThat(moran.z(i).orElseThrow()).isCloseTo(z.orElseThrow(), within(1e-12));
      assertThat(gi.z(i).orElseThrow())
          .isCloseTo(table.number(i, "Gi_z_exactperm").orElseThrow(), within(1e-12));
    }
  }
}
