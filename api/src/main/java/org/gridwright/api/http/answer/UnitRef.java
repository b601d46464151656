package org.gridwright.api.http.answer;

import java.util.Map;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A unit by code and name. */
public record UnitRef(String code, String name, Map<String, String> names) {

  /** The unit that a unit is part of; null at the top. */
  public static @Nullable UnitRef above(Plan plan, Unit unit) {
    return unit.parent()
        .flatMap(parent -> plan.unit(unit.depth() - 1, parent))
        .map(UnitRef::of)
        .orElse(null);
  }

  public static UnitRef of(Unit unit) {
    return new UnitRef(unit.code(), unit.name(), UnitNames.of(unit));
  }
}
