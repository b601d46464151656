package org.gridwright.data.search.words;

/**
 * A word, a number or a Chinese character of a text.
 *
 * @param text folded: lower case, without accents, simplified
 * @param raw in lower case as it was written
 * @param kind what it is
 * @param gap what stands before it: {@link #NONE} where nothing does, a blank, or the sign that
 *     says most
 * @param end where it ends in the text
 */
public record Token(String text, String raw, Kind kind, char gap, int end) {

  /** Nothing stands before it. */
  public static final char NONE = 0;

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    HAN
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  public boolean isHan() {
    return kind == Kind.HAN;
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Whether it is this Chinese character. */
  public boolean is(char han) {
    return kind == Kind.HAN && text.charAt(0) == han;
  }

  /** Whether it stands right behind what is before it. */
  public boolean glued() {
    return gap == NONE;
  }
}
