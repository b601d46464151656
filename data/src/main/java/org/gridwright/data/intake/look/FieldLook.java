package org.gridwright.data.intake.look;

import java.util.List;
import java.util.Locale;

/**
 * A field of a file, as the records looked at have it.
 *
 * @param filled records that have a value
 * @param distinct different values
 * @param examples the first different values, cut where they are long
 */
public record FieldLook(String name, Kind kind, long filled, int distinct, List<String> examples) {

  /** What the values of a field are, all of them. */
  public enum Kind {
    /** There is no value. */
    EMPTY,
    /** Digits, perhaps with a sign. */
    WHOLE,
    /** Numbers, some with decimals. */
    DECIMAL,
    /** Days or moments. */
    TIME,
    TEXT;

    /** The name used in APIs, such as {@code whole}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FieldLook {
    examples = List.copyOf(examples);
  }

  /** Whether values are numbers. */
  boolean isNumber() {
    return kind == Kind.WHOLE || kind == Kind.DECIMAL;
  }
}
