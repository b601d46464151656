package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.List;

/** Cuts a ring again and again until it is in as many parts as wanted. Immutable. */
final class Divider {

  private final Plane plane;
  private final Density density;
  private final RingCutter cutter;

  Divider(Plane plane, Density density, RingCutter cutter) {
    this.plane = plane;
    this.density = density;
    this.cutter = cutter;
  }

  /** Exactly {@code parts} rings of about equal weight that together are the given one. */
  List<StreetRing> divide(StreetRing ring, int parts, Road.Kind kind, Seeded random) {
    List<StreetRing> out = new ArrayList<>(parts);
    divide(ring, parts, kind, random, out);
    return out;
  }

  private void divide(
      StreetRing ring, int parts, Road.Kind kind, Seeded random, List<StreetRing> out) {
    if (parts == 1) {
      out.add(ring);
      return;
    }
    RingCutter.Halves halves = cutter.cut(ring, parts, kind, random.fork(0));
    divide(halves.left(), halves.leftParts(), kind, random.fork(1), out);
    divide(halves.right(), halves.rightParts(), kind, random.fork(2), out);
  }

  /**
   * Shares a whole number among rings by weight, each getting at least {@code least} and at most
   * {@code most} (method of largest remainders, ties to the first).
   */
  int[] share(int total, List<StreetRing> rings, int least, int most) {
    double[] weight = rings.stream().mapToDouble(ring -> density.weight(plane, ring)).toArray();
    double sum = 0;
    for (double w : weight) {
      sum += w;
    }
    int[] share = new int[weight.length];
    int left = total;
    for (int i = 0; i < share.length; i++) {
      share[i] = Math.max(least, Math.min(most, (int) (total * weight[i] / sum)));
      left -= share[i];
    }
    while (left != 0) {
      int step = left > 0 ? 1 : -1;
      int best = -1;
      double bestNeed = -Double.MAX_VALUE;
      for (int i = 0; i < share.length; i++) {
        double need = step * (total * weight[i] / sum - share[i]);
        if (share[i] + step >= least && share[i] + step <= most && need > bestNeed) {
          best = i;
          bestNeed = need;
        }
      }
      share[best] += step;
      left -= step;
    }
    return share;
  }
}
