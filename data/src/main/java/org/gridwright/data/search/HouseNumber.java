package org.gridwright.data.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;
import org.jspecify.annotations.Nullable;

/**
 * A house number.
 *
 * @param first the number, or the smaller one of a range
 * @param last the same, or the larger one of a range
 * @param suffix what tells houses of a number apart, such as "bis", as it was written; empty for
 *     none
 */
record HouseNumber(int first, int last, String suffix) {

  private static final int LONGEST_RANGE = 200;
  private static final int LONGEST_RANGE_BACK = 60;
  private static final int MOST_DIGITS = 7;
  private static final Set<String> WRITTEN =
      Set.of("bis", "ter", "quater", "quinquies", "sexies", "septies");
  private static final String STEMS = "甲乙丙丁戊己";

  /** Suffixes that may mean one another: a place in the row of those that follow the number. */
  private static final Map<String, Set<String>> MEANT =
      Map.ofEntries(
          Map.entry("a", Set.of("1")),
          Map.entry("甲", Set.of("1")),
          Map.entry("1", Set.of("1")),
          Map.entry("b", Set.of("2", "bis")),
          Map.entry("乙", Set.of("2")),
          Map.entry("2", Set.of("2")),
          Map.entry("bis", Set.of("2", "bis")),
          Map.entry("c", Set.of("3")),
          Map.entry("丙", Set.of("3")),
          Map.entry("3", Set.of("3")),
          Map.entry("ter", Set.of("3", "ter")),
          Map.entry("t", Set.of("ter")),
          Map.entry("d", Set.of("4")),
          Map.entry("丁", Set.of("4")),
          Map.entry("4", Set.of("4")),
          Map.entry("quater", Set.of("4", "quater")),
          Map.entry("q", Set.of("quater")));

  /** A number, where it is written, from a token to another, exclusive. */
  record NumberAt(HouseNumber number, int from, int end) {}

  boolean isRange() {
    return last > first;
  }

  /** Whether a number is this one, or one of its parity inside this range. */
  boolean holds(int number) {
    return number >= first && number <= last && (number - first) % 2 == 0;
  }

  /** How alike suffixes are: 1 for the same, less where they may mean each other, 0 otherwise. */
  double suffixLike(HouseNumber other) {
    if (suffix.equals(other.suffix)) {
      return 1;
    }
    Set<String> mine = MEANT.getOrDefault(suffix, Set.of());
    Set<String> others = MEANT.getOrDefault(other.suffix, Set.of());
    if (mine.stream().noneMatch(others::contains)) {
      return 0;
    }
    boolean written = WRITTEN.contains(suffix) || WRITTEN.contains(other.suffix);
    return written ? 0.9 : 0.8;
  }

  /** As it is written: "12bis", "12-1", "464-466". */
  String text() {
    if (isRange()) {
      return first + "-" + last + suffix;
    }
    boolean digit = !suffix.isEmpty() && Character.isDigit(suffix.charAt(0));
    return first + (digit ? "-" : "") + suffix;
  }

  /**
   * The number that begins at a token.
   *
   * @param free whether a token may belong to the number, as far as anybody else wants it
   * @param letters whether a letter that stands apart may be a suffix
   */
  static @Nullable NumberAt at(List<Token> tokens, int at, IntPredicate free, boolean letters) {
    Token token = tokens.get(at);
    if (token.text().length() > MOST_DIGITS) {
      return null;
    }
    int number = Integer.parseInt(token.text());
    int from = at;
    String suffix = "";
    if (at > 0
        && tokens.get(at - 1).isHan()
        && free.test(at - 1)
        && STEMS.contains(tokens.get(at - 1).text())) {
      suffix = tokens.get(at - 1).text();
      from--;
    }
    int next = at + 1;
    int last = number;
    if (isNumber(tokens, next, free)
        && "-/".indexOf(tokens.get(next).gap()) >= 0
        && tokens.get(next).text().length() <= MOST_DIGITS) {
      int other = Integer.parseInt(tokens.get(next).text());
      if (tokens.get(next).gap() == '-' && isRange(number, other)) {
        last = Math.max(number, other);
        number = Math.min(number, other);
      } else {
        suffix = tokens.get(next).text();
      }
      next++;
    }
    if (next < tokens.size() && tokens.get(next).isHan()) {
      return han(tokens, new NumberAt(new HouseNumber(number, last, suffix), from, next), free);
    }
    if (next < tokens.size() && free.test(next) && isSuffix(tokens, next, letters)) {
      suffix = suffix + tokens.get(next).text();
      next++;
      if (isNumber(tokens, next, free) && tokens.get(next).glued()) {
        suffix += tokens.get(next).text();
        next++;
      }
    }
    return new NumberAt(new HouseNumber(number, last, suffix), from, next);
  }

  /** Behind a number in Chinese: what it counts, and which of several. */
  private static NumberAt han(List<Token> tokens, NumberAt plain, IntPredicate free) {
    int next = plain.end();
    String suffix = plain.number().suffix();
    if (next < tokens.size() && free.test(next) && STEMS.contains(tokens.get(next).text())) {
      suffix = tokens.get(next++).text();
    }
    if (next < tokens.size() && (tokens.get(next).is('号') || tokens.get(next).is('弄'))) {
      next++;
    }
    if (next + 1 < tokens.size() && tokens.get(next).is('之') && tokens.get(next + 1).isNumber()) {
      suffix = tokens.get(next + 1).text();
      next += 2;
    } else if (next < tokens.size()
        && suffix.isEmpty()
        && free.test(next)
        && tokens.get(next).isHan()
        && STEMS.contains(tokens.get(next).text())) {
      suffix = tokens.get(next++).text();
    }
    HouseNumber number = plain.number();
    return new NumberAt(new HouseNumber(number.first, number.last, suffix), plain.from(), next);
  }

  private static boolean isNumber(List<Token> tokens, int at, IntPredicate free) {
    return at < tokens.size() && tokens.get(at).isNumber() && free.test(at);
  }

  private static boolean isRange(int one, int other) {
    if ((one - other) % 2 != 0 || one == other) {
      return false;
    }
    boolean sameLength = String.valueOf(one).length() == String.valueOf(other).length();
    return other > one
        ? other - one <= LONGEST_RANGE && other < 3L * one + 20
        : sameLength && one > 9 && one - other <= LONGEST_RANGE_BACK;
  }

  private static boolean isSuffix(List<Token> tokens, int at, boolean letters) {
    Token token = tokens.get(at);
    if (!token.isWord()) {
      return false;
    }
    if (WRITTEN.contains(token.text())) {
      return true;
    }
    boolean near = token.glued() || "-/".indexOf(token.gap()) >= 0;
    boolean alone = token.text().length() == 1;
    boolean lastLetter =
        at + 1 == tokens.size() || !tokens.get(at + 1).glued() || tokens.get(at + 1).isNumber();
    if (near) {
      return token.text().length() <= 2
          && lastLetter
          && (alone || !StreetWords.known().begins(token.text()));
    }
    return alone && letters && token.gap() == ' ';
  }
}
