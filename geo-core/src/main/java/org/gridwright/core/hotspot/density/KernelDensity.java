package org.gridwright.core.hotspot.density;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;

/**
 * A kernel density of incidents. Immutable and thread-safe.
 *
 * <p>Surfaces of Gaussian kernels of two cells or more are computed by {@link GaussianField}, to
 * 3.6e-7 of the peak; all others, and {@link #at}, are exact sums. Corrections are exact in a
 * rectangle, and right to 1e-10 of the kernel along an outline.
 */
public final class KernelDensity {

  private final DensityKernel kernel;
  private final double bandwidth;
  private final EdgeCorrection correction;
  private final Optional<StudyWindow> window;
  private final double[] x;
  private final double[] y;
  private final double[] weights;

  private KernelDensity(
      DensityKernel kernel,
      double bandwidth,
      EdgeCorrection correction,
      Optional<StudyWindow> window,
      double[] x,
      double[] y,
      double[] weights) {
    this.kernel = kernel;
    this.bandwidth = bandwidth;
    this.correction = correction;
    this.window = window;
    this.x = x;
    this.y = y;
    this.weights = weights;
  }

  /**
   * Without correction.
   *
   * @param x metres east of each incident
   * @param y metres north
   * @param bandwidth in metres, above 0; see {@link DensityKernel}
   * @throws HotspotException where they are not so
   */
  public static KernelDensity of(double[] x, double[] y, DensityKernel kernel, double bandwidth) {
    requireSound(x, y, bandwidth);
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return new KernelDensity(
        kernel, bandwidth, EdgeCorrection.NONE, Optional.empty(), x.clone(), y.clone(), ones);
  }

  /**
   * Within a window; incidents outside of it do not count.
   *
   * @throws HotspotException as without one
   */
  public static KernelDensity within(
      StudyWindow window,
      EdgeCorrection correction,
      double[] x,
      double[] y,
      DensityKernel kernel,
      double bandwidth) {
    requireSound(x, y, bandwidth);
    int[] inside = IntStream.range(0, x.length).filter(i -> window.contains(x[i], y[i])).toArray();
    double[] insideX = Arrays.stream(inside).mapToDouble(i -> x[i]).toArray();
    double[] insideY = Arrays.stream(inside).mapToDouble(i -> y[i]).toArray();
    double[] weights = new double[inside.length];
    Arrays.fill(weights, 1);
    if (correction == EdgeCorrection.DIGGLE) {
      double[] masses = new KernelMass(window, kernel, bandwidth).at(insideX, insideY);
      Arrays.setAll(weights, i -> 1 / masses[i]);
    }
    return new KernelDensity(
        kernel, bandwidth, correction, Optional.of(window), insideX, insideY, weights);
  }

  private static void requireSound(double[] x, double[] y, double bandwidth) {
    if (x.length != y.length) {
      throw new HotspotException(Message.core("hotspot.shape", x.length, y.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new HotspotException(Message.core("hotspot.coordinate", i + 1));
      }
    }
    if (!(bandwidth > 0) || bandwidth == Double.POSITIVE_INFINITY) {
      throw new HotspotException(Message.core("hotspot.bandwidth", bandwidth));
    }
  }

  /** Incidents that it is of. */
  public int incidents() {
    return x.length;
  }

  /** The exact density at a place, by square metre; empty outside the window. O(n). */
  public OptionalDouble at(double atX, double atY) {
    if (window.isPresent() && !window.get().contains(atX, atY)) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - atX;
      double dy = y[i] - atY;
      sum += weights[i] * kernel.at(dx * dx + dy * dy, bandwidth);
    }
    return OptionalDouble.of(
        correction == EdgeCorrection.UNIFORM
            ? sum / new KernelMass(window.orElseThrow(), kernel, bandwidth).at(atX, atY)
            : sum);
  }

  /**
   * The density at the middles of cells.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public DensitySurface surface(RasterFrame frame, Progress progress) {
    boolean fast = kernel == DensityKernel.GAUSSIAN && GaussianField.isFor(frame, bandwidth);
    Progress part = progress.part(0, 0.7);
    double[] values =
        fast
            ? new GaussianField(frame, bandwidth, x, y, weights, part).values(part)
            : new DirectField(frame, kernel, bandwidth).values(x, y, weights, part);
    BitSet defined = defined(frame);
    if (correction == EdgeCorrection.UNIFORM) {
      double[] masses =
          new MassRaster(window.orElseThrow(), kernel, bandwidth, frame)
              .values(defined, progress.part(0.7, 1));
      for (int cell = 0; cell < values.length; cell++) {
        values[cell] = defined.get(cell) ? values[cell] / masses[cell] : 0;
      }
    }
    return new DensitySurface(frame, values, defined, fast ? GaussianField.ERROR : 0, x.length);
  }

  private BitSet defined(RasterFrame frame) {
    BitSet defined = new BitSet(frame.cells());
    if (window.isEmpty()) {
      defined.set(0, frame.cells());
      return defined;
    }
    for (int row = 0; row < frame.rows(); row++) {
      double[] crossings = window.get().crossings(frame.y(row));
      int passed = 0;
      for (int column = 0; column < frame.columns(); column++) {
        while (passed < crossings.length && crossings[passed] <= frame.x(column)) {
          passed++;
        }
        defined.set(row * frame.columns() + column, passed % 2 == 1);
      }
    }
    return defined;
  }
}
