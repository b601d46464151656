package org.gridwright.api.http.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** The properties of features, the same wherever the features are sent. */
public final class Properties {

  private Properties() {}

  public static Map<String, @Nullable Object> of(Unit unit, Level level) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("code", unit.code());
    properties.put("name", unit.name());
    properties.put("names", UnitNames.of(unit));
    properties.put("parent", unit.parentCode());
    properties.put("level", level.name());
    return properties;
  }

  public static Map<String, @Nullable Object> of(DeclaredVoid declared) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", declared.name());
    properties.put("kind", declared.kind().id());
    return properties;
  }
}
