package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatumTest {

  /** The example of the README of wandergis/coordtransform (npm), to the printed digits. */
  @Test
  void forwardFormulasGiveThePublishedValues() {
    double[] gcj = Datum.GCJ02.fromWgs84(116.404, 39.915);
    assertThat(gcj[0]).isEqualTo(116.41024449916938, within(1e-12));
    assertThat(gcj[1]).isEqualTo(39.91640428150164, within(1e-12));

    double[] bd = ChineseShifts.bd09(116.404, 39.915);
    assertThat(bd[0]).isEqualTo(116.41036949371029, within(1e-12));
    assertThat(bd[1]).isEqualTo(39.92133699351021, within(1e-12));
  }

  /** The one-step inverse of the same README is about 2 metres off; ours must be exact. */
  @Test
  void inverseUndoesThePublishedExampleExactly() {
    double[] wgs = Datum.GCJ02.toWgs84(116.41024449916938, 39.91640428150164);
    assertThat(wgs[0]).isEqualTo(116.404, within(1e-11));
    assertThat(wgs[1]).isEqualTo(39.915, within(1e-11));
  }

  @ParameterizedTest
  @EnumSource(Datum.class)
  void thereAndBackIsWithinATenthOfAMillimetreAllOverChina(Datum datum) {
    Random random = new Random(20240101);
    for (int i = 0; i < 100_000; i++) {
      double lon = 73.5 + random.nextDouble() * (135 - 73.5);
      double lat = 18 + random.nextDouble() * (53.6 - 18);
      double[] shifted = datum.fromWgs84(lon, lat);
      double[] back = datum.toWgs84(shifted[0], shifted[1]);
      double[] again = datum.fromWgs84(back[0], back[1]);
      assertThat(Math.abs(back[0] - lon)).isLessThan(1e-9);
      assertThat(Math.abs(back[1] - lat)).isLessThan(1e-9);
      assertThat(Math.hypot(again[0] - shifted[0], again[1] - shifted[1])).isLessThan(1e-9);
    }
  }

  @Test
  void outsideTheRectangleGcj02IsWgs84() {
    double[][] elsewhere = {{-87.63, 41.88}, {2.35, 48.86}, {151.2, -33.9}, {72.0, 30}, {110, 0.8}};
    for (double[] place : elsewhere) {
      assertThat(Datum.GCJ02.fromWgs84(place[0], place[1])).containsExactly(place);
      assertThat(Datum.GCJ02.toWgs84(place[0], place[1])).containsExactly(place);
    }
  }

  /** The documented jump: just inside the rectangle's west edge the shift is there, all of it. */
  @Test
  void theShiftJumpsAtTheRectanglesEdge() {
    double[] inside = Datum.GCJ02.fromWgs84(72.004, 40);
    double[] outside = Datum.GCJ02.fromWgs84(Math.nextDown(72.004), 40);
    assertThat(Math.hypot(inside[0] - outside[0], inside[1] - outside[1])).isGreaterThan(1e-4);
  }

  @Test
  void namesAreReadLeniently() {
    assertThat(Datum.of("GCJ-02")).isEqualTo(Datum.GCJ02);
    assertThat(Datum.of("wgs 84")).isEqualTo(Datum.WGS84);
    assertThat(Datum.of("bd09")).isEqualTo(Datum.BD09);
    assertThatThrownBy(() -> Datum.of("mars"))
        .isInstanceOf(CrsException.class)
        .hasMessage("datum \"mars\" is not known; use one of wgs84, gcj02, bd09");
  }
}
