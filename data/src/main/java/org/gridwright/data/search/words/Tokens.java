package org.gridwright.data.search.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.gridwright.data.search.words.Token.Kind;

/** Splits texts into tokens, addresses and questions alike. */
public final class Tokens {

  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "eme", "ere");
  private static final String SAYING = "-/,;&()+#";
  private static final String IN_WORDS = "\u00ad\u200b\u200c\u200d\ufeff";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  /** The tokens of a text, in order. */
  public static List<Token> of(String text) {
    Tokens tokens = new Tokens(clean(text));
    tokens.split();
    return List.copyOf(tokens.tokens);
  }

  /** A text as tokens of it are written: in lower case, without accents, simplified. */
  public static String folded(String text) {
    char[] from = text.toCharArray();
    char[] folded = new char[4 * from.length];
    int length = ASCIIFoldingFilter.foldToASCII(from, 0, folded, 0, from.length);
    return new String(folded, 0, length);
  }

  /**
   * In lower case, of one width, simplified, numerals as digits, signs that cannot be seen gone.
   */
  public static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < 128) {
        kept.append(each < ' ' ? ' ' : each);
      } else if (!isUnseen(each)) {
        kept.append(Character.isSurrogate(each) ? ' ' : each);
      }
    }
    String normal = Normalizer.normalize(kept, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean han = false;
    char[] simple = normal.toCharArray();
    for (int i = 0; i < simple.length; i++) {
      if (HanText.isHan(simple[i])) {
        simple[i] = HanText.simplified(simple[i]);
        han = true;
      }
    }
    return han ? Numerals.toDigits(new String(simple)) : normal;
  }

  private static boolean isUnseen(char each) {
    return IN_WORDS.indexOf(each) >= 0 || Character.getType(each) == Character.FORMAT;
  }

  private void split() {
    int at = 0;
    char gap = ' ';
    while (at < text.length()) {
      char each = text.charAt(at);
      int end = at + 1;
      if (HanText.isHan(each)) {
        add(at, end, Kind.HAN, gap);
      } else if (Character.isDigit(each)) {
        end = whole(at, true);
        int word = whole(end, false);
        boolean ordinal = ORDINALS.contains(folded(text.substring(end, word)));
        end = ordinal ? word : end;
        add(at, end, ordinal ? Kind.WORD : Kind.NUMBER, gap);
      } else if (Character.isLetter(each)) {
        end = whole(at, false);
        add(at, end, Kind.WORD, gap);
      } else {
        gap = gap == Token.NONE || SAYING.indexOf(gap) < 0 ? each : gap;
        at = end;
        continue;
      }
      gap = Token.NONE;
      at = end;
    }
  }

  private int whole(int from, boolean digits) {
    int end = from;
    while (end < text.length() && goesOn(text.charAt(end), digits)) {
      end++;
    }
    return end;
  }

  private static boolean goesOn(char each, boolean digits) {
    boolean letter =
        Character.isLetter(each) || Character.getType(each) == Character.NON_SPACING_MARK;
    return digits ? Character.isDigit(each) : letter && !HanText.isHan(each);
  }

  private void add(int from, int end, Kind kind, char gap) {
    String raw = text.substring(from, end);
    String folded = kind == Kind.HAN ? raw : folded(raw);
    tokens.add(new Token(folded, raw, kind, gap, end));
  }
}
