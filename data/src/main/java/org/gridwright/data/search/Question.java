package org.gridwright.data.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.data.search.words.HanText;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;
import org.gridwright.data.search.words.Tokens;

/** What was typed, in tokens, and how much each says in an index. For one thread. */
final class Question {

  private static final int MOST_TOKENS = 48;
  private static final int WORDS_BEFORE_WIDE = 3;
  private static final double COMMON = 3.5;
  private static final int MOST_OF_CITY = 8;
  private static final double ARTICLE = 0.3;
  private static final double NUMBER_AT_MOST = 3;

  private final List<Token> tokens;
  private final double[] weights;
  private final boolean unfinished;
  private final IndexedStreets streets;
  private final long wide;
  private final Map<String, double[]> alike = new HashMap<>();

  Question(List<Token> tokens, boolean unfinished, IndexedStreets streets) throws IOException {
    this.tokens = tokens;
    this.unfinished = unfinished;
    this.streets = streets;
    this.wide = wide(tokens);
    this.weights = new double[tokens.size()];
    for (int i = 0; i < weights.length; i++) {
      double weight = weight(tokens.get(i).text());
      weights[i] = tokens.get(i).isNumber() ? Math.min(weight, NUMBER_AT_MOST) : weight;
    }
  }

  static Question of(String text, IndexedStreets streets) throws IOException {
    List<Token> all = Tokens.of(text);
    List<Token> tokens = all.subList(0, Math.min(MOST_TOKENS, all.size()));
    boolean goesOn = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    return new Question(tokens, goesOn, streets);
  }

  List<Token> tokens() {
    return tokens;
  }

  Token token(int at) {
    return tokens.get(at);
  }

  int size() {
    return tokens.size();
  }

  /** How much a token says. */
  double weight(int at) {
    return weights[at];
  }

  /** Whether more of a token may follow; not of a state or country at the end. */
  boolean isUnfinished(int at) {
    return unfinished
        && at == tokens.size() - 1
        && !(at >= WORDS_BEFORE_WIDE && StreetWords.known().isWide(tokens.get(at).text()));
  }

  /** Whether a token, where nothing has it, is no wonder. */
  boolean saysLittle(int at) {
    if ((wide >> at & 1) != 0) {
      return true;
    }
    String text = tokens.get(at).text();
    StreetWords words = StreetWords.known();
    return words.isAround(text) || words.isWide(text) || words.isArticle(text);
  }

  /** Country, province and city, as they stand first in Chinese, as bits. */
  long wide() {
    return wide;
  }

  /** Country, province and city, as they stand first in Chinese, as bits. */
  private static long wide(List<Token> tokens) {
    long wide = 0;
    int from = 0;
    for (int i = 0; i < tokens.size() && tokens.get(i).isHan() && i - from < MOST_OF_CITY; i++) {
      if (i - from >= 2 && "省市国".contains(tokens.get(i).text())) {
        while (from <= i) {
          wide |= 1L << from++;
        }
      }
    }
    return wide;
  }

  /** How much a word of a street says. */
  double weight(String word) throws IOException {
    if (HanText.isHan(word.charAt(0))) {
      return streets.weight(StreetTerms.HAN, word);
    }
    double weight = streets.weight(StreetTerms.WORD, word);
    for (String meaning : StreetWords.known().meanings(word)) {
      weight = Math.min(weight, streets.weight(StreetTerms.MEANING, meaning));
    }
    return weight < COMMON && StreetWords.known().isArticle(word) ? weight * ARTICLE : weight;
  }

  /** How alike each token is to a word. */
  double[] alike(String word, String raw) {
    return alike.computeIfAbsent(
        raw,
        none -> {
          double[] each = new double[tokens.size()];
          for (int i = 0; i < each.length; i++) {
            each[i] = Similarity.of(tokens.get(i), isUnfinished(i), word, raw);
          }
          return each;
        });
  }

  /** Whether a number stands right before a token, with or without its suffix. */
  boolean isAfterNumber(int at) {
    return (at > 0 && tokens.get(at - 1).isNumber())
        || (at > 1 && tokens.get(at - 2).isNumber() && tokens.get(at - 1).text().length() < 5);
  }

  boolean isBeforeNumber(int at) {
    int next = at + 1;
    if (next + 1 < tokens.size() && "甲乙丙丁".contains(tokens.get(next).text())) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).isNumber();
  }
}
