package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gridwright.core.hotspot.HotspotException;
import org.junit.jupiter.api.Test;

class RhythmTest {

  /** A table of two by two, whose χ² is 100 · (10·40 − 20·30)² / (30·70·40·60). */
  @Test
  void expectationsResidualsAndPAreThoseOfTheTable() {
    int[] weekdays = new int[100];
    int[] hours = new int[100];
    for (int i = 0; i < 100; i++) {
      weekdays[i] = i < 30 ? 0 : 5;
      hours[i] = i < 10 || (i >= 30 && i < 60) ? 8 : 20;
    }
    Rhythm rhythm = Rhythm.of(weekdays, hours);
    assertThat(rhythm.count(0, 8)).isEqualTo(10);
    assertThat(rhythm.expected(0, 8)).isEqualTo(12);
    double chiSquare = 100 * Math.pow(10 * 40 - 20 * 30, 2) / (30.0 * 70 * 40 * 60);
    assertThat(rhythm.chiSquare()).isCloseTo(chiSquare, within(1e-12));
    assertThat(rhythm.degreesOfFreedom()).isOne();
    assertThat(rhythm.p().getAsDouble()).isCloseTo(0.372998483613487, within(1e-12));
    assertThat(rhythm.residual(0, 8).getAsDouble()).isCloseTo(-Math.sqrt(chiSquare), within(1e-12));
    assertThat(rhythm.residual(3, 8)).isEmpty();
  }

  @Test
  void noIncidentsHaveNoRhythm() {
    Rhythm none = Rhythm.of(new int[0], new int[0]);
    assertThat(none.p()).isEmpty();
    assertThat(none.expected(1, 1)).isZero();
    assertThat(none.residual(1, 1)).isEmpty();
    assertThatThrownBy(() -> Rhythm.of(new int[] {7}, new int[] {3}))
        .isInstanceOf(HotspotException.class);
  }
}
