package org.gridwright.data.search;

import org.gridwright.data.search.words.HanText;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;

/** How alike what was typed and a word are, from 0 to 1. Pure. */
final class Similarity {

  static final double MEANS_THE_SAME = 0.97;
  static final double OTHER_ACCENTS = 0.995;

  /** What is at least as alike was not mistyped. */
  static final double AS_TYPED = 0.96;

  private static final double SOUNDS_ALIKE = 0.72;
  private static final double UNFINISHED = 0.8;
  private static final int LETTERS_FOR_ONE_ERROR = 4;
  private static final int LETTERS_FOR_TWO_ERRORS = 6;

  private Similarity() {}

  /**
   * @param unfinished whether more of the token may follow
   */
  static double of(Token token, boolean unfinished, String word, String raw) {
    String text = token.text();
    if (text.equals(word)) {
      return token.raw().equals(raw) ? 1 : OTHER_ACCENTS;
    }
    if (token.isHan() || HanText.isHan(word.charAt(0))) {
      return token.isHan() && HanText.isHan(word.charAt(0)) && soundAlike(text, word)
          ? SOUNDS_ALIKE
          : 0;
    }
    if (StreetWords.known().same(text, word)) {
      return MEANS_THE_SAME;
    }
    if (token.isNumber() || Character.isDigit(word.charAt(0))) {
      return 0;
    }
    double errors = mistyped(text, word);
    if (unfinished && word.startsWith(text)) {
      return Math.max(errors, UNFINISHED + 0.15 * text.length() / word.length());
    }
    return errors;
  }

  private static boolean soundAlike(String one, String other) {
    String sound = HanText.sound(one.charAt(0));
    return !sound.isEmpty() && sound.equals(HanText.sound(other.charAt(0)));
  }

  /** How alike words are that differ by errors of typing; 0 where there are too many. */
  static double mistyped(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    int most = mostErrors(longer);
    if (longer - shorter > most || shorter < 3 || letters(one, other) > 2 * most) {
      return 0;
    }
    int errors = distance(one, other, most);
    if (errors > most) {
      return 0;
    }
    double least = errors == 1 ? 0.45 : 0.4;
    return Math.max(least, 1 - (errors == 1 ? 1.1 : 2.4) / longer);
  }

  /** How many errors a word of so many letters may have. */
  static int mostErrors(int letters) {
    if (letters < LETTERS_FOR_ONE_ERROR) {
      return 0;
    }
    return letters < LETTERS_FOR_TWO_ERRORS ? 1 : 2;
  }

  /** In how many letters words differ at least, as far as sets of letters tell. */
  private static int letters(String one, String other) {
    return Integer.bitCount(set(one) ^ set(other));
  }

  private static int set(String word) {
    int set = 0;
    for (int i = 0; i < word.length(); i++) {
      set |= 1 << (word.charAt(i) & 31);
    }
    return set;
  }

  /**
   * Letters wrong, missing, too many or swapped with their neighbour (optimal string alignment).
   */
  private static int distance(String one, String other, int most) {
    int width = other.length() + 1;
    int[] before = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int best = i;
      for (int j = 1; j < width; j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int value = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(value, before[j - 2] + 1) : value;
        best = Math.min(best, row[j]);
      }
      if (best > most) {
        return most + 1;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[width - 1];
  }
}
