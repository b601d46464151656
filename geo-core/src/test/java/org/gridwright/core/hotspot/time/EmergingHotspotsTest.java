package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class EmergingHotspotsTest {

  /** Queen neighbours of a lattice, places numbered row by row. */
  static SpatialWeights queen(int width, int height) {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < width * height; a++) {
      for (int b = 0; b < width * height; b++) {
        int dx = Math.abs(a % width - b % width);
        int dy = Math.abs(a / width - b / width);
        if (a != b && Math.max(dx, dy) <= 1) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    double[] ones = new double[pairs.size()];
    Arrays.fill(ones, 1);
    return SpatialWeights.ofPairs(
        width * height,
        pairs.stream().mapToInt(it -> it[0]).toArray(),
        pairs.stream().mapToInt(it -> it[1]).toArray(),
        ones);
  }

  private static final int PLACES = 64;
  private static final int STEPS = 10;

  private static double[] values(ReferenceTable bins, double sign) {
    double[] values = new double[PLACES * STEPS];
    for (int row = 0; row < bins.size(); row++) {
      values[bin(bins, row)] = sign * bins.number(row, "count").orElseThrow();
    }
    return values;
  }

  private static int bin(ReferenceTable bins, int row) {
    int cell = (int) bins.number(row, "cell").orElseThrow() - 1;
    int step = (int) bins.number(row, "step").orElseThrow() - 1;
    return cell * STEPS + step;
  }

  private static EmergingHotspots emerging(double[] values, CubeScope scope) {
    return EmergingHotspots.of(
        SpaceTimeCube.of(STEPS, values), queen(8, 8), 1, scope, 0.05, Progress.NONE);
  }

  @Test
  void theCubeHasTheFiguresAndClassesOfTheReference() {
    ReferenceTable bins = ReferenceTable.of("cube_8x8x10");
    EmergingHotspots emerging = emerging(values(bins, 1), CubeScope.WHOLE_CUBE);
    for (int row = 0; row < bins.size(); row++) {
      int place = bin(bins, row) / STEPS;
      int step = bin(bins, row) % STEPS;
      double z = bins.number(row, "gi_star_z").orElseThrow();
      double p = bins.number(row, "p").orElseThrow();
      double adjusted = bins.number(row, "p_bh").orElseThrow();
      assertThat(emerging.z(place, step).getAsDouble()).isCloseTo(z, within(1e-9));
      assertThat(emerging.p(place, step).getAsDouble()).isCloseTo(p, within(1e-9 * p));
      assertThat(emerging.adjustedP(place, step).getAsDouble())
          .isCloseTo(adjusted, within(1e-9 * adjusted));
      assertThat((double) emerging.sign(place, step))
          .isEqualTo(bins.number(row, "bin").orElseThrow());
    }
    ReferenceTable classes = ReferenceTable.of("cube_8x8x10_classes");
    for (int place = 0; place < PLACES; place++) {
      assertThat((double) emerging.trend(place).s())
          .isEqualTo(classes.number(place, "S").orElseThrow());
      assertThat(emerging.trend(place).z().getAsDouble())
          .isCloseTo(classes.number(place, "trend_z").orElseThrow(), within(1e-9));
      assertThat(emerging.trend(place).p().getAsDouble())
          .isCloseTo(classes.number(place, "trend_p").orElseThrow(), within(1e-9));
      assertThat(emerging.classOf(place).orElseThrow().id())
          .isEqualTo(classes.text(place, "class").toLowerCase(Locale.ROOT));
    }
  }

  /** The correction is that of the series on its own; bins stay as they are. */
  @Test
  void trendsCanAllowForSerialCorrelation() {
    EmergingHotspots plain =
        emerging(values(ReferenceTable.of("cube_8x8x10"), 1), CubeScope.WHOLE_CUBE);
    EmergingHotspots corrected = plain.withHamedRao(Progress.NONE);
    int different = 0;
    for (int place = 0; place < PLACES; place++) {
      double[] series = plain.series(place);
      assertThat(corrected.trend(place)).isEqualTo(MannKendall.of(series).hamedRao(series));
      assertThat(corrected.z(place, 4)).isEqualTo(plain.z(place, 4));
      different += corrected.trend(place).equals(plain.trend(place)) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(PLACES / 4);
  }

  @Test
  void turnedSignsTurnClassesAndNothingElse() {
    double[] values = new SplittableRandom(4).doubles(PLACES * STEPS).toArray();
    for (int step = 5; step < STEPS; step++) {
      values[9 * STEPS + step] += 20;
      values[40 * STEPS + step] -= 20;
    }
    double[] turned = Arrays.stream(values).map(it -> -it).toArray();
    for (CubeScope scope : CubeScope.values()) {
      EmergingHotspots one = emerging(values, scope);
      EmergingHotspots other = emerging(turned, scope);
      for (int place = 0; place < PLACES; place++) {
        assertThat(other.classOf(place)).isEqualTo(one.classOf(place).map(EmergingClass::mirrored));
      }
    }
    EmergingHotspots whole = emerging(values, CubeScope.WHOLE_CUBE);
    assertThat(whole.classOf(9)).contains(EmergingClass.CONSECUTIVE_HOT);
    assertThat(whole.classOf(40)).contains(EmergingClass.CONSECUTIVE_COLD);
  }

  /** Gi* of the sums over the window, place by place, by the formula of Ord and Getis. */
  @Test
  void eachStepIsComparedWithItsOwnPlaces() {
    double[] values = new SplittableRandom(8).doubles(PLACES * STEPS).toArray();
    EmergingHotspots emerging = emerging(values, CubeScope.EACH_STEP);
    SpatialWeights weights = queen(8, 8);
    int step = 6;
    double[] sums = new double[PLACES];
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < PLACES; i++) {
      sums[i] = values[i * STEPS + step] + values[i * STEPS + step - 1];
      mean += sums[i] / PLACES;
      squares += sums[i] * sums[i] / PLACES;
    }
    double deviation = Math.sqrt(squares - mean * mean);
    for (int i = 0; i < PLACES; i++) {
      double sum = sums[i];
      double w = 1;
      for (int j = 0; j < PLACES; j++) {
        sum += weights.between(i, j) * sums[j];
        w += weights.between(i, j);
      }
      double z = (sum - mean * w) / (deviation * Math.sqrt((PLACES * w - w * w) / (PLACES - 1)));
      assertThat(emerging.z(i, step).getAsDouble()).isCloseTo(z, within(1e-9));
    }
  }

  @Test
  void aCubeWithoutVariationHasNoClassAndSaysWhy() {
    EmergingHotspots flat = emerging(new double[PLACES * STEPS], CubeScope.WHOLE_CUBE);
    assertThat(flat.classOf(3)).isEmpty();
    assertThat(flat.reason(3)).contains(NotDefined.NO_VARIANCE);
    assertThat(flat.z(3, 3)).isEmpty();
    assertThat(flat.trend(3).reason()).contains(NoTrend.FEW_STEPS);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    SpaceTimeCube cube = SpaceTimeCube.of(2, new double[8]);
    assertThatThrownBy(
            () ->
                EmergingHotspots.of(
                    cube, queen(3, 3), 1, CubeScope.WHOLE_CUBE, 0.05, Progress.NONE))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(
            () ->
                EmergingHotspots.of(
                    cube, queen(2, 2), -1, CubeScope.WHOLE_CUBE, 0.05, Progress.NONE))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> SpaceTimeCube.of(3, new double[8]))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> SpaceTimeCube.of(1, Double.NaN)).isInstanceOf(HotspotException.class);
  }
}
