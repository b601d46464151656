package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;

/**
 * A corner as it was typed.
 *
 * @param one the first street
 * @param other the second street, and what may stand behind it, such as a town
 * @param said whether the words leave no other meaning, as "corner of" does, or a sign between
 */
record CornerQuestion(List<Token> one, List<Token> other, boolean said) {

  private static final String SIGNS = "&/+";
  private static final String STREET_ENDS = "路街道巷弄";

  /**
   * The ways to read a question as two streets, the likeliest first; none where it is no corner.
   */
  static List<CornerQuestion> of(List<Token> tokens) {
    List<Token> rest = new ArrayList<>(tokens);
    boolean said = takeCornerWords(rest);
    List<CornerQuestion> ways = new ArrayList<>();
    for (int i = 1; i < rest.size(); i++) {
      Token token = rest.get(i);
      boolean sign = SIGNS.indexOf(token.gap()) >= 0 && !isNumbers(rest, i);
      if (sign) {
        ways.add(0, new CornerQuestion(rest.subList(0, i), rest.subList(i, rest.size()), true));
      } else if (i + 1 < rest.size() && StreetWords.known().joins(token.text())) {
        ways.add(new CornerQuestion(rest.subList(0, i), rest.subList(i + 1, rest.size()), said));
      } else if (said && rest.get(i - 1).isHan() && STREET_ENDS.contains(rest.get(i - 1).text())) {
        ways.add(new CornerQuestion(rest.subList(0, i), rest.subList(i, rest.size()), true));
      }
    }
    return ways.stream().limit(3).toList();
  }

  private static boolean isNumbers(List<Token> tokens, int at) {
    return tokens.get(at).isNumber() || tokens.get(at - 1).isNumber();
  }

  /** Takes away the words that say that a corner is meant; whether there are any. */
  private static boolean takeCornerWords(List<Token> tokens) {
    boolean said = false;
    for (String end : List.of("交叉路口", "交叉口", "十字路口", "交汇处", "交口", "路口")) {
      said |= takeHan(tokens, end);
    }
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (StreetWords.known().isCorner(tokens.get(i).text())) {
        tokens.remove(i);
        said = true;
      }
    }
    return said;
  }

  private static boolean takeHan(List<Token> tokens, String end) {
    int from = tokens.size() - end.length();
    if (from < 1) {
      return false;
    }
    StringBuilder last = new StringBuilder();
    tokens.subList(from, tokens.size()).forEach(token -> last.append(token.text()));
    boolean there = last.toString().equals(end);
    if (there) {
      boolean wholeStreet = end.equals("路口") && !"路街道巷与和、 ".contains(tokens.get(from - 1).text());
      tokens.subList(wholeStreet ? from + 1 : from, tokens.size()).clear();
    }
    return there;
  }
}
