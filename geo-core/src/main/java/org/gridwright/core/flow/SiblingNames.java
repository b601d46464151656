package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.plan.Unit;

/**
 * Names of new units above the grids: by number, as their siblings are named in each language;
 * where these have names of another kind, that of a unit which gave ground, with the next number.
 */
public final class SiblingNames {

  private SiblingNames() {}

  /**
   * A new unit with the names that are due to it; as it is where neither siblings nor the giver
   * have names.
   *
   * @param siblings the other units below its parent, the giver perhaps among them
   * @param giver of whose ground it is made
   */
  public static Unit named(Unit unit, List<Unit> siblings, Unit giver) {
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    names(giver)
        .forEach(
            (key, name) -> {
              List<String> taken = new ArrayList<>();
              siblings.forEach(each -> taken.add(names(each).getOrDefault(key, "")));
              attributes.put(key, next(taken, name));
            });
    return NewNames.called(unit, attributes);
  }

  private static String next(List<String> taken, String name) {
    NumberedName pattern =
        NumberedName.of(taken.stream().filter(each -> !each.isEmpty()).toList())
            .orElseGet(() -> numbered(name));
    int highest = 1;
    for (String each : taken) {
      highest = Math.max(highest, pattern.number(each).orElse(0));
    }
    return pattern.name(highest + 1);
  }

  private static NumberedName numbered(String name) {
    boolean spaced = name.codePoints().noneMatch(Character::isIdeographic);
    return new NumberedName(spaced ? name + " " : name, "", false, 1);
  }

  private static Map<String, String> names(Unit unit) {
    Map<String, String> names = new TreeMap<>();
    if (!unit.name().equals(unit.code())) {
      names.put(NewNames.NAME, unit.name());
    }
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
