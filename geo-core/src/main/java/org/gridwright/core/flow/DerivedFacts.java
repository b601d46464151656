package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.plan.Unit;

/**
 * Numbers that are computed from a unit's other ones and its ground: its area in square metres, or
 * how much of something extensive there is on a square kilometre. What is stored under their names
 * says nothing. Immutable.
 */
final class DerivedFacts {

  private static final BigDecimal SQUARE_KILOMETRE = BigDecimal.valueOf(1_000_000);

  private final List<FactDeclaration> declared;

  DerivedFacts(FactSchema schema) {
    this.declared =
        schema.declarations().stream().filter(each -> each.kind() == FactKind.DERIVED).toList();
  }

  boolean isNone() {
    return declared.isEmpty();
  }

  /**
   * The attributes of a unit with what is derived from them.
   *
   * @param unit as it is told
   */
  Map<String, String> with(Unit unit) {
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    BigDecimal area =
        unit.area() == null
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(GroundSize.squareMetres(unit.area()));
    for (FactDeclaration each : declared) {
      attributes.remove(each.attribute());
      value(unit, each, area)
          .map(value -> value.setScale(each.digits(), RoundingMode.HALF_UP).toPlainString())
          .ifPresent(text -> attributes.put(each.attribute(), text));
      String basis = unit.attributes().get(PlanFacts.basisKey(each.weight()));
      if (basis != null && attributes.containsKey(each.attribute())) {
        attributes.put(PlanFacts.basisKey(each.attribute()), basis);
      }
    }
    return attributes;
  }

  private static Optional<BigDecimal> value(Unit unit, FactDeclaration each, BigDecimal area) {
    if (area.signum() == 0) {
      return Optional.empty();
    }
    return each.weight().equals(FactDeclaration.AREA)
        ? Optional.of(area)
        : Counted.number(unit.attributes().get(each.weight()))
            .map(it -> it.multiply(SQUARE_KILOMETRE).divide(area, MathContext.DECIMAL64));
  }
}
