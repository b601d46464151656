package org.gridwright.data.exchange;

import java.util.Map;
import java.util.Optional;

/** What stands between the fields of a CSV, as people say it. */
public final class SeparatorWords {

  private static final Map<String, Character> WORDS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "bar", '|');

  private SeparatorWords() {}

  /**
   * The separator that a text means: {@code comma}, {@code semicolon}, {@code tab}, {@code \t},
   * {@code bar}, or the character itself; empty where it means none.
   */
  public static Optional<Character> meant(String said) {
    Character word = WORDS.get(said);
    if (word != null) {
      return Optional.of(word);
    }
    return said.length() == 1 && TextOptions.separates(said.charAt(0))
        ? Optional.of(said.charAt(0))
        : Optional.empty();
  }

  /** The text that means a separator: a word, or the character itself. */
  public static String word(char separator) {
    return switch (separator) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> String.valueOf(separator);
    };
  }
}
