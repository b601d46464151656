package org.gridwright.api.http.answer;

import java.util.Map;
import org.gridwright.core.plan.Unit;

/** A unit by code and name. */
public record UnitRef(String code, String name, Map<String, String> names) {

  public static UnitRef of(Unit unit) {
    return new UnitRef(unit.code(), unit.name(), UnitNames.of(unit));
  }
}
