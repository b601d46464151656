package org.gridwright.core.hotspot.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class FalseClaimsTest {

  private static final double[] VALUES = {5, 0, 1, 0, 9, 2, 0, 0, 3, 1};

  @Test
  void theSameValuesAreShuffledAndClaimsCounted() {
    Set<Integer> firsts = new HashSet<>();
    FalseClaims claims =
        FalseClaims.of(
            VALUES,
            values -> {
              assertThat(Arrays.stream(values).sorted()).containsExactly(sorted());
              firsts.add((int) values[0]);
              return values[0] == 9 ? 2 : 0;
            },
            2000,
            1,
            Progress.NONE);
    assertThat(firsts).hasSize(6);
    assertThat(claims.shareOfRuns()).isBetween(0.08, 0.12);
    assertThat(claims.claims()).isEqualTo(2L * claims.runsWithClaims());
    assertThat(claims.shareOfPlaces()).isEqualTo(claims.claims() / 20_000.0);
    assertThat(claims.greatestExpected(0.05)).isBetween(0.05, 0.07);
  }

  private static Double[] sorted() {
    return Arrays.stream(VALUES).sorted().boxed().toArray(Double[]::new);
  }
}
