package org.gridwright.core.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gridwright.core.fact.UnitFacts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One area at one level of a plan.
 *
 * @param depth depth of its level, 0 for the coarsest
 * @param code identity within theme and level
 * @param parentCode code of the unit one level above; null only at depth 0
 * @param name display name; the code where there is none
 * @param attributes further text by key, in key order; {@code name:en} and {@code name:zh} carry
 *     names in other languages
 * @param area null only for an upper unit that was not drawn yet
 * @param facts what it holds of counts on ground that is not, or not only, its own any more; what
 *     it holds is not among the attributes
 */
public record Unit(
    int depth,
    String code,
    @Nullable String parentCode,
    String name,
    Map<String, String> attributes,
    @Nullable LatticeMultiPolygon area,
    UnitFacts facts) {

  /** The attribute that says how many households a unit has. */
  public static final String HOUSEHOLDS = "households";

  /** How attributes begin that are names in another language, which follows. */
  public static final String NAME_IN = "name:";

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");

  public Unit {
    if (code.isBlank() || code.length() > 128 || code.chars().anyMatch(Character::isISOControl)) {
      throw new PlanException(Message.core("plan.unit-code", code));
    }
    if ((depth == 0) != (parentCode == null)) {
      throw new PlanException(Message.core("plan.unit-parent", code));
    }
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** A unit whose attributes say everything that was counted on it. */
  public Unit(
      int depth,
      String code,
      @Nullable String parentCode,
      String name,
      Map<String, String> attributes,
      @Nullable LatticeMultiPolygon area) {
    this(depth, code, parentCode, name, attributes, area, UnitFacts.NONE);
  }

  public Optional<String> parent() {
    return Optional.ofNullable(parentCode);
  }

  /**
   * An attribute that is a number of something; empty where the unit does not say, or says more.
   */
  public OptionalDouble amount(String attribute) {
    String text = attributes.getOrDefault(attribute, "").strip();
    return AMOUNT.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /**
   * The area of a grid or of a drawn upper unit.
   *
   * @throws IllegalStateException for an upper unit that was not drawn yet
   */
  public LatticeMultiPolygon drawnArea() {
    if (area == null) {
      throw new IllegalStateException(
          "unit '" + code + "' has no area yet; draw the plan's upper levels first");
    }
    return area;
  }

  public Unit withArea(LatticeMultiPolygon drawn) {
    return new Unit(depth, code, parentCode, name, attributes, drawn, facts);
  }

  public Unit withAttributes(Map<String, String> other) {
    return new Unit(depth, code, parentCode, name, other, area, facts);
  }

  public Unit withFacts(UnitFacts other) {
    return new Unit(depth, code, parentCode, name, attributes, area, other);
  }
}
