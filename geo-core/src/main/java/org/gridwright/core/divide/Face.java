package org.gridwright.core.divide;

import org.gridwright.core.measure.LocalFrame;

/**
 * A block: a simple polygon that is not cut so far. What belongs to it never changes, but the part
 * that it is given to does.
 */
final class Face {

  /** Open ring of packed points, counter-clockwise; it touches itself nowhere. */
  final long[] ring;

  /** Positions of the weighted points that it owns. */
  final int[] points;

  /** What is balanced: weight, or square metres. */
  final double load;

  final double squareMetres;

  /** Centre of gravity, metres east of the frame's middle. */
  final double x;

  /** Centre of gravity, metres north of the frame's middle. */
  final double y;

  /** The part that it belongs to at present. */
  int part;

  /** The part to give it back to, should an attempt fail. */
  int home;

  Face(long[] ring, int[] points, double weight, boolean byArea, LocalFrame frame) {
    this.ring = ring;
    this.points = points;
    double sum = 0;
    double mx = 0;
    double my = 0;
    double ox = frame.x(ring[0]);
    double oy = frame.y(ring[0]);
    for (int i = 2; i < ring.length; i++) {
      double ax = frame.x(ring[i - 1]) - ox;
      double ay = frame.y(ring[i - 1]) - oy;
      double bx = frame.x(ring[i]) - ox;
      double by = frame.y(ring[i]) - oy;
      double cross = ax * by - bx * ay;
      sum += cross;
      mx += cross * (ax + bx);
      my += cross * (ay + by);
    }
    squareMetres = sum / 2;
    x = ox + mx / (3 * sum);
    y = oy + my / (3 * sum);
    load = byArea ? squareMetres : weight;
  }

  int before(int i) {
    return i == 0 ? ring.length - 1 : i - 1;
  }

  int after(int i) {
    return i == ring.length - 1 ? 0 : i + 1;
  }
}
