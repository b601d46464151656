package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.data.search.words.HanText;
import org.jspecify.annotations.Nullable;

/**
 * Lays the words of a name along a question, in their order, so that as much as possible of the
 * name is found side by side: a local alignment after Smith and Waterman (1981), in which two words
 * may stand for one, and neighbours may be swapped. Time in proportion to the product of lengths.
 */
final class Alignment {

  /** What is lost by words that are missing, as a share of their weight, and by gaps between. */
  enum Costs {
    STREET(0.75, 0.3),
    PLACE(0.08, 0);

    private final double missing;
    private final double gap;

    Costs(double missing, double gap) {
      this.missing = missing;
      this.gap = gap;
    }
  }

  /** A token of the question, a word of the name, and how alike they are. */
  record Pair(int token, int word, double alike) {}

  /**
   * What was found of a name.
   *
   * @param score weights of what was found, less what was not
   * @param taken tokens, as bits
   */
  record Laid(double score, long taken, List<Pair> pairs, double found, double weight) {

    /** The first token taken. */
    int first() {
      return Long.numberOfTrailingZeros(taken);
    }

    /** The last token taken. */
    int last() {
      return 63 - Long.numberOfLeadingZeros(taken);
    }
  }

  private static final double LEAST_BEGUN = 0.4;
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double BESIDE_NUMBER = 0.5;
  private static final double BESIDE_NUMBER_HAN = 1.2;
  private static final double TYPED_SO_FAR = 0.3;
  private static final double RUN_TOGETHER = 0.93;
  private static final double SWAPPED = 0.8;
  private static final double SWAPPED_WORDS = 0.9;

  private final Question question;
  private final StreetEntry.Form form;
  private final Costs costs;
  private final long taken;
  private final double[] weights;
  private final double[] missing;
  private final double[][] whole;
  private final double[][] ending;
  private final byte[][] step;
  private final byte[][] from;

  private Alignment(Question question, StreetEntry.Form form, Costs costs, long taken)
      throws IOException {
    this.question = question;
    this.form = form;
    this.costs = costs;
    this.taken = taken;
    int words = form.words().length;
    weights = new double[words];
    missing = new double[words + 1];
    for (int j = 0; j < words; j++) {
      weights[j] = question.weight(form.words()[j]);
      missing[j + 1] = missing[j] + costs.missing * weights[j];
    }
    whole = new double[words + 1][question.size() + 1];
    ending = new double[words + 1][question.size() + 1];
    step = new byte[words + 1][question.size() + 1];
    from = new byte[words + 1][question.size() + 1];
  }

  /**
   * The best way to lay a name along a question; null where nothing of it is there.
   *
   * @param taken tokens that stand for something else, as bits
   */
  static @Nullable Laid of(Question question, StreetEntry.Form form, Costs costs, long taken)
      throws IOException {
    return form.words().length == 0 ? null : new Alignment(question, form, costs, taken).best();
  }

  /** What is known of a name of which nothing is there. */
  static Laid nothing(Question question, StreetEntry.Form form) throws IOException {
    double weight = 0;
    for (String word : form.words()) {
      weight += question.weight(word);
    }
    return new Laid(-Costs.STREET.missing * weight, 0, List.of(), 0, weight);
  }

  private @Nullable Laid best() {
    int words = weights.length;
    double best = NONE;
    int bestWord = 0;
    int bestToken = 0;
    Arrays.fill(whole[0], NONE);
    Arrays.fill(ending[0], NONE);
    for (int j = 1; j <= words; j++) {
      double[] alike = question.alike(form.words()[j - 1], form.raw()[j - 1]);
      whole[j][0] = NONE;
      ending[j][0] = NONE;
      for (int i = 1; i <= question.size(); i++) {
        ending[j][i] = ends(j, i, alike);
        goOn(j, i);
        double score = ending[j][i] - left(j, i);
        if (score > best) {
          best = score;
          bestWord = j;
          bestToken = i;
        }
      }
    }
    return best == NONE ? null : result(best, bestWord, bestToken);
  }

  /** What is lost by words that do not come any more; less where typing has only come so far. */
  private double left(int word, int token) {
    double lost = missing[weights.length] - missing[word];
    return token == question.size() && question.isUnfinished(token - 1)
        ? lost * TYPED_SO_FAR
        : lost;
  }

  private void goOn(int j, int i) {
    double best = ending[j][i];
    from[j][i] = 0;
    double skipped = whole[j - 1][i] - costs.missing * weights[j - 1];
    if (skipped > best) {
      best = skipped;
      from[j][i] = 1;
    }
    double passed = whole[j][i - 1] - (question.saysLittle(i - 1) ? costs.gap / 4 : costs.gap);
    if (passed > best) {
      best = passed;
      from[j][i] = 2;
    }
    whole[j][i] = best;
  }

