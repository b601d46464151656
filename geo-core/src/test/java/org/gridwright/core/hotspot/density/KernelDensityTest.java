package org.gridwright.core.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class KernelDensityTest {

  private static final double SD = 150;
  private static final StudyWindow WINDOW = StudyWindow.rectangle(0, 0, 2000, 1500);

  private static double[] x() {
    return ReferenceTable.of("kde_points").numbers("x");
  }

  private static double[] y() {
    return ReferenceTable.of("kde_points").numbers("y");
  }

  private static void assertColumn(
      String file, String column, KernelDensity density, DensitySurface surface) {
    ReferenceTable table = ReferenceTable.of(file);
    double allowed = surface.errorShare() * surface.peak();
    for (int row = 0; row < table.size(); row++) {
      double x = table.number(row, "x").orElseThrow();
      double y = table.number(row, "y").orElseThrow();
      double expected = table.number(row, column).orElseThrow();
      assertThat(density.at(x, y).orElseThrow())
          .as("%s at %s %s", column, x, y)
          .isCloseTo(expected, within(1e-9 * expected + 1e-20));
      int atColumn = (int) (x / 50);
      int atRow = (int) (y / 50);
      assertThat(surface.frame().x(atColumn)).isEqualTo(x);
      assertThat(surface.at(atColumn, atRow).orElseThrow())
          .as("surface, %s at %s %s", column, x, y)
          .isCloseTo(expected, within(4 * allowed + 1e-9 * expected + 1e-20));
    }
  }

  private static RasterFrame frame() {
    return RasterFrame.over(0, 0, 2000, 1500, 50);
  }

  @Test
  void gaussianSumsAreThoseOfTheReference() {
    KernelDensity density = KernelDensity.of(x(), y(), DensityKernel.GAUSSIAN, SD);
    assertColumn("kde_grid_sd150", "gauss_exact", density, density.surface(frame(), Progress.NONE));
  }

  @Test
  void quarticSumsAreThoseOfTheReference() {
    KernelDensity density = KernelDensity.of(x(), y(), DensityKernel.QUARTIC, 300);
    DensitySurface surface = density.surface(frame(), Progress.NONE);
    assertThat(surface.errorShare()).isZero();
    assertColumn("kde_grid_sd150", "quartic_radius300_exact", density, surface);
    KernelDensity wide = KernelDensity.of(x(), y(), DensityKernel.QUARTIC, SD * Math.sqrt(8));
    assertColumn(
        "kde_grid_sd150", "quartic_sd150_exact", wide, wide.surface(frame(), Progress.NONE));
  }

  @Test
  void correctionsInARectangleAreThoseOfTheReference() {
    for (EdgeCorrection correction : EdgeCorrection.values()) {
      KernelDensity density =
          KernelDensity.within(WINDOW, correction, x(), y(), DensityKernel.GAUSSIAN, SD);
      String column = correction.name().toLowerCase(Locale.ROOT);
      assertColumn(
          "kde_edge_rectangle_sd150", column, density, density.surface(frame(), Progress.NONE));
    }
  }

  @Test
  void anOutlineThatIsTheRectangleGivesTheSame() {
    StudyWindow outline =
        StudyWindow.outline(
            List.of(new double[] {0, 0, 700, 2000, 2000}),
            List.of(new double[] {0, 1500, 1500, 1500, 0}));
    for (EdgeCorrection correction : EdgeCorrection.values()) {
      KernelDensity density =
          KernelDensity.within(outline, correction, x(), y(), DensityKernel.GAUSSIAN, SD);
      String column = correction.name().toLowerCase(Locale.ROOT);
      assertColumn(
          "kde_edge_rectangle_sd150", column, density, density.surface(frame(), Progress.NONE));
    }
  }

  @Test
  void densitiesAtTheIncidentsAreThoseOfTheReference() {
    ReferenceTable table = ReferenceTable.of("kde_at_points");
    KernelDensity density = KernelDensity.of(x(), y(), DensityKernel.GAUSSIAN, SD);
    for (int row = 0; row < table.size(); row++) {
      double self = table.number(row, "gauss_at_points_self_included").orElseThrow();
      double others = table.number(row, "gauss_at_points_leaveoneout").orElseThrow();
      double at =
          density
              .at(table.number(row, "x").orElseThrow(), table.number(row, "y").orElseThrow())
              .orElseThrow();
      assertThat(at).isCloseTo(self, within(1e-9 * self));
      assertThat(at - DensityKernel.GAUSSIAN.at(0, SD)).isCloseTo(others, within(1e-9 * self));
    }
  }

  @Test
  void aSurfaceIsAsNearToTheExactSumAsItSays() {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = random.doubles(3000, -50, 350).toArray();
    double[] y = random.doubles(3000).map(it -> 200 * it * it).toArray();
    for (double bandwidth : new double[] {0.7, 2, 3.3, 5, 20, 100}) {
      RasterFrame frame = RasterFrame.over(0, 0, 300, 200, 1);
      KernelDensity density = KernelDensity.of(x, y, DensityKernel.GAUSSIAN, bandwidth);
      DensitySurface surface = density.surface(frame, Progress.NONE);
      assertThat(surface.errorShare()).isEqualTo(bandwidth < 2 ? 0 : GaussianField.ERROR);
      double worst = 0;
      for (int i = 0; i < 1000; i++) {
        int column = random.nextInt(300);
        int row = random.nextInt(200);
        double exact = density.at(frame.x(column), frame.y(row)).orElseThrow();
        worst = Math.max(worst, Math.abs(surface.at(column, row).orElseThrow() - exact));
      }
      double peak = surface.peak();
      assertThat(worst).as("bandwidth %s", bandwidth).isLessThan(peak * 1e-6);
      assertThat(worst).isLessThanOrEqualTo(peak * (surface.errorShare() + 1e-13));
    }
  }

  @Test
  void diggleAddsUpToTheIncidents() {
    double total =
        KernelDensity.within(WINDOW, EdgeCorrection.DIGGLE, x(), y(), DensityKernel.GAUSSIAN, SD)
            .surface(RasterFrame.over(0, 0, 2000, 1500, 10), Progress.NONE)
            .total();
    assertThat(total).isCloseTo(60, within(0.03));
  }

  @Test
  void placesOutsideAWindowHaveNoDensity() {
    double[] triangleX = {0, 1000, 0};
    double[] triangleY = {0, 0, 1000};
    KernelDensity density =
        KernelDensity.within(
            StudyWindow.outline(List.of(triangleX), List.of(triangleY)),
            EdgeCorrection.UNIFORM,
            new double[] {100, 900},
            new double[] {100, 900},
            DensityKernel.QUARTIC,
            300);
    assertThat(density.incidents()).isOne();
    DensitySurface surface =
        density.surface(RasterFrame.over(0, 0, 1000, 1000, 100), Progress.NONE);
    assertThat(surface.at(8, 8)).isEmpty();
    assertThat(surface.perSquareKilometre(8, 8)).isEmpty();
    assertThat(density.at(850, 850)).isEmpty();
    assertThat(surface.perSquareKilometre(1, 1).orElseThrow())
        .isCloseTo(1e6 * density.at(150, 150).orElseThrow(), within(1e-9));
  }

  @Test
  void badBandwidthsAndCellsAreRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> KernelDensity.of(one, one, DensityKernel.GAUSSIAN, 0))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> KernelDensity.of(one, new double[2], DensityKernel.GAUSSIAN, 1))
        .isInstanceOf(HotspotException.class);
    assertThatThrownBy(() -> RasterFrame.over(0, 0, 30_000, 30_000, 1))
        .isInstanceOf(HotspotException.class);
    assertThat(
            KernelDensity.of(new double[0], new double[0], DensityKernel.GAUSSIAN, 10)
                .surface(RasterFrame.over(0, 0, 9, 9, 1), Progress.NONE)
                .peak())
        .isZero();
  }

  @Test
  void movingAndReorderingChangeNothingThatCounts() {
    double[] x = x();
    double[] y = y();
    int n = x.length;
    double[] movedX = new double[n];
    double[] movedY = new double[n];
    for (int i = 0; i < n; i++) {
      movedX[i] = x[n - 1 - i] + 700_000;
      movedY[i] = y[n - 1 - i] - 4_000_000;
    }
    DensitySurface one =
        KernelDensity.of(x, y, DensityKernel.GAUSSIAN, SD).surface(frame(), Progress.NONE);
    DensitySurface other =
        KernelDensity.of(movedX, movedY, DensityKernel.GAUSSIAN, SD)
            .surface(RasterFrame.over(700_000, -4_000_000, 702_000, -3_998_500, 50), Progress.NONE);
    for (int column = 0; column < 40; column++) {
      assertThat(other.at(column, 7).orElseThrow())
          .isCloseTo(one.at(column, 7).orElseThrow(), within(1e-9 * one.peak()));
    }
  }
}
