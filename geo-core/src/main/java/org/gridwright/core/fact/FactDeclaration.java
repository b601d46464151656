package org.gridwright.core.fact;

import java.util.regex.Pattern;
import org.gridwright.core.message.Message;

/**
 * What an attribute of a theme's units is.
 *
 * @param attribute key of the attribute
 * @param weight by what it is spread or averaged: {@link #ADDRESSES}, {@link #AREA}, or, where it
 *     is intensive, the extensive attribute that it is a mean over; of what is derived, the
 *     extensive attribute of which it tells how much there is on a square kilometre, or {@link
 *     #AREA} where it is the area in square metres; empty where nothing is spread
 * @param digits decimal places to which an estimate is rounded at least; 0 to 9
 * @param pattern of the labels {@code name}, {@code name:en}, {@code name:zh} and the like: how new
 *     grids are named, such as {@code Grid {n}}; empty where they are named as their siblings are
 */
public record FactDeclaration(
    String attribute, FactKind kind, String weight, int digits, String pattern) {

  /** Addresses of the ground weigh what is said of them; ground without any weighs by area. */
  public static final String ADDRESSES = "addresses";

  /** A square metre weighs as much as any other. */
  public static final String AREA = "area";

  /** What stands for the number in the pattern of a name. */
  public static final String NUMBER = "{n}";

  private static final Pattern NAME = Pattern.compile("name(:[A-Za-z0-9_-]+)?");
  private static final int MAX_PATTERN = 100;

  public FactDeclaration {
    if (attribute.isBlank() || attribute.length() > 128) {
      throw new FactException(Message.core("fact.attribute", attribute));
    }
    if (digits < 0 || digits > 9) {
      throw new FactException(Message.core("fact.digits", attribute));
    }
    boolean weighed = kind.isCounted() || kind == FactKind.DERIVED;
    if (weighed == weight.isEmpty()) {
      throw new FactException(Message.core("fact.weight", attribute, kind.id()));
    }
    if (!pattern.isEmpty() && !isPattern(attribute, kind, pattern)) {
      throw new FactException(Message.core("fact.pattern", attribute, pattern));
    }
  }

  /** What has no pattern. */
  public FactDeclaration(String attribute, FactKind kind, String weight, int digits) {
    this(attribute, kind, weight, digits, "");
  }

  /** Households and the like, spread over addresses and told as whole numbers. */
  public static FactDeclaration extensive(String attribute) {
    return new FactDeclaration(attribute, FactKind.EXTENSIVE, ADDRESSES, 0);
  }

  /**
   * A mean.
   *
   * @param weight an extensive attribute, {@link #ADDRESSES} or {@link #AREA}
   */
  public static FactDeclaration intensive(String attribute, String weight) {
    return new FactDeclaration(attribute, FactKind.INTENSIVE, weight, 0);
  }

  /**
   * How new grids are named.
   *
   * @param attribute {@code name}, or that with a language, such as {@code name:zh}
   */
  public static FactDeclaration naming(String attribute, String pattern) {
    return new FactDeclaration(attribute, FactKind.LABEL, "", 0, pattern);
  }

  public static FactDeclaration of(String attribute, FactKind kind) {
    return new FactDeclaration(attribute, kind, kind.isCounted() ? ADDRESSES : "", 0);
  }

  private static boolean isPattern(String attribute, FactKind kind, String pattern) {
    int number = pattern.indexOf(NUMBER);
    return kind == FactKind.LABEL
        && NAME.matcher(attribute).matches()
        && number >= 0
        && pattern.indexOf(NUMBER, number + 1) < 0
        && pattern.length() <= MAX_PATTERN
        && pattern.chars().noneMatch(Character::isISOControl);
  }
}
