package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was taken away as it is told and comes back: what was computed for its readers is
 * dropped, so that a sum does not come to be a stored total, or an estimate's mark an attribute.
 */
public final class UntoldPlan {

  private final Plan told;
  private final FactSchema schema;
  private final @Nullable Plan base;

  private UntoldPlan(Plan told, FactSchema schema, @Nullable Plan base) {
    this.told = told;
    this.schema = schema;
    this.base = base;
  }

  /**
   * The plan as it is stored. Takes two passes over its units.
   *
   * @param declared what its attributes are, as far as somebody said
   * @param base the stored plan that it was taken from; totals stored there stay where they are the
   *     sum as well
   */
  public static Plan of(Plan told, FactSchema declared, Optional<Plan> base) {
    FactSchema schema = FactBasis.of(told, declared, Places.NONE, null).schema();
    return new UntoldPlan(told, schema, base.orElse(null)).plan();
  }

  private Plan plan() {
    List<Unit> units = new ArrayList<>();
    int grids = told.theme().gridLevel().depth();
    for (int depth = 0; depth <= grids; depth++) {
      Map<String, Map<String, BigDecimal>> sums = depth < grids ? sums(depth + 1) : Map.of();
      for (Unit unit : told.units(depth)) {
        units.add(stored(unit, sums.getOrDefault(unit.code(), Map.of())));
      }
    }
    return Plan.of(told.theme(), units, told.voids());
  }

  private Unit stored(Unit unit, Map<String, BigDecimal> sums) {
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    for (FactDeclaration each : schema.declarations()) {
      String attribute = each.attribute();
      if (each.kind().isCounted() || each.kind() == FactKind.DERIVED) {
        attributes.remove(PlanFacts.basisKey(attribute));
      }
      if (each.kind() == FactKind.DERIVED) {
        attributes.remove(attribute);
      }
      String reference = attributes.remove(PlanFacts.referenceKey(attribute));
      if (reference != null) {
        attributes.put(attribute, reference);
      } else if (isSum(unit, attribute, sums)) {
        attributes.remove(attribute);
        inBase(unit, attribute).ifPresent(stored -> attributes.put(attribute, stored));
      }
    }
    return attributes.equals(unit.attributes()) ? unit : unit.withAttributes(attributes);
  }

  private static boolean isSum(Unit unit, String attribute, Map<String, BigDecimal> sums) {
    BigDecimal sum = sums.get(attribute);
    return sum != null
        && Counted.number(unit.attributes().get(attribute))
            .filter(number -> number.compareTo(sum) == 0)
            .isPresent();
  }

  private Optional<String> inBase(Unit unit, String attribute) {
    return Optional.ofNullable(base)
        .flatMap(plan -> plan.unit(unit.depth(), unit.code()))
        .flatMap(was -> Optional.ofNullable(was.attributes().get(attribute)));
  }

  /** What the units of a level say of each total, added up by the unit above. */
  private Map<String, Map<String, BigDecimal>> sums(int depth) {
    Map<String, Map<String, BigDecimal>> sums = new HashMap<>();
    for (Unit unit : told.units(depth)) {
      for (FactDeclaration each : schema.declarations()) {
        if (each.kind() == FactKind.EXTENSIVE) {
          Counted.number(unit.attributes().get(each.attribute()))
              .ifPresent(
                  number ->
                      sums.computeIfAbsent(unit.parent().orElseThrow(), it -> new HashMap<>())
                          .merge(each.attribute(), number, BigDecimal::add));
        }
      }
    }
    return sums;
  }
}
