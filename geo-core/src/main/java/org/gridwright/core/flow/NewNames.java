package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Names of new grids: by number, as their siblings are named, in each language in which these have
 * names. In scheme {@code cn15} the number is the sequence of the code, else the next one that no
 * sibling has. Where siblings have names of another kind, new grids are {@code Grid 7} and 第七网格;
 * where they have none, neither has a new one. A pattern that the theme has goes before all that.
 * For one change.
 */
final class NewNames {

  static final String NAME = "name";
  private static final NumberedName ENGLISH = new NumberedName("Grid ", "", false, 1);
  private static final NumberedName CHINESE = new NumberedName("第", "网格", true, 1);

  private final Plan before;
  private final GridsNear grids;
  private final Map<String, NumberedName> chosen = new TreeMap<>();
  private final Map<String, Siblings> byParent = new HashMap<>();

  /**
   * Names for new grids of a plan.
   *
   * @param grids finds grids of that plan
   * @param schema has the theme's patterns
   */
  NewNames(Plan before, GridsNear grids, FactSchema schema) {
    this.before = before;
    this.grids = grids;
    schema.namePatterns().forEach((key, each) -> chosen.put(key, NumberedName.chosen(each)));
  }

  /** How the grids of one parent are named, and the highest number that is taken. */
  private static final class Siblings {

    private final Map<String, NumberedName> patterns = new TreeMap<>();
    private int highest;
  }

  /** The grid with the names that are due to a new one. */
  Unit named(Unit unit) {
    Siblings siblings =
        byParent.computeIfAbsent(
            String.valueOf(unit.parentCode()), it -> siblings(unit.parentCode()));
    if (siblings.patterns.isEmpty()) {
      return unit;
    }
    int number = sequence(unit).orElse(siblings.highest + 1);
    siblings.highest = Math.max(siblings.highest, number);
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    siblings.patterns.forEach((key, pattern) -> attributes.put(key, pattern.name(number)));
    return called(unit, attributes);
  }

  /**
   * The unit with other attributes, of which {@link #NAME} becomes its name where it is there.
   *
   * @param attributes is used up
   */
  static Unit called(Unit unit, Map<String, String> attributes) {
    String name = attributes.remove(NAME);
    return new Unit(
        unit.depth(),
        unit.code(),
        unit.parentCode(),
        name == null ? unit.name() : name,
        attributes,
        unit.area(),
        unit.facts());
  }

  private OptionalInt sequence(Unit unit) {
    String parent = unit.parentCode();
    if (before.theme().codes() != CodeScheme.CN15
        || parent == null
        || !unit.code().matches("[0-9]{" + parent.length() + "}[0-9]{1,3}")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(unit.code().substring(parent.length())));
  }

  private Siblings siblings(@Nullable String parent) {
    Map<String, List<String>> names = new TreeMap<>();
    int count = 0;
    for (Unit unit : within(parent)) {
      if (Objects.equals(parent, unit.parentCode())) {
        count++;
        if (!unit.name().equals(unit.code())) {
          names.computeIfAbsent(NAME, it -> new ArrayList<>()).add(unit.name());
        }
        for (String key : new TreeSet<>(unit.attributes().keySet())) {
          if (key.startsWith(Unit.NAME_IN)) {
            names.computeIfAbsent(key, it -> new ArrayList<>()).add(unit.attributes().get(key));
          }
        }
      }
    }
    Siblings siblings = new Siblings();
    siblings.patterns.putAll(chosen);
    int all = count;
    names.forEach(
        (key, given) -> {
          if (2 * given.size() >= all && !chosen.containsKey(key)) {
            pattern(key, given).ifPresent(it -> siblings.patterns.put(key, it));
          }
        });
    names.forEach(
        (key, given) ->
            given.forEach(
                name -> {
                  NumberedName pattern = siblings.patterns.get(key);
                  siblings.highest =
                      Math.max(
                          siblings.highest, pattern == null ? 0 : pattern.number(name).orElse(0));
                }));
    return siblings;
  }

  /** The grids of a unit, and maybe others. */
  private List<Unit> within(@Nullable String parent) {
    int depth = before.theme().gridLevel().depth();
    if (parent == null || depth == 0) {
      return before.grids();
    }
    return before
        .unit(depth - 1, parent)
        .flatMap(unit -> Optional.ofNullable(unit.area()))
        .map(area -> grids.near(area.envelope()))
        .orElse(before.grids());
  }

  private static Optional<NumberedName> pattern(String key, List<String> given) {
    Optional<NumberedName> pattern = NumberedName.of(given);
    if (pattern.isPresent()) {
      return pattern;
    }
    return switch (key) {
      case NAME ->
          Optional.of(
              given.stream().anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic))
                  ? CHINESE
                  : ENGLISH);
      case Unit.NAME_IN + "en" -> Optional.of(ENGLISH);
      case Unit.NAME_IN + "zh" -> Optional.of(CHINESE);
      default -> Optional.empty();
    };
  }
}
