package org.gridwright.core.message;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Units that a sentence speaks of. It has their codes; who knows the plan can say their names
 * instead.
 *
 * @param codes in the order in which they are named
 * @param more whether there are others that are not named
 */
public record UnitCodes(List<String> codes, boolean more) implements Serializable {

  public UnitCodes {
    codes = List.copyOf(codes);
  }

  public static UnitCodes of(String code) {
    return new UnitCodes(List.of(code), false);
  }

  /** The first few of some units. */
  public static UnitCodes first(List<String> codes, int most) {
    return new UnitCodes(codes.subList(0, Math.min(most, codes.size())), codes.size() > most);
  }

  /** The codes. */
  @Override
  public String toString() {
    return codes.stream().collect(Collectors.joining(", ")) + (more ? ", …" : "");
  }
}
