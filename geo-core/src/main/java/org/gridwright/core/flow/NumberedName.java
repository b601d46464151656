package org.gridwright.core.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.fact.FactDeclaration;

/**
 * A way of naming units by number, such as {@code Grid 7} or 第七网格.
 *
 * @param before text before the number
 * @param after text after it
 * @param chinese whether the number is written in Chinese
 * @param digits fewest digits, filled up with zeros
 */
record NumberedName(String before, String after, boolean chinese, int digits) {

  private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]{1,6})([^0-9]*)");
  private static final Pattern LAST_NUMERAL =
      Pattern.compile(
          "(.*?)([%1$s]{1,8})([^%1$s]*)".formatted(ChineseNumeral.SIGNS), Pattern.DOTALL);

  /** A name taken apart. */
  private record Read(NumberedName pattern, int number) {}

  /**
   * A way that somebody chose: the number is written in Chinese where it comes after 第.
   *
   * @param pattern with {@link FactDeclaration#NUMBER} once
   */
  static NumberedName chosen(String pattern) {
    int number = pattern.indexOf(FactDeclaration.NUMBER);
    String before = pattern.substring(0, number);
    String after = pattern.substring(number + FactDeclaration.NUMBER.length());
    return new NumberedName(before, after, before.endsWith("第"), 1);
  }

  /** The way in which at least half of some names are given; empty where there is none. */
  static Optional<NumberedName> of(List<String> names) {
    Map<NumberedName, Integer> counts = new LinkedHashMap<>();
    names.forEach(
        name -> read(name).ifPresent(read -> counts.merge(read.pattern, 1, Integer::sum)));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> 2 * most.getValue() >= names.size())
        .map(Map.Entry::getKey);
  }

  /** The number in a name that was given in this way, with however many digits. */
  OptionalInt number(String name) {
    Optional<Read> read =
        read(name).filter(it -> it.pattern.before.equals(before) && it.pattern.after.equals(after));
    return read.isPresent() ? OptionalInt.of(read.get().number) : OptionalInt.empty();
  }

  String name(int number) {
    return before
        + (chinese ? ChineseNumeral.of(number) : String.format("%0" + digits + "d", number))
        + after;
  }

  private static Optional<Read> read(String name) {
    Matcher number = LAST_NUMBER.matcher(name);
    if (number.matches()) {
      String text = number.group(2);
      int digits = text.startsWith("0") ? text.length() : 1;
      NumberedName pattern = new NumberedName(number.group(1), number.group(3), false, digits);
      return Optional.of(new Read(pattern, Integer.parseInt(text)));
    }
    Matcher numeral = LAST_NUMERAL.matcher(name);
    if (!numeral.matches()) {
      return Optional.empty();
    }
    OptionalInt value = ChineseNumeral.read(numeral.group(2));
    return value.isPresent()
        ? Optional.of(
            new Read(
                new NumberedName(numeral.group(1), numeral.group(3), true, 1), value.getAsInt()))
        : Optional.empty();
  }
}
