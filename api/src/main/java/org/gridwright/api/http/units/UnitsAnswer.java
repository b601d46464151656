package org.gridwright.api.http.units;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v1/units}. */
record UnitsAnswer(String theme, long plan, String level, int total, List<Item> units) {

  /**
   * @param within the unit that it is part of; null at the top
   * @param bounds {@code [west, south, east, north]} in degrees; null for an undrawn unit
   */
  record Item(
      String code,
      String name,
      Map<String, String> names,
      @Nullable String parent,
      @Nullable UnitRef within,
      @Nullable List<Double> bounds) {

    static Item of(Plan plan, Unit unit) {
      return new Item(
          unit.code(),
          unit.name(),
          UnitNames.of(unit),
          unit.parentCode(),
          UnitRef.above(plan, unit),
          unit.area() == null ? null : Bounds.of(unit.area().envelope()));
    }
  }
}
