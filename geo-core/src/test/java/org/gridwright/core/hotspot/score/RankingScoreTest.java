package org.gridwright.core.hotspot.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.Test;

class RankingScoreTest {

  @Test
  void scoresAreThoseOfTheReference() {
    ReferenceTable cells = ReferenceTable.of("prediction_cells");
    ReferenceTable expected = ReferenceTable.of("prediction_pai_pei");
    List<Double> shares = Arrays.stream(expected.numbers("area_share_asked")).boxed().toList();
    List<RankingScore> scores =
        RankingScore.of(
            cells.numbers("risk"),
            cells.numbers("area_m2"),
            Arrays.stream(cells.numbers("future")).mapToInt(it -> (int) it).toArray(),
            shares);
    for (int row = 0; row < expected.size(); row++) {
      RankingScore score = scores.get(row);
      assertThat((double) score.places()).isEqualTo(number(expected, row, "cells"));
      assertThat(score.squareMetres()).isEqualTo(number(expected, row, "area_m2"));
      assertThat((double) score.hits()).isEqualTo(number(expected, row, "hits"));
      assertThat(score.hitRate().getAsDouble())
          .isCloseTo(number(expected, row, "hit_rate"), within(1e-12));
      assertThat(score.pai().getAsDouble()).isCloseTo(number(expected, row, "pai"), within(1e-9));
      assertThat((double) score.bestHits())
          .isEqualTo(number(expected, row, "best_hits_same_area_greedy"));
      assertThat(score.pei().getAsDouble()).isCloseTo(number(expected, row, "pei"), within(1e-12));
    }
  }

  private static double number(ReferenceTable table, int row, String column) {
    return table.number(row, column).orElseThrow();
  }

  @Test
  void aNextPeriodWithoutIncidentsHasNoScore() {
    double[] areas = {1, 1, 1};
    RankingScore score =
        RankingScore.of(new double[] {3, 2, 1}, areas, new int[3], List.of(0.5)).get(0);
    assertThat(score.pai()).isEmpty();
    assertThat(score.pei()).isEmpty();
    assertThat(score.places()).isOne();
    assertThatThrownBy(
            () -> RankingScore.of(new double[3], new double[3], new int[3], List.of(0.5)))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> RankingScore.of(areas, areas, new int[3], List.of(0.0)))
        .isInstanceOf(HotspotException.class);
  }
}
