package org.gridwright.core.fact;

import org.gridwright.core.message.Message;

/**
 * What an attribute of a theme's units is.
 *
 * @param attribute key of the attribute
 * @param weight by what it is spread or averaged: {@link #ADDRESSES}, {@link #AREA}, or, where it
 *     is intensive or derived, the extensive attribute that it is a mean over or made from; empty
 *     where nothing is spread
 * @param digits decimal places to which an estimate is rounded at least; 0 to 9
 */
public record FactDeclaration(String attribute, FactKind kind, String weight, int digits) {

  /** Addresses of the ground weigh what is said of them; ground without any weighs by area. */
  public static final String ADDRESSES = "addresses";

  /** A square metre weighs as much as any other. */
  public static final String AREA = "area";

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

  public static FactDeclaration of(String attribute, FactKind kind) {
    return new FactDeclaration(attribute, kind, kind.isCounted() ? ADDRESSES : "", 0);
  }
}
