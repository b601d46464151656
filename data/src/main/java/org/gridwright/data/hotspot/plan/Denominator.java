package org.gridwright.data.hotspot.plan;

/**
 * What is at risk in a unit.
 *
 * @param kind what is taken
 * @param attribute its name; empty for other kinds
 */
public record Denominator(Kind kind, String attribute) {

  /** Nothing: counts are counts. */
  public static final Denominator NONE = new Denominator(Kind.NONE, "");

  public static final Denominator ADDRESSES = new Denominator(Kind.ADDRESSES, "");

  /** Square kilometres. */
  public static final Denominator AREA = new Denominator(Kind.AREA, "");

  /** What is taken. */
  public enum Kind {
    NONE,
    ADDRESSES,
    AREA,
    ATTRIBUTE
  }

  /** A number that the units are told, such as households. */
  public static Denominator attribute(String name) {
    return new Denominator(Kind.ATTRIBUTE, name);
  }

  /** What a {@link #id} means; any other word is an attribute's name. */
  public static Denominator named(String id) {
    return switch (id) {
      case "none" -> NONE;
      case "addresses" -> ADDRESSES;
      case "area" -> AREA;
      default -> attribute(id);
    };
  }

  /** The name used in APIs: {@code none}, {@code addresses}, {@code area}, or the attribute's. */
  public String id() {
    return switch (kind) {
      case NONE -> "none";
      case ADDRESSES -> "addresses";
      case AREA -> "area";
      case ATTRIBUTE -> attribute;
    };
  }
}
