package org.gridwright.core.hotspot.density;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;

/**
 * The ratio of two densities, each as a share of its own: where some incidents are denser than
 * others (J. E. Kelsall, P. J. Diggle, Bernoulli 1, 1995), with the same Gaussian kernel for both.
 * Its tolerance is by random labelling: which of all incidents are of the first kind is drawn again
 * and again, and p of a cell is the share of draws, this one among them, with a ratio as great.
 * Contours of p at .025 and .975 are the tolerance contours. Immutable and thread-safe.
 */
public final class RelativeRisk {

  /** Where the density of all is below this part of its peak, a ratio says nothing. */
  private static final double LEAST_PART = 1e-4;

  private final RasterFrame frame;
  private final double[] ratios;
  private final BitSet defined;
  private final int[] asGreat;
  private final int replicas;

  private RelativeRisk(
      RasterFrame frame, double[] ratios, BitSet defined, int[] asGreat, int replicas) {
    this.frame = frame;
    this.ratios = ratios;
    this.defined = defined;
    this.asGreat = asGreat;
    this.replicas = replicas;
  }

  /**
   * The ratio of the first kind to the others.
   *
   * @param x metres east of all incidents
   * @param y metres north of them
   * @param first whether each is of the first kind; some are, and some are not
   * @param bandwidth in metres
   * @param replicas of labels, from 0
   * @throws HotspotException where numbers do not fit together, or one kind has no incident
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static RelativeRisk of(
      double[] x,
      double[] y,
      boolean[] first,
      double bandwidth,
      RasterFrame frame,
      int replicas,
      long seed,
      Progress progress) {
    if (x.length != first.length) {
      throw new HotspotException(Message.core("hotspot.shape", x.length, first.length));
    }
    if (replicas < 0) {
      throw new HotspotException(Message.core("hotspot.replicas-negative", replicas));
    }
    int[] order = firstOnesFirst(first);
    int ones = 0;
    for (boolean each : first) {
      ones += each ? 1 : 0;
    }
    if (ones == 0 || ones == first.length) {
      throw new HotspotException(Message.core("hotspot.one-kind"));
    }
    DensitySurface all =
        KernelDensity.of(x, y, DensityKernel.GAUSSIAN, bandwidth).surface(frame, progress.quiet());
    BitSet defined = new BitSet(frame.cells());
    double least = all.peak() * LEAST_PART;
    for (int cell = 0; cell < frame.cells(); cell++) {
      defined.set(cell, all.value(cell) > least);
    }
    double[] ratios = ratios(x, y, order, ones, bandwidth, all, progress.quiet());
    int[] asGreat = new int[frame.cells()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int replica = 0; replica < replicas; replica++) {
      progress.at(replica, replicas);
      shuffle(order, random);
      double[] drawn = ratios(x, y, order, ones, bandwidth, all, progress.quiet());
      for (int cell = 0; cell < drawn.length; cell++) {
        asGreat[cell] += drawn[cell] >= ratios[cell] ? 1 : 0;
      }
    }
    return new RelativeRisk(frame, ratios, defined, asGreat, replicas);
  }

  private static int[] firstOnesFirst(boolean[] first) {
    int[] order = new int[first.length];
    int front = 0;
    int back = first.length;
    for (int i = 0; i < first.length; i++) {
      order[first[i] ? front++ : --back] = i;
    }
    return order;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  /** The others' density is what is left of all. */
  private static double[] ratios(
      double[] x,
      double[] y,
      int[] order,
      int ones,
      double bandwidth,
      DensitySurface all,
      Progress progress) {
    double[] someX = new double[ones];
    double[] someY = new double[ones];
    for (int i = 0; i < ones; i++) {
      someX[i] = x[order[i]];
      someY[i] = y[order[i]];
    }
    DensitySurface some =
        KernelDensity.of(someX, someY, DensityKernel.GAUSSIAN, bandwidth)
            .surface(all.frame(), progress);
    double[] ratios = new double[all.frame().cells()];
    double others = x.length - ones;
    for (int cell = 0; cell < ratios.length; cell++) {
      double rest = Math.max(0, all.value(cell) - some.value(cell)) / others;
      ratios[cell] = some.value(cell) / ones / Math.max(rest, all.value(cell) * 1e-12 / others);
    }
    return ratios;
  }

  public RasterFrame frame() {
    return frame;
  }

  /** The ratio in the middle of a cell; empty where there is hardly any incident. */
  public OptionalDouble at(int column, int row) {
    int cell = row * frame.columns() + column;
    return defined.get(cell) ? OptionalDouble.of(ratios[cell]) : OptionalDouble.empty();
  }

  /**
   * The chance of a ratio as great, (r + 1) / (m + 1); empty where there is none, or no replica.
   */
  public OptionalDouble p(int column, int row) {
    int cell = row * frame.columns() + column;
    return defined.get(cell) && replicas > 0
        ? OptionalDouble.of((asGreat[cell] + 1.0) / (replicas + 1.0))
        : OptionalDouble.empty();
  }

  /** p of all cells as a surface, so that its contours can be drawn. */
  public DensitySurface tolerance() {
    double[] values = new double[ratios.length];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = (asGreat[cell] + 1.0) / (replicas + 1.0);
    }
    return new DensitySurface(frame, values, defined, 0, 0);
  }
}
