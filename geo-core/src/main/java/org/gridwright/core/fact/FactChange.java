package org.gridwright.core.fact;

import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One attribute that is to be declared, declared otherwise, or no longer.
 *
 * @param kind what it is; null takes its declaration back
 * @param weight as {@link FactDeclaration#weight}; null for the one that it has where the kind
 *     stays, else for {@link FactDeclaration#ADDRESSES} where something is spread or averaged
 * @param digits as {@link FactDeclaration#digits}; null for those that it has, else for 0, or 2
 *     where something is derived from a total
 * @param pattern as {@link FactDeclaration#pattern}; null for the one that it has, else for none
 */
public record FactChange(
    String attribute,
    @Nullable FactKind kind,
    @Nullable String weight,
    @Nullable Integer digits,
    @Nullable String pattern) {

  /** What says nothing of a pattern. */
  public FactChange(
      String attribute,
      @Nullable FactKind kind,
      @Nullable String weight,
      @Nullable Integer digits) {
    this(attribute, kind, weight, digits, null);
  }

  /** Takes a declaration back. */
  public static FactChange back(String attribute) {
    return new FactChange(attribute, null, null, null, null);
  }

  /**
   * What is declared then.
   *
   * @param before what was declared; null where nothing was
   * @throws FactException when it makes no sense
   */
  FactDeclaration declaration(FactKind to, @Nullable FactDeclaration before) {
    if (to == FactKind.DERIVED && FactDeclaration.ADDRESSES.equals(weight)) {
      throw new FactException(Message.core("fact.derived", attribute));
    }
    int places = before == null ? usualDigits(to) : before.digits();
    return new FactDeclaration(
        attribute, to, weight(to, before), digits == null ? places : digits, pattern(to, before));
  }

  private int usualDigits(FactKind to) {
    return to == FactKind.DERIVED && !FactDeclaration.AREA.equals(weight) ? 2 : 0;
  }

  private String pattern(FactKind to, @Nullable FactDeclaration before) {
    if (pattern != null) {
      return pattern;
    }
    return before != null && to == FactKind.LABEL ? before.pattern() : "";
  }

  private String weight(FactKind to, @Nullable FactDeclaration before) {
    if (weight != null) {
      return weight;
    }
    if (before != null && before.kind() == to) {
      return before.weight();
    }
    return to.isCounted() ? FactDeclaration.ADDRESSES : "";
  }
}
