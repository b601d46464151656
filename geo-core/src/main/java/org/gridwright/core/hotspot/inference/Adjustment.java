package org.gridwright.core.hotspot.inference;

import java.util.Arrays;
import java.util.Locale;

/**
 * What chances are worth when many are looked at together. Chances that are not defined take no
 * part, so that n below is the number of those that are.
 */
public enum Adjustment {
  /**
   * Benjamini–Hochberg: the least share of false claims among the claims, of independent or
   * positively dependent tests (Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57, 1995).
   */
  BH,
  /**
   * Benjamini–Yekutieli: the same under any dependence, larger by 1 + 1/2 + … + 1/n (Annals of
   * Statistics 29, 2001).
   */
  BY,
  /** Bonferroni: p · n, for any false claim at all. */
  BONFERRONI,
  /** Holm's step-down variant of Bonferroni's (Scand. J. Statist. 6, 1979). */
  HOLM,
  /** Hochberg's step-up variant (Biometrika 75, 1988). */
  HOCHBERG;

  /** The name used in APIs and column names, such as {@code bh}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The adjusted chances, at most 1, of the same places. O(n log n). */
  public PlaceFigures adjusted(PlaceFigures chances) {
    double[] sorted = chances.defined();
    Arrays.sort(sorted);
    double[] adjusted = ofSorted(sorted);
    return chances.map(p -> adjusted[position(sorted, p)]);
  }

  /** A position at which a chance stands; all that are equal have one adjusted chance. */
  private static int position(double[] sorted, double p) {
    return Arrays.binarySearch(sorted, p);
  }

  private double[] ofSorted(double[] p) {
    int n = p.length;
    double sum = 0;
    for (int i = 1; i <= n && this == BY; i++) {
      sum += 1.0 / i;
    }
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      double rank = i + 1.0;
      adjusted[i] =
          switch (this) {
            case BH -> p[i] * (n / rank);
            case BY -> p[i] * (sum * n / rank);
            case BONFERRONI -> p[i] * n;
            case HOLM, HOCHBERG -> p[i] * (n - rank + 1);
          };
    }
    if (this == HOLM) {
      for (int i = 1; i < n; i++) {
        adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
      }
    } else {
      for (int i = n - 2; i >= 0; i--) {
        adjusted[i] = Math.min(adjusted[i], adjusted[i + 1]);
      }
    }
    return Arrays.stream(adjusted).map(each -> Math.min(1, each)).toArray();
  }
}
