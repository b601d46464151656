package org.gridwright.data.search.words;

/** Chinese numerals. */
final class Numerals {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String TENS = "十百千";
  private static final String COUNTED = "号弄栋幢单室楼层座院户";
  private static final String BEFORE = "路街道巷弄号段之";
  private static final int LONGEST = 7;

  private Numerals() {}

  /**
   * A text in which numerals that number something are digits: those before what is numbered, and
   * those behind the name of a street.
   *
   * @param text simplified
   */
  static String toDigits(String text) {
    StringBuilder made = null;
    for (int at = 0; at < text.length(); at++) {
      int end = at;
      while (end < text.length() && isNumeral(text.charAt(end))) {
        end++;
      }
      boolean numbers = end > at && end - at <= LONGEST && numbers(text, at, end);
      if (numbers && made == null) {
        made = new StringBuilder(text.substring(0, at));
      }
      if (made != null) {
        made.append(
            numbers
                ? String.valueOf(value(text.substring(at, end)))
                : text.substring(at, Math.max(end, at + 1)));
      }
      at = Math.max(at, end - 1);
    }
    return made == null ? text : made.toString();
  }

  private static boolean numbers(String text, int from, int end) {
    boolean counted = end < text.length() && COUNTED.indexOf(text.charAt(end)) >= 0;
    boolean behind =
        from > 0
            && BEFORE.indexOf(text.charAt(from - 1)) >= 0
            && (end == text.length() || !HanText.isHan(text.charAt(end)));
    return counted || behind;
  }

  private static boolean isNumeral(char character) {
    return DIGITS.indexOf(character) >= 0
        || TENS.indexOf(character) >= 0
        || character == '零'
        || character == '两';
  }

  /** The value of a numeral; digits side by side are read as such. */
  static long value(String numeral) {
    String plain = numeral.replace('零', '〇').replace('两', '二');
    boolean positional = plain.chars().noneMatch(each -> TENS.indexOf(each) >= 0);
    long sum = 0;
    long digit = 0;
    for (int i = 0; i < plain.length(); i++) {
      char each = plain.charAt(i);
      int ten = TENS.indexOf(each);
      if (positional) {
        sum = 10 * sum + DIGITS.indexOf(each);
      } else if (ten >= 0) {
        sum += Math.max(digit, digit == 0 && sum == 0 ? 1 : digit) * (long) Math.pow(10, ten + 1);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(each);
      }
    }
    return sum + digit;
  }
}
