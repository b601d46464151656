package org.gridwright.core.balance;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;

/**
 * What units can have more or less of: addresses, incidents, ground, or whatever an extensive
 * attribute counts. An attribute that has the name of one of the former three cannot be asked for.
 *
 * @param id {@code addresses}, {@code incidents}, {@code area}, or the key of an attribute
 */
public record Measure(String id) {

  public static final Measure ADDRESSES = new Measure(FactDeclaration.ADDRESSES);
  public static final Measure INCIDENTS = new Measure("incidents");

  /** Ground, in square metres. */
  public static final Measure AREA = new Measure(FactDeclaration.AREA);

  private static final List<Measure> ALWAYS = List.of(ADDRESSES, INCIDENTS, AREA);

  /**
   * What a theme's units can be measured by: its extensive attributes, and what is always known.
   */
  public static List<Measure> of(FactSchema schema) {
    Stream<Measure> attributes =
        schema.declarations().stream()
            .filter(each -> each.kind() == FactKind.EXTENSIVE)
            .map(each -> new Measure(each.attribute()))
            .filter(Measure::isAttribute);
    return Stream.concat(attributes, ALWAYS.stream()).toList();
  }

  /** Whether it is an attribute of units that says how much they have. */
  public boolean isAttribute() {
    return !ALWAYS.contains(this);
  }
}
