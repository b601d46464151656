package org.gridwright.core.hotspot.density;

/**
 * Quintic B-splines on whole numbers (I. J. Schoenberg 1946): what a place gives to the six nodes
 * around it, and reads from them. Pure.
 */
final class Splines {

  /** Nodes that a place touches along an axis. */
  static final int WIDTH = 6;

  private Splines() {}

  /** The first of the six nodes around a place. */
  static int firstNode(double place) {
    return (int) Math.floor(place) - 2;
  }

  /**
   * The values of the splines of the six nodes at a place.
   *
   * @param part of the place beyond the whole number below it, from 0 to below 1
   */
  static void fill(double part, double[] values) {
    double t = part;
    double t2 = t * t;
    double t3 = t2 * t;
    double t4 = t3 * t;
    double t5 = t4 * t;
    double u = 1 - t;
    double u2 = u * u;
    values[0] = u2 * u2 * u / 120;
    values[1] = (26 - 50 * t + 20 * t2 + 20 * t3 - 20 * t4 + 5 * t5) / 120;
    values[2] = (66 - 60 * t2 + 30 * t4 - 10 * t5) / 120;
    values[3] = (26 + 50 * t + 20 * t2 - 20 * t3 - 20 * t4 + 10 * t5) / 120;
    values[4] = (1 + 5 * t + 10 * t2 + 10 * t3 + 5 * t4 - 5 * t5) / 120;
    values[5] = t5 / 120;
  }
}
