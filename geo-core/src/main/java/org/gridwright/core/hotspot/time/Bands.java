package org.gridwright.core.hotspot.time;

import java.util.Arrays;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/** Bands of distances or spans, each with its end and, but for the first, without its beginning. */
final class Bands {

  private final double[] ends;

  private Bands(double[] ends) {
    this.ends = ends;
  }

  /**
   * @param ends finite, at least 0, ascending, at least one
   */
  static Bands of(double[] ends) {
    double before = -1;
    for (double end : ends) {
      if (!(end > before && end >= 0) || end == Double.POSITIVE_INFINITY) {
        throw new HotspotException(Message.core("hotspot.bands", Arrays.toString(ends)));
      }
      before = end;
    }
    if (ends.length == 0) {
      throw new HotspotException(Message.core("hotspot.bands", "[]"));
    }
    return new Bands(ends.clone());
  }

  int size() {
    return ends.length;
  }

  double begin(int band) {
    return band == 0 ? 0 : ends[band - 1];
  }

  double end(int band) {
    return ends[band];
  }

  double farthest() {
    return ends[ends.length - 1];
  }

  /** The band of a length; -1 beyond all. */
  int band(double length) {
    for (int band = 0; band < ends.length; band++) {
      if (length <= ends[band]) {
        return band;
      }
    }
    return -1;
  }

  /** By band and moment, how many other moments are in the band. O(n log n) for each band. */
  long[][] partners(double[] moments, Progress progress) {
    double[] sorted = moments.clone();
    Arrays.sort(sorted);
    long[][] partners = new long[ends.length][moments.length];
    Steps steps = progress.steps(moments.length);
    for (int i = 0; i < moments.length; i++) {
      long within = 1;
      for (int band = 0; band < ends.length; band++) {
        long upTo =
            (long) lastWithin(sorted, moments[i], ends[band])
                - firstWithin(sorted, moments[i], ends[band])
                + 1;
        partners[band][i] = upTo - within;
        within = upTo;
      }
      steps.done();
    }
    return partners;
  }

  private static int firstWithin(double[] sorted, double at, double span) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= at || Math.abs(at - sorted[middle]) <= span) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static int lastWithin(double[] sorted, double at, double span) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= at || Math.abs(sorted[middle] - at) <= span) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
