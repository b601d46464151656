package org.gridwright.core.hotspot.time;

/**
 * How many orders of values that may tie have so many pairs in the wrong order: the coefficients of
 * the Gaussian multinomial [n]!/([u₁]!·…·[u_k]!), of k groups of u equal values (P. A. MacMahon,
 * Combinatory Analysis, 1915). Exact in 64 bits for up to 20 values.
 */
final class OrderChances {

  private OrderChances() {}

  /**
   * The chance that Kendall's S of a random order is as far from 0 as s.
   *
   * @param ties how often each value is there
   */
  static double atLeast(long s, int[] ties) {
    long[] orders = orders(ties);
    int untied = orders.length - 1;
    long all = 0;
    long far = 0;
    for (int wrong = 0; wrong <= untied; wrong++) {
      all += orders[wrong];
      far += Math.abs(untied - 2L * wrong) >= Math.abs(s) ? orders[wrong] : 0;
    }
    return (double) far / all;
  }

  /** By number of pairs in the wrong order. */
  private static long[] orders(int[] ties) {
    long[] orders = {1};
    int placed = 0;
    for (int group : ties) {
      for (int j = 1; j <= group; j++) {
        orders = gaussian(orders, placed + j, j);
      }
      placed += group;
    }
    return orders;
  }

  /** The polynomial times (1 − q^up) / (1 − q^down), which leaves no rest. */
  private static long[] gaussian(long[] polynomial, int up, int down) {
    long[] product = new long[polynomial.length + up];
    for (int i = 0; i < polynomial.length; i++) {
      product[i] += polynomial[i];
      product[i + up] -= polynomial[i];
    }
    long[] quotient = new long[polynomial.length + up - down];
    for (int i = 0; i < quotient.length; i++) {
      quotient[i] = product[i] + (i < down ? 0 : quotient[i - down]);
    }
    return quotient;
  }
}
