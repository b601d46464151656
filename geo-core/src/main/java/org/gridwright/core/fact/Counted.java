package org.gridwright.core.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody counted it.
 *
 * @param text the number as it was written; null where it is unknown
 * @param since day of which it tells; null where nobody said
 */
public record Counted(@Nullable String text, @Nullable LocalDate since) {

  /** Nobody knows. */
  public static final Counted UNKNOWN = new Counted(null, null);

  private static final String SINCE = "_since";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}([.][0-9]{1,9})?");

  /**
   * The attribute that says of which day the count in another one tells, such as {@code
   * households_since}.
   */
  public static String sinceKey(String attribute) {
    return attribute + SINCE;
  }

  /**
   * What the attributes of a unit say was counted on its ground.
   *
   * @param otherwise the day where its own attribute says none; null where nobody said
   */
  public static Counted of(
      Map<String, String> attributes, String attribute, @Nullable LocalDate otherwise) {
    String text = attributes.get(attribute);
    return text == null
        ? UNKNOWN
        : new Counted(text.strip(), day(attributes.get(sinceKey(attribute))).orElse(otherwise));
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The number that a text is, exactly; empty where it is none, or has more than 18 digits. */
  public static Optional<BigDecimal> number(@Nullable String text) {
    String stripped = text == null ? "" : text.strip();
    return NUMBER.matcher(stripped).matches()
        ? Optional.of(new BigDecimal(stripped))
        : Optional.empty();
  }

  /** The number; empty where it is unknown. */
  public Optional<BigDecimal> value() {
    return number(text);
  }
}
