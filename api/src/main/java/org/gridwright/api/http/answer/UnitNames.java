package org.gridwright.api.http.answer;

import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** Splits a unit's attributes into its names by language and the rest. */
public final class UnitNames {

  private UnitNames() {}

  /** Names by language tag, such as {@code zh}; empty where there are none. */
  public static Map<String, String> of(Unit unit) {
    return of(unit.attributes());
  }

  /** As above, of whatever carries a unit's attributes; a missing value is no name. */
  public static Map<String, String> of(Map<String, ? extends @Nullable Object> attributes) {
    Map<String, String> names = new TreeMap<>();
    attributes.forEach(
        (key, value) -> {
          if (value != null && key.startsWith(Unit.NAME_IN)) {
            names.put(key.substring(Unit.NAME_IN.length()), value.toString());
          }
        });
    return names;
  }

  /** The attributes that are no names. */
  public static Map<String, String> attributesOf(Unit unit) {
    Map<String, String> rest = new TreeMap<>(unit.attributes());
    rest.keySet().removeIf(key -> key.startsWith(Unit.NAME_IN));
    return rest;
  }
}
