package org.gridwright.data.exchange;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Points of a line as they are gathered from its pieces, in the ordinates of the file. */
final class CurveLine {

  private double[] xy = new double[16];
  private int size;

  void add(double x, double y) {
    if (2 * size == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * size] = x;
    xy[2 * size + 1] = y;
    size++;
  }

  /** Adds the points of another line, from its end where that is asked. */
  void addAll(CurveLine other, boolean backwards) {
    for (int i = 0; i < other.size; i++) {
      int at = backwards ? other.size - 1 - i : i;
      add(other.xy[2 * at], other.xy[2 * at + 1]);
    }
  }

  /** Adds a line that begins where this one ends; that point is not repeated. */
  void join(CurveLine next) {
    boolean touches = size > 0 && next.size > 0 && lastX() == next.xy[0] && lastY() == next.xy[1];
    for (int i = touches ? 1 : 0; i < next.size; i++) {
      add(next.xy[2 * i], next.xy[2 * i + 1]);
    }
  }

  double lastX() {
    return xy[2 * size - 2];
  }

  double lastY() {
    return xy[2 * size - 1];
  }

  CoordinateSequence sequence() {
    return new PackedCoordinateSequence.Double(Arrays.copyOf(xy, 2 * size), 2, 0);
  }
}
