package org.gridwright.core.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word may have meant. */
public final class NearestWords {

  private NearestWords() {}

  /**
   * The known words nearest to {@code word}, at most two, nearest first; empty where none is near.
   * Near means at most a third of the letters differ, or one word begins with the other.
   */
  public static List<String> to(String word, Collection<String> known) {
    String bare = bare(word);
    return known.stream()
        .filter(candidate -> near(bare, bare(candidate)))
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(bare, bare(candidate)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(2)
        .toList();
  }

  /**
   * The known word nearest to {@code word}, small and capital letters being the same; empty where
   * no known word has anything in common with it. Of words equally far away it is the one that
   * shares most letters in the same order.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String small = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> common(small, candidate.toLowerCase(Locale.ROOT)) > 0)
        .min(
            Comparator.<String>comparingInt(
                    candidate -> distance(small, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(candidate -> -common(small, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String bare(String word) {
    int equals = word.indexOf('=');
    return (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^-+", "");
  }

  private static boolean near(String word, String candidate) {
    boolean prefix =
        Math.min(word.length(), candidate.length()) >= 3
            && (candidate.startsWith(word) || word.startsWith(candidate));
    return prefix || distance(word, candidate) <= Math.max(word.length(), candidate.length()) / 3;
  }

  /** Damerau–Levenshtein distance (optimal string alignment): swapped neighbours count once. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  /** Length of the longest common subsequence. */
  private static int common(String a, String b) {
    int[][] length = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        length[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[a.length()][b.length()];
  }
}
