package org.gridwright.core.hotspot.inference;

import org.gridwright.core.hotspot.inference.LocalSum.Summand;

/**
 * The populations that each place's neighbours are drawn from: the other n − 1 places, as their
 * values or as squared differences from the own value. In constant time a place, from sums of
 * powers over all; where too much would cancel, which happens to few places only, by going over the
 * others twice. Immutable and thread-safe.
 */
final class Others {

  /** Where less than this is left of the squares, they are summed again about the mean. */
  private static final double LEAST_LEFT = 1e-5;

  private static final int POWERS = 8;
  private static final double[][] BINOMIAL = new double[POWERS + 1][POWERS + 1];

  static {
    for (int n = 0; n <= POWERS; n++) {
      BINOMIAL[n][0] = 1;
      for (int k = 1; k <= n; k++) {
        BINOMIAL[n][k] = BINOMIAL[n - 1][k - 1] + (k == n ? 0 : BINOMIAL[n - 1][k]);
      }
    }
  }

  private final Summand drawn;
  private final double[] values;
  private final double mean;
  private final double scale;
  private final double[] sums = new double[POWERS + 1];

  Others(Summand drawn, double[] values) {
    this.drawn = drawn;
    this.values = values;
    this.mean = Spread.mean(values);
    double squares = Spread.squares(values, mean);
    this.scale = squares > 0 ? Math.sqrt(squares / values.length) : 1;
    for (double value : values) {
      double power = 1;
      double centred = (value - mean) / scale;
      for (int k = 0; k <= POWERS; k++) {
        sums[k] += power;
        power *= centred;
      }
    }
  }

  /** What is drawn for a place from a value. */
  double drawn(int place, double value) {
    if (drawn == Summand.VALUE) {
      return value;
    }
    double difference = value - values[place];
    return difference * difference;
  }

  /** The population of the others of a place. */
  Population of(int place) {
    int n = values.length;
    double own = (values[place] - mean) / scale;
    double[] s = new double[5];
    double power = own;
    for (int r = 1; r <= 4; r++) {
      s[r] = drawn == Summand.VALUE ? sums[r] - power : differences(own, 2 * r);
      power *= own;
    }
    Population quick = Population.ofPowers(n - 1, s[1], s[2], s[3], s[4]);
    double all = drawn == Summand.VALUE ? sums[2] : s[2];
    if (quick.left(all) < LEAST_LEFT) {
      return summed(place);
    }
    return drawn == Summand.VALUE ? quick.scaled(scale, mean) : quick.scaled(scale * scale, 0);
  }

  /** Σ (own − c)^power over all, itself included, which adds nothing; the power is even. */
  private double differences(double own, int power) {
    double sum = 0;
    double factor = 1;
    for (int k = 0; k <= power; k++) {
      // the term of own^k, with the power − k that is left for the others; (−1)^(power − k)
      double sign = ((power - k) & 1) == 0 ? 1 : -1;
      sum += sign * BINOMIAL[power][k] * factor * sums[power - k];
      factor *= own;
    }
    return sum;
  }

  private Population summed(int place) {
    double[] others = new double[values.length - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = drawn(place, values[i < place ? i : i + 1]);
    }
    double middle = Spread.mean(others);
    double p2 = 0;
    double p3 = 0;
    double p4 = 0;
    for (double other : others) {
      double centred = other - middle;
      p2 += centred * centred;
      p3 += centred * centred * centred;
      p4 += centred * centred * centred * centred;
    }
    return Spread.isConstant(others)
        ? new Population(others.length, others[0], 0, 0, 0)
        : new Population(others.length, middle, p2, p3, p4);
  }
}
