package org.gridwright.core.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class DensityBandsTest {

  private static final DensityPlane PLANE =
      DensityPlane.around(
          new LatticeEnvelope(1_130_000_000, 225_000_000, 1_132_000_000, 227_000_000));

  /** Values of whole numbers, so that many lie on levels, saddles and plateaus among them. */
  private static DensitySurface rough(int seed, int side) {
    SplittableRandom random = new SplittableRandom(seed);
    RasterFrame frame = new RasterFrame(-300, -200, 20, side, side);
    double[] values = random.ints((long) side * side, 0, 6).asDoubleStream().toArray();
    BitSet defined = new BitSet();
    for (int cell = 0; cell < values.length; cell++) {
      defined.set(cell, seed % 2 == 0 || random.nextInt(12) > 0);
    }
    return new DensitySurface(frame, values, defined, 0, 0);
  }

  @Test
  void bandsAreValidAndTileTheRasterExactly() {
    for (int seed = 0; seed < 20; seed++) {
      DensitySurface surface = rough(seed, 14);
      List<DensityBand> bands =
          DensityBands.of(surface, PLANE, new double[] {1, 2, 2.5, 4}, Progress.NONE);
      List<DensityBand> whole = DensityBands.of(surface, PLANE, new double[] {100}, Progress.NONE);
      double sum = 0;
      List<Geometry> areas = new ArrayList<>();
      for (DensityBand band : bands) {
        Geometry area = LatticeJts.toSteps(band.area());
        assertThat(area.isValid()).as("seed %d: %s", seed, area).isTrue();
        areas.add(area);
        sum += area.getArea();
      }
      assertThat(sum).isEqualTo(LatticeJts.toSteps(whole.get(0).area()).getArea());
      for (int i = 0; i < areas.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(areas.get(i).relate(areas.get(j), "2********"))
              .as("seed %d bands %d and %d", seed, i, j)
              .isFalse();
        }
      }
    }
  }

  @Test
  void aConeHasRingsOfTheRightSize() {
    int side = 201;
    RasterFrame frame = new RasterFrame(-1005, -1005, 10, side, side);
    double[] values = new double[side * side];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = 1000 - Math.hypot(frame.x(cell % side), frame.y(cell / side));
    }
    BitSet defined = new BitSet();
    defined.set(0, values.length);
    List<DensityBand> bands =
        DensityBands.of(
            new DensitySurface(frame, values, defined, 0, 0),
            PLANE,
            new double[] {500, 800},
            Progress.NONE);
    assertThat(bands).hasSize(3);
    double inner = EqualArea.squareMetres(bands.get(2).area());
    double ring = EqualArea.squareMetres(bands.get(1).area());
    assertThat(inner).isCloseTo(Math.PI * 200 * 200, within(Math.PI * 200 * 200 * 0.002));
    assertThat(inner + ring).isCloseTo(Math.PI * 500 * 500, within(Math.PI * 500 * 500 * 0.001));
    assertThat(bands.get(1).area().polygons().get(0).holes()).hasSize(1);
    assertThat(bands.get(0).from()).isEmpty();
    assertThat(bands.get(2).to()).isEmpty();
  }

  @Test
  void squareMetresOfThePlaneAreSquareMetres() {
    assertThat(PLANE.latitude(PLANE.y(226_123_456))).isEqualTo(226_123_456);
    assertThat(PLANE.longitude(PLANE.x(1_130_555_555))).isEqualTo(1_130_555_555);
    double side = PLANE.x(1_131_100_000) - PLANE.x(1_131_000_000);
    double height = PLANE.y(226_100_000) - PLANE.y(226_000_000);
    double area =
        EqualArea.under(1_131_000_000, 226_100_000, 1_131_100_000, 226_100_000)
            - EqualArea.under(1_131_000_000, 226_000_000, 1_131_100_000, 226_000_000);
    assertThat(side * height).isCloseTo(area, within(1e-6 * area));
  }

  @Test
  void levelsThatDoNotAscendAreRefused() {
    assertThatThrownBy(
            () -> DensityBands.of(rough(0, 4), PLANE, new double[] {2, 2}, Progress.NONE))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> DensityBands.of(rough(0, 4), PLANE, new double[0], Progress.NONE))
        .isInstanceOf(HotspotException.class);
  }
}
