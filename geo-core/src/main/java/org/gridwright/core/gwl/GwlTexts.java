package org.gridwright.core.gwl;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.core.plan.Unit;

/** Names of a unit in other languages as one text: language, U+0000, name, U+0000, … */
final class GwlTexts {

  private static final String END = "\0";

  private GwlTexts() {}

  static String languages(Unit unit) {
    return unit.attributes().entrySet().stream()
        .filter(each -> each.getKey().startsWith(Unit.NAME_IN))
        .map(each -> each.getKey() + END + each.getValue() + END)
        .collect(Collectors.joining());
  }

  /** The attributes that such a text says. */
  static Map<String, String> attributes(String languages) {
    Map<String, String> attributes = new TreeMap<>();
    String[] parts = languages.split(END, -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      attributes.put(parts[i], parts[i + 1]);
    }
    return attributes;
  }
}