  /** The best score of all that ends with a word found at a token. */
  private double ends(int j, int i, double[] alike) {
    if (isTaken(i - 1)) {
      return NONE;
    }
    double best = NONE;
    String word = form.words()[j - 1];
    if (alike[i - 1] > 0) {
      best = found(j - 1, i - 1, alike[i - 1]) + before(j - 1, i - 1) + beside(j, i);
      step[j][i] = 1;
    }
    if (i > 1 && !isTaken(i - 2) && isTorn(i, word)) {
      best = better(best, RUN_TOGETHER * weights[j - 1] + before(j - 1, i - 2), j, i, 2);
    }
    if (j > 1 && isJoined(i, j)) {
      best =
          better(
              best,
              RUN_TOGETHER * (weights[j - 1] + weights[j - 2]) + before(j - 2, i - 1),
              j,
              i,
              3);
    }
    if (i > 1 && j > 1 && !isTaken(i - 2) && isSwapped(i, j)) {
      boolean han = HanText.isHan(word.charAt(0));
      double kept = han ? SWAPPED : SWAPPED_WORDS;
      best =
          better(
              best,
              kept * (weights[j - 1] + weights[j - 2]) + before(j - 2, i - 2) + beside(j, i),
              j,
              i,
              4);
    }
    return best;
  }

  /** A word that is only like what was typed says no more than what was typed does. */
  private double found(int word, int token, double alike) {
    double weight = weights[word];
    String typed = question.token(token).text();
    if (question.isUnfinished(token) && form.words()[word].startsWith(typed)) {
      double share = (double) typed.length() / form.words()[word].length();
      return alike
          * Math.min(weight, question.weight(token))
          * (LEAST_BEGUN + (1 - LEAST_BEGUN) * share);
    }
    return alike
        * (alike < Similarity.AS_TYPED ? Math.min(weight, question.weight(token)) : weight);
  }

  private double better(double best, double other, int j, int i, int how) {
    if (other <= best) {
      return best;
    }
    step[j][i] = (byte) how;
    return other;
  }

  private double before(int j, int i) {
    return Math.max(-missing[j], whole[j][i]);
  }

  private double beside(int j, int i) {
    if (costs != Costs.STREET) {
      return 0;
    }
    if (j == weights.length && question.isBeforeNumber(i - 1)) {
      return HanText.isHan(form.words()[j - 1].charAt(0)) ? BESIDE_NUMBER_HAN : BESIDE_NUMBER;
    }
    return j == 1 && question.isAfterNumber(i - 1) ? BESIDE_NUMBER : 0;
  }

  private boolean isTaken(int token) {
    return (taken >> token & 1) != 0;
  }

  private boolean isTorn(int i, String word) {
    String one = question.token(i - 2).text();
    String other = question.token(i - 1).text();
    if (question.token(i - 1).isHan() || !word.startsWith(one)) {
      return false;
    }
    return question.isUnfinished(i - 1)
        ? word.length() >= one.length() + other.length() && word.startsWith(other, one.length())
        : word.length() == one.length() + other.length() && word.endsWith(other);
  }

  private boolean isJoined(int i, int j) {
    String typed = question.token(i - 1).text();
    String one = form.words()[j - 2];
    String other = form.words()[j - 1];
    boolean length =
        question.isUnfinished(i - 1)
            ? typed.length() > one.length() && typed.length() <= one.length() + other.length()
            : typed.length() == one.length() + other.length();
    return length && typed.startsWith(one) && other.startsWith(typed.substring(one.length()));
  }

  private boolean isSwapped(int i, int j) {
    return question.token(i - 1).text().equals(form.words()[j - 2])
        && question.token(i - 2).text().equals(form.words()[j - 1]);
  }

  private Laid result(double score, int word, int token) {
    List<Pair> pairs = new ArrayList<>();
    long used = 0;
    double found = 0;
    int j = word;
    int i = token;
    boolean ends = true;
    while (j > 0 && i > 0) {
      if (!ends && from[j][i] == 1) {
        j--;
        continue;
      }
      if (!ends && from[j][i] == 2) {
        i--;
        continue;
      }
      int how = step[j][i];
      int words = how == 3 || how == 4 ? 2 : 1;
      int tokens = how == 2 || how == 4 ? 2 : 1;
      double alike =
          how == 1
              ? question.alike(form.words()[j - 1], form.raw()[j - 1])[i - 1]
              : how == 4 ? SWAPPED : RUN_TOGETHER;
      for (int k = 0; k < Math.max(words, tokens); k++) {
        int at = i - 1 - Math.min(k, tokens - 1);
        used |= 1L << at;
        pairs.add(0, new Pair(at, j - 1 - Math.min(k, words - 1), alike));
      }
      for (int k = 0; k < words; k++) {
        found += alike * weights[j - 1 - k];
      }
      j -= words;
      i -= tokens;
      if (-missing[j] >= whole[j][i]) {
        break;
      }
      ends = false;
    }
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    return new Laid(score, used, List.copyOf(pairs), found, all);
  }
}
