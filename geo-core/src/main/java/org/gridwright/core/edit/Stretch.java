package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.gridwright.core.lattice.Packed;

/**
 * A stretch of border from vertex to vertex, {@link Packed}: where its inner vertices would lie
 * were it straight or smooth. Not thread-safe.
 */
final class Stretch {

  /** So often each corner moves halfway to the middle between its neighbours. */
  private static final int ROUNDS = 4;

  private final List<Long> way;
  private final Snap scale;

  /**
   * @param way two vertices or more
   */
  Stretch(List<Long> way, Snap scale) {
    this.way = way;
    this.scale = scale;
  }

  /**
   * Puts vertices onto the straight line between the ends: at their feet, or, where these do not
   * follow each other, at their share of the way.
   *
   * @param those the inner vertices that are needed
   * @param moves gets each that goes somewhere else
   */
  void straight(LongPredicate those, Map<Long, Long> moves) {
    double[] feet = feet();
    double[] shares = follow(feet, those) ? feet : sharesOfWay();
    long a = way.get(0);
    long b = way.get(way.size() - 1);
    for (int i = 1; i + 1 < way.size(); i++) {
      if (those.test(way.get(i))) {
        put(
            i,
            Packed.x(a) + shares[i] * ((double) Packed.x(b) - Packed.x(a)),
            Packed.y(a) + shares[i] * ((double) Packed.y(b) - Packed.y(a)),
            moves);
      }
    }
  }

  /**
   * Rounds the corners.
   *
   * @param those the inner vertices that may move
   */
  void smooth(LongPredicate those, Map<Long, Long> moves) {
    int n = way.size();
    double[] x = way.stream().mapToDouble(it -> Packed.x(it)).toArray();
    double[] y = way.stream().mapToDouble(it -> Packed.y(it)).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double[] oldX = x.clone();
      double[] oldY = y.clone();
      for (int i = 1; i + 1 < n; i++) {
        if (those.test(way.get(i))) {
          x[i] = (oldX[i - 1] + 2 * oldX[i] + oldX[i + 1]) / 4;
          y[i] = (oldY[i - 1] + 2 * oldY[i] + oldY[i + 1]) / 4;
        }
      }
    }
    for (int i = 1; i + 1 < n; i++) {
      put(i, x[i], y[i], moves);
    }
  }

  private void put(int i, double x, double y, Map<Long, Long> moves) {
    long goes = Packed.of((int) Math.round(x), (int) Math.round(y));
    if (goes != way.get(i)) {
      moves.put(way.get(i), goes);
    }
  }

  private boolean follow(double[] feet, LongPredicate those) {
    double last = 0;
    for (int i = 1; i + 1 < way.size(); i++) {
      if (those.test(way.get(i))) {
        if (feet[i] <= last || feet[i] >= 1) {
          return false;
        }
        last = feet[i];
      }
    }
    return true;
  }

  private double[] feet() {
    long a = way.get(0);
    long b = way.get(way.size() - 1);
    double dx = scale.eastward(a, b);
    double dy = scale.northward(a, b);
    return way.stream()
        .mapToDouble(
            it -> (scale.eastward(a, it) * dx + scale.northward(a, it) * dy) / (dx * dx + dy * dy))
        .toArray();
  }

  private double[] sharesOfWay() {
    double[] shares = new double[way.size()];
    for (int i = 1; i < shares.length; i++) {
      shares[i] = shares[i - 1] + scale.metres(way.get(i - 1), way.get(i));
    }
    double whole = shares[shares.length - 1];
    for (int i = 1; i < shares.length; i++) {
      shares[i] /= whole;
    }
    return shares;
  }
}
