package org.gridwright.data.hotspot;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.DensitySurface;
import org.gridwright.core.hotspot.density.EdgeCorrection;
import org.gridwright.core.hotspot.density.KernelDensity;
import org.gridwright.core.hotspot.density.RasterFrame;
import org.gridwright.core.hotspot.density.StudyWindow;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Envelope;

/**
 * A density of incidents, with what it was made by. Immutable.
 *
 * @param outside incidents that are not within the window
 * @param bandwidth in metres
 */
public record DensityAnalysis(
    DensityGround ground,
    DensityOptions options,
    int outside,
    double bandwidth,
    DensitySurface surface) {

  /** Cells of a raster whose cell is not said. */
  private static final double CELLS = 1e6;

  /** Cells to a bandwidth, where there is room for them. */
  private static final double CELLS_TO_BANDWIDTH = 4;

  /** Beyond so many standard deviations of a Gaussian kernel a raster does not reach. */
  private static final double DEVIATIONS_SHOWN = 3;

  /**
   * Makes a density.
   *
   * @param told the ground within which incidents are known; empty for the rectangle around them
   * @throws HotspotInputException when there are no incidents, or the bandwidth cannot be meant
   * @throws org.gridwright.core.hotspot.HotspotException when cells are too many
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static DensityAnalysis of(
      DensityPoints points,
      Optional<DensityGround> told,
      DensityOptions options,
      Progress progress) {
    if (points.size() == 0) {
      throw HotspotInputException.of("hotspot.density-none");
    }
    DensityGround ground =
        told.orElseGet(() -> DensityGround.around(points, options.edge() != EdgeCorrection.NONE));
    double[] x = points.x(ground);
    double[] y = points.y(ground);
    int[] inside = inside(ground.window(), x, y);
    if (inside.length == 0) {
      throw HotspotInputException.of("hotspot.density-none-inside", points.size());
    }
    double bandwidth =
        bandwidth(ground, options, at(x, inside), at(y, inside), progress.part(0, 0.3));
    RasterFrame frame = frame(ground, options, bandwidth);
    DensitySurface surface =
        density(ground, options, x, y, bandwidth).surface(frame, progress.part(0.3, 1));
    return new DensityAnalysis(ground, options, points.size() - inside.length, bandwidth, surface);
  }

  private static int[] inside(Optional<StudyWindow> window, double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .filter(i -> window.map(it -> it.contains(x[i], y[i])).orElse(true))
        .toArray();
  }

  private static double[] at(double[] values, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
  }

  private static double bandwidth(
      DensityGround ground, DensityOptions options, double[] x, double[] y, Progress progress) {
    double bandwidth = options.bandwidth().of(x, y, options.kernel(), progress);
    if (ground.across() > 0 && bandwidth > ground.across()) {
      throw HotspotInputException.of(
          "hotspot.bandwidth-wide", Math.round(bandwidth), Math.round(ground.across()));
    }
    return bandwidth;
  }

  private static KernelDensity density(
      DensityGround ground, DensityOptions options, double[] x, double[] y, double bandwidth) {
    return ground
        .window()
        .map(
            window ->
                KernelDensity.within(window, options.edge(), x, y, options.kernel(), bandwidth))
        .orElseGet(() -> KernelDensity.of(x, y, options.kernel(), bandwidth));
  }

  private static RasterFrame frame(DensityGround ground, DensityOptions options, double bandwidth) {
    Envelope shown = new Envelope(ground.box());
    if (ground.window().isEmpty()) {
      shown.expandBy(
          options.kernel() == DensityKernel.GAUSSIAN ? DEVIATIONS_SHOWN * bandwidth : bandwidth);
    }
    double cell = options.cellMetres();
    if (cell == 0) {
      cell =
          Math.max(
              bandwidth / CELLS_TO_BANDWIDTH,
              Math.sqrt(shown.getWidth() * shown.getHeight() / CELLS));
    }
    return RasterFrame.over(
        shown.getMinX(), shown.getMinY(), shown.getMaxX(), shown.getMaxY(), cell);
  }
}
