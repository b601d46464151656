package org.gridwright.core.hotspot.time;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.inference.NormalTail;

/**
 * Whether a series rises or falls: H. B. Mann (Econometrica 13, 1945) and M. G. Kendall (Rank
 * Correlation Methods, 1975), with the variance under ties, z with the continuity correction, and
 * exact chances of short series. The test takes values as exchangeable; z of overlapping windows
 * are not, which {@link #hamedRao} corrects for. Immutable.
 *
 * @param steps number of values
 * @param s pairs that rise less pairs that fall
 * @param variance of s when all orders of the values are equally likely
 * @param tau Kendall's tau-b
 * @param z (s ∓ 1) / √variance, 0 where s is; absent with a reason
 * @param normalP two-sided, of z
 * @param exactP two-sided, over all orders of the values as they tie; for up to {@value
 *     #LONGEST_EXACT} steps
 * @param reason why z is absent
 */
public record MannKendall(
    int steps,
    long s,
    double variance,
    OptionalDouble tau,
    OptionalDouble z,
    OptionalDouble normalP,
    OptionalDouble exactP,
    Optional<NoTrend> reason) {

  /** Numbers of orders are counted exactly up to here. */
  public static final int LONGEST_EXACT = 20;

  /** Below so many steps, {@link #p} is exact. */
  public static final int NORMAL_FROM = 10;

  /** The trend of a series of finite values. O(n²). */
  public static MannKendall of(double... values) {
    int n = values.length;
    long s = s(values);
    int[] ties = ties(values);
    double variance = n * (n - 1.0) * (2 * n + 5);
    double tiedPairs = 0;
    for (int t : ties) {
      variance -= t * (t - 1.0) * (2 * t + 5);
      tiedPairs += t * (t - 1.0) / 2;
    }
    variance /= 18;
    if (n < 3 || ties.length == 1) {
      return new MannKendall(
          n,
          s,
          Math.max(0, variance),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.of(n < 3 ? NoTrend.FEW_STEPS : NoTrend.ALL_EQUAL));
    }
    double pairs = n * (n - 1.0) / 2;
    double z = z(s, variance);
    return new MannKendall(
        n,
        s,
        variance,
        OptionalDouble.of(s / Math.sqrt(pairs * (pairs - tiedPairs))),
        OptionalDouble.of(z),
        OptionalDouble.of(NormalTail.twoSided(z)),
        n <= LONGEST_EXACT
            ? OptionalDouble.of(OrderChances.atLeast(s, ties))
            : OptionalDouble.empty(),
        Optional.empty());
  }

  private static long s(double[] values) {
    long s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        s += Double.compare(values[j] + 0.0, values[i] + 0.0);
      }
    }
    return s;
  }

  /** How often each value is there, the least first. */
  private static int[] ties(double[] values) {
    double[] sorted = values.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0;
    }
    Arrays.sort(sorted);
    int[] ties = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] != sorted[i - 1]) {
        groups++;
      }
      ties[groups]++;
    }
    return Arrays.copyOf(ties, sorted.length == 0 ? 0 : groups + 1);
  }

  private static double z(long s, double variance) {
    return s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
  }

  /**
   * The chance of a trend as strong either way: exact below {@value #NORMAL_FROM} steps, normal
   * from there on.
   */
  public OptionalDouble p() {
    return steps < NORMAL_FROM && exactP.isPresent() ? exactP : normalP;
  }

  /** 1 where it rises at this level, -1 where it falls, 0 where neither is shown. */
  public int direction(double level) {
    OptionalDouble p = p();
    return p.isPresent() && p.getAsDouble() <= level ? Long.signum(s) : 0;
  }

  /**
   * The same series with a variance that allows for serial correlation: K. H. Hamed, A. R. Rao, A
   * modified Mann–Kendall trend test for autocorrelated data, J. Hydrology 204, 1998. The Sen slope
   * is taken off, and the autocorrelations of the ranks that are significant at .05 are put in.
   * Chances are normal. Absent, with a reason, where no variance is left.
   *
   * @param values as they were given to {@link #of}
   */
  public MannKendall hamedRao(double... values) {
    if (reason.isPresent()) {
      return this;
    }
    double corrected = variance * SerialCorrelation.factor(values);
    if (!(corrected > 0)) {
      return new MannKendall(
          steps,
          s,
          0,
          tau,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.of(NoTrend.NO_VARIANCE_LEFT));
    }
    double z = z(s, corrected);
    double p = NormalTail.twoSided(z);
    return new MannKendall(
        steps,
        s,
        corrected,
        tau,
        OptionalDouble.of(z),
        OptionalDouble.of(p),
        OptionalDouble.empty(),
        Optional.empty());
  }
}
