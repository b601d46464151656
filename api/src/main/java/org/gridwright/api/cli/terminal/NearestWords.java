package org.gridwright.api.cli.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
}
