package org.gridwright.core.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class BandwidthsTest {

  @Test
  void rulesAreThoseOfTheReference() {
    ReferenceTable points = ReferenceTable.of("kde_points");
    ReferenceTable rules = ReferenceTable.of("bandwidth_rules");
    double[] x = points.numbers("x");
    double[] y = points.numbers("y");
    assertNear(Bandwidths.scott(x).orElseThrow(), rules, "scott_x");
    assertNear(Bandwidths.scott(y).orElseThrow(), rules, "scott_y");
    assertNear(Bandwidths.silverman(x).orElseThrow(), rules, "silverman_nrd0_x");
    assertNear(Bandwidths.silverman(y).orElseThrow(), rules, "silverman_nrd0_y");
  }

  private static void assertNear(double actual, ReferenceTable rules, String rule) {
    double expected = rules.number(rules.row("rule", rule), "metres").orElseThrow();
    assertThat(actual).as(rule).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void theLikeliestBandwidthIsAPeakOfTheLikelihood() {
    ReferenceTable points = ReferenceTable.of("kde_points");
    double[] x = points.numbers("x");
    double[] y = points.numbers("y");
    double found = Bandwidths.likelihood(x, y, Progress.NONE).orElseThrow();
    double best = Bandwidths.likelihood(x, y, found);
    for (double other = 20; other < 600; other *= 1.05) {
      assertThat(Bandwidths.likelihood(x, y, other)).isLessThanOrEqualTo(best + 1e-9);
    }
  }

  @Test
  void theLikelihoodIsThatOfTheOtherIncidents() {
    ReferenceTable table = ReferenceTable.of("kde_at_points");
    double[] others = table.numbers("gauss_at_points_leaveoneout");
    double expected = 0;
    for (double each : others) {
      expected += Math.log(each / (others.length - 1));
    }
    assertThat(Bandwidths.likelihood(table.numbers("x"), table.numbers("y"), 150))
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  @Test
  void oneIncidentOrOnePlaceHasNoBandwidth() {
    assertThat(Bandwidths.scott(3)).isEmpty();
    assertThat(Bandwidths.silverman(3, 3, 3)).isEmpty();
    assertThat(Bandwidths.likelihood(new double[] {1, 1}, new double[] {2, 2}, Progress.NONE))
        .isEmpty();
    assertThat(Bandwidths.silverman(1, 1, 1, 1, 9)).isPresent();
  }
}
