package org.gridwright.core.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class KernelMassTest {

  private static final StudyWindow SHAPE =
      StudyWindow.outline(
          List.of(new double[] {0, 90, 100, 40, -20}, new double[] {30, 40, 40, 30}),
          List.of(new double[] {0, 10, 80, 60, 70}, new double[] {30, 30, 45, 40}));

  /** By adding up a fine raster of the kernel, which is right to about 1e-4. */
  @Test
  void massesAreThoseOfAFineRaster() {
    SplittableRandom random = new SplittableRandom(5);
    for (DensityKernel kernel : DensityKernel.values()) {
      for (int i = 0; i < 6; i++) {
        double x = random.nextDouble() * 100;
        double y = random.nextDouble() * 80;
        double h = 8 + 30 * random.nextDouble();
        double sum = 0;
        double step = 0.1;
        for (double u = -25; u < 105; u += step) {
          for (double v = -5; v < 85; v += step) {
            double dx = u + step / 2 - x;
            double dy = v + step / 2 - y;
            sum +=
                SHAPE.contains(u + step / 2, v + step / 2)
                    ? kernel.at(dx * dx + dy * dy, h) * step * step
                    : 0;
          }
        }
        assertThat(new KernelMass(SHAPE, kernel, h).at(x, y))
            .as("%s %s at %s %s", kernel, h, x, y)
            .isCloseTo(sum, within(1e-3));
      }
    }
  }

  @Test
  void massesInARectangleAreThoseOfErrorFunctions() {
    StudyWindow rectangle = StudyWindow.rectangle(-3, 2, 40, 29);
    StudyWindow outline =
        StudyWindow.outline(
            List.of(new double[] {-3, -3, 40, 40, 12}), List.of(new double[] {2, 29, 29, 2, 2}));
    KernelMass exact = new KernelMass(rectangle, DensityKernel.GAUSSIAN, 9);
    KernelMass byRays = new KernelMass(outline, DensityKernel.GAUSSIAN, 9);
    double[] xs = {-3, -2.9999999, 0, 12, 39.99, 40, 20};
    double[] ys = {2, 2.0001, 10, 28.9, 29, 15, 2.000000001};
    for (double x : xs) {
      for (double y : ys) {
        assertThat(byRays.at(x, y))
            .as("at %s %s", x, y)
            .isCloseTo(
                exact.at(x, y), within(x == -3 || x == 40 || y == 2 || y == 29 ? 1e-6 : 1e-9));
      }
    }
  }

  @Test
  void interpolatedMassesAreNearTheOthers() {
    RasterFrame frame = RasterFrame.over(-20, 0, 100, 80, 1);
    BitSet all = new BitSet();
    all.set(0, frame.columns() * frame.rows());
    KernelMass mass = new KernelMass(SHAPE, DensityKernel.GAUSSIAN, 15);
    double[] masses =
        new MassRaster(SHAPE, DensityKernel.GAUSSIAN, 15, frame).values(all, Progress.NONE);
    for (int cell = 0; cell < masses.length; cell += 37) {
      double exact = mass.at(frame.x(cell % frame.columns()), frame.y(cell / frame.columns()));
      assertThat(masses[cell]).isCloseTo(exact, within(1e-6));
    }
  }

  @Test
  void farInsideNothingIsLost() {
    StudyWindow large = StudyWindow.rectangle(0, 0, 1000, 1000);
    assertThat(new KernelMass(large, DensityKernel.QUARTIC, 100).at(500, 500)).isEqualTo(1);
    assertThat(new KernelMass(large, DensityKernel.QUARTIC, 100).at(0, 500))
        .isCloseTo(0.5, within(1e-6));
    assertThat(new KernelMass(large, DensityKernel.GAUSSIAN, 10).at(0, 0))
        .isCloseTo(0.25, within(1e-12));
  }
}
