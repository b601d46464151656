package org.gridwright.core.hotspot.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gridwright.core.hotspot.HotspotException;
import org.junit.jupiter.api.Test;

class UnevennessTest {

  @Test
  void giniIsHalfTheMeanDifferenceOverTheMean() {
    int[] counts = {0, 3, 1, 1, 7, 0, 2};
    double differences = 0;
    double sum = 0;
    for (int a : counts) {
      sum += a;
      for (int b : counts) {
        differences += Math.abs(a - b);
      }
    }
    int n = counts.length;
    double expected = differences / (2.0 * n * n) / (sum / n);
    assertThat(Unevenness.of(counts).gini().getAsDouble()).isCloseTo(expected, within(1e-12));
    assertThat(Unevenness.of(counts).correctedGini()).isEqualTo(Unevenness.of(counts).gini());
  }

  @Test
  void withMorePlacesThanIncidentsOneEachIsEven() {
    Unevenness one = Unevenness.of(0, 0, 1, 1, 0);
    assertThat(one.gini().getAsDouble()).isCloseTo(0.6, within(1e-12));
    assertThat(one.correctedGini().getAsDouble()).isCloseTo(0, within(1e-12));
    Unevenness both = Unevenness.of(0, 0, 2, 0, 0);
    assertThat(both.correctedGini().getAsDouble()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void sharesAndCurveAreOfAllPlaces() {
    Unevenness counts = Unevenness.of(1, 0, 5, 4);
    assertThat(counts.topShare(0.25).getAsDouble()).isEqualTo(0.5);
    assertThat(counts.topShare(0.26).getAsDouble()).isEqualTo(0.9);
    assertThat(counts.topShare(1).getAsDouble()).isEqualTo(1);
    assertThat(counts.lorenz()).containsExactly(0.0, 0.0, 0.1, 0.5, 1.0);
  }

  @Test
  void noIncidentsAreNotUneven() {
    Unevenness none = Unevenness.of(0, 0);
    assertThat(none.gini()).isEmpty();
    assertThat(none.topShare(0.05)).isEmpty();
    assertThat(none.lorenz()).isEmpty();
    assertThatThrownBy(Unevenness::of).isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> Unevenness.of(1, -1)).isInstanceOf(HotspotException.class);
  }
}
