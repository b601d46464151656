package org.gridwright.core.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
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

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}([.][0-9]{1,9})?");

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
