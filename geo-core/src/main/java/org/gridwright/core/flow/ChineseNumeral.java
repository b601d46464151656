package org.gridwright.core.flow;

import java.util.OptionalInt;

/** Whole numbers from 1 to 9999 as Chinese writes them, such as 一百零二 for 102. */
final class ChineseNumeral {

  static final String SIGNS = "零一二三四五六七八九十百千";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};

  private ChineseNumeral() {}

  static String of(int number) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int place = 3; place >= 0; place--) {
      int digit = number / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap |= text.length() > 0;
        continue;
      }
      text.append(gap ? "零" : "");
      gap = false;
      boolean bareTen = place == 1 && digit == 1 && text.length() == 0;
      text.append(bareTen ? "" : DIGITS.charAt(digit)).append(PLACES[place]);
    }
    return text.toString();
  }

  /** The number that a text is; empty where it is none that {@link #of} writes. */
  static OptionalInt read(String text) {
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int at = DIGITS.indexOf(sign);
      if (at >= 0) {
        digit = at;
      } else {
        int place = "十百千".indexOf(sign) + 1;
        sum += (digit == 0 ? 1 : digit) * (int) Math.pow(10, place);
        digit = 0;
      }
    }
    sum += digit;
    return sum > 0 && sum < 10_000 && of(sum).equals(text)
        ? OptionalInt.of(sum)
        : OptionalInt.empty();
  }
}
