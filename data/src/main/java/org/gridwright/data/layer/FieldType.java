package org.gridwright.data.layer;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import org.gridwright.core.plan.Plan;

/** What the values of a field are, and in which order they stand. */
public enum FieldType {
  /** {@code String}, by Unicode code point. */
  TEXT(String.class),
  /** {@code Long}. */
  INTEGER(Long.class),
  /** {@code LocalDateTime}, the city's local time, to the microsecond. */
  TIMESTAMP(LocalDateTime.class);

  private final Class<?> values;

  FieldType(Class<?> values) {
    this.values = values;
  }

  /** The name used in interfaces, such as {@code text}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a value is of this type. */
  boolean holds(Object value) {
    return values.isInstance(value);
  }

  /** The value as it is compared and stored. */
  Object exact(Object value) {
    return value instanceof LocalDateTime moment ? moment.truncatedTo(ChronoUnit.MICROS) : value;
  }

  /** Order of two values of this type. */
  int compare(Object left, Object right) {
    return ORDER.compare(left, right);
  }

  /** As {@code toString} wrote it. */
  Object read(String text) {
    try {
      return switch (this) {
        case TEXT -> text;
        case INTEGER -> Long.valueOf(text);
        case TIMESTAMP -> LocalDateTime.parse(text);
      };
    } catch (NumberFormatException | DateTimeParseException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }

  private static final Comparator<Object> ORDER =
      (left, right) -> {
        if (left instanceof String text) {
          return Plan.CODE_ORDER.compare(text, (String) right);
        }
        return left instanceof Long number
            ? number.compareTo((Long) right)
            : ((LocalDateTime) left).compareTo((LocalDateTime) right);
      };
}
