package org.gridwright.core.hotspot.density;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/** Rules for the bandwidth of a Gaussian kernel, in metres. Pure and thread-safe. */
public final class Bandwidths {

  /** So many incidents at most are looked at by cross-validation; of more, a seeded sample. */
  public static final int MOST_VALIDATED = 4000;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;
  private static final long SEED = 1;

  private Bandwidths() {}

  /**
   * Scott's rule along an axis, s · n^(−1/6) in a plane (Scott 1992); absent with fewer than two
   * incidents, and where all have the same coordinate.
   */
  public static OptionalDouble scott(double... coordinates) {
    double deviation = deviation(coordinates);
    return positive(deviation * Math.pow(coordinates.length, -1.0 / 6));
  }

  /**
   * Silverman's rule of thumb along an axis, 0.9 · min(s, quartile range / 1.34) · n^(−1/5)
   * (Silverman 1986, 3.31; R's {@code bw.nrd0} with its quartiles), which is meant for one
   * dimension. Absent as Scott's; where half of the coordinates are equal, s is taken alone.
   */
  public static OptionalDouble silverman(double... coordinates) {
    double deviation = deviation(coordinates);
    if (!(deviation > 0)) {
      return OptionalDouble.empty();
    }
    double[] sorted = coordinates.clone();
    Arrays.sort(sorted);
    double range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    double least = range > 0 ? Math.min(deviation, range) : deviation;
    return positive(0.9 * least * Math.pow(coordinates.length, -0.2));
  }

  private static OptionalDouble positive(double bandwidth) {
    return bandwidth > 0 ? OptionalDouble.of(bandwidth) : OptionalDouble.empty();
  }

  private static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The bandwidth under which the incidents are likeliest, each under the kernels of all others (J.
   * D. F. Habbema, J. Hermans, K. van den Broek 1974; R. P. W. Duin 1976), without a window:
   * searched by golden sections of its logarithm between a hundredth of Scott's and three times it.
   * Of more than {@value #MOST_VALIDATED} incidents a seeded sample is taken, and its bandwidth
   * brought to the whole by n^(−1/6). Incidents on the very place of another drive it down. Absent
   * where Scott's is. O(n²) for each of some forty bandwidths.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static OptionalDouble likelihood(double[] x, double[] y, Progress progress) {
    OptionalDouble alongX = scott(x);
    OptionalDouble alongY = scott(y);
    if (alongX.isEmpty() && alongY.isEmpty()) {
      return OptionalDouble.empty();
    }
    int[] sample = sample(x.length);
    double[] someX = Arrays.stream(sample).mapToDouble(i -> x[i]).toArray();
    double[] someY = Arrays.stream(sample).mapToDouble(i -> y[i]).toArray();
    double shrink = Math.pow((double) sample.length / x.length, 1.0 / 6);
    double start = Math.max(alongX.orElse(0), alongY.orElse(0)) / shrink;
    double low = Math.log(start / 100);
    double high = Math.log(start * 3);
    double a = high - GOLDEN * (high - low);
    double b = low + GOLDEN * (high - low);
    double ofA = likelihood(someX, someY, Math.exp(a));
    double ofB = likelihood(someX, someY, Math.exp(b));
    for (int step = 0; step < STEPS; step++) {
      progress.at(step, STEPS);
      if (ofA >= ofB) {
        high = b;
        b = a;
        ofB = ofA;
        a = high - GOLDEN * (high - low);
        ofA = likelihood(someX, someY, Math.exp(a));
      } else {
        low = a;
        a = b;
        ofA = ofB;
        b = low + GOLDEN * (high - low);
        ofB = likelihood(someX, someY, Math.exp(b));
      }
    }
    return OptionalDouble.of(Math.exp((low + high) / 2) * shrink);
  }

  private static int[] sample(int n) {
    int[] all = IntStream.range(0, n).toArray();
    if (n <= MOST_VALIDATED) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < MOST_VALIDATED; i++) {
      int other = random.nextInt(i, n);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.copyOf(all, MOST_VALIDATED);
  }

  /** Σ ln of the mean kernel of all others at each incident. */
  static double likelihood(double[] x, double[] y, double bandwidth) {
    double[] logs =
        IntStream.range(0, x.length)
            .parallel()
            .mapToDouble(i -> Math.log(Math.max(Double.MIN_NORMAL, others(x, y, i, bandwidth))))
            .toArray();
    double sum = 0;
    for (double each : logs) {
      sum += each;
    }
    return sum;
  }

  private static double others(double[] x, double[] y, int at, double bandwidth) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - x[at];
      double dy = y[i] - y[at];
      sum += i == at ? 0 : DensityKernel.GAUSSIAN.at(dx * dx + dy * dy, bandwidth);
    }
    return sum / (x.length - 1);
  }
}
