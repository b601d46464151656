package org.gridwright.core.hotspot.inference;

/**
 * What values are drawn from: their number, mean, and sums of powers about the mean.
 *
 * @param count number of values, at least 1
 * @param p2 Σ (a − mean)²
 * @param p3 Σ (a − mean)³
 * @param p4 Σ (a − mean)⁴
 */
record Population(int count, double mean, double p2, double p3, double p4) {

  /** Of sums of powers s1 … s4 about 0. */
  static Population ofPowers(int count, double s1, double s2, double s3, double s4) {
    double m = s1 / count;
    return new Population(
        count,
        m,
        s2 - m * s1,
        s3 - 3 * m * s2 + 2 * m * m * s1,
        s4 - 4 * m * s3 + 6 * m * m * s2 - 3 * m * m * m * s1);
  }

  /** How much of the squares about 0 is left about the mean: what cancelled, near 0 nearly all. */
  double left(double s2) {
    return s2 == 0 ? 1 : p2 / s2;
  }

  /** The same values times a factor. */
  Population scaled(double factor, double shift) {
    double square = factor * factor;
    return new Population(
        count, mean * factor + shift, p2 * square, p3 * square * factor, p4 * square * square);
  }
}
