package org.gridwright.core.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class RelativeRiskTest {

  private static final RasterFrame FRAME = RasterFrame.over(0, 0, 1000, 1000, 25);

  @Test
  void aPlantedExcessIsTheTopOfTheRatioAndWithinItsTolerance() {
    SplittableRandom random = new SplittableRandom(2);
    int n = 1200;
    double[] x = random.doubles(n, 0, 1000).toArray();
    double[] y = random.doubles(n, 0, 1000).toArray();
    boolean[] first = new boolean[n];
    for (int i = 0; i < n; i++) {
      boolean planted = Math.hypot(x[i] - 250, y[i] - 700) < 120;
      first[i] = random.nextDouble() < (planted ? 0.7 : 0.2);
    }
    RelativeRisk risk = RelativeRisk.of(x, y, first, 80, FRAME, 99, 4, Progress.NONE);
    assertThat(risk.p(10, 28).orElseThrow()).isEqualTo(0.01);
    assertThat(risk.at(10, 28).orElseThrow()).isGreaterThan(2.5);
    assertThat(risk.p(30, 10).orElseThrow()).isGreaterThan(0.05);
    assertThat(risk.tolerance().at(10, 28)).isEqualTo(risk.p(10, 28));
    KernelDensity some =
        KernelDensity.of(kept(x, first, true), kept(y, first, true), DensityKernel.GAUSSIAN, 80);
    KernelDensity others =
        KernelDensity.of(kept(x, first, false), kept(y, first, false), DensityKernel.GAUSSIAN, 80);
    double at = FRAME.x(10);
    double exact =
        some.at(at, FRAME.y(28)).orElseThrow()
            / some.incidents()
            / (others.at(at, FRAME.y(28)).orElseThrow() / others.incidents());
    assertThat(risk.at(10, 28).orElseThrow()).isCloseTo(exact, within(1e-4 * exact));
  }

  private static double[] kept(double[] values, boolean[] first, boolean wanted) {
    return IntStream.range(0, values.length)
        .filter(i -> first[i] == wanted)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  @Test
  void farFromAllIncidentsThereIsNoRatio() {
    double[] x = {100, 110, 120};
    double[] y = {100, 100, 100};
    RelativeRisk risk =
        RelativeRisk.of(x, y, new boolean[] {true, false, true}, 30, FRAME, 0, 1, Progress.NONE);
    assertThat(risk.at(39, 39)).isEmpty();
    assertThat(risk.at(4, 3)).isPresent();
    assertThat(risk.p(4, 3)).isEmpty();
    assertThatThrownBy(() -> RelativeRisk.of(x, y, new boolean[3], 30, FRAME, 0, 1, Progress.NONE))
        .isInstanceOf(HotspotException.class);
  }
}
