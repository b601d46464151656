package org.gridwright.data.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.plan.Unit;

/** What a tile says of a unit beside its ground. */
final class UnitTags {

  private UnitTags() {}

  /** Its code, name, names by language, and parent. */
  static Map<String, String> of(Unit unit) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("code", unit.code());
    tags.put("name", unit.name());
    tags.putAll(namesOf(unit));
    unit.parent().ifPresent(parent -> tags.put("parent", parent));
    return tags;
  }

  /** Its names in other languages, such as {@code name:zh}. */
  static Map<String, String> namesOf(Unit unit) {
    Map<String, String> names = new TreeMap<>();
    unit.attributes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(Unit.NAME_IN)) {
                names.put(key, value);
              }
            });
    return names;
  }
}
