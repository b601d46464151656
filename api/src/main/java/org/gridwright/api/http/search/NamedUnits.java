package org.gridwright.api.http.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.search.words.Token;
import org.gridwright.data.search.words.Tokens;
import org.gridwright.data.snapshot.PlanSnapshot;

/** The units of one plan by names and codes, at every level. Immutable. */
final class NamedUnits {

  private final long plan;
  private final long revision;
  private final NavigableMap<String, List<Unit>> byName = new TreeMap<>();

  NamedUnits(PlanSnapshot snapshot) {
    plan = snapshot.id();
    revision = snapshot.revision();
    for (int depth = 0; depth < snapshot.theme().levels().size(); depth++) {
      for (Unit unit : snapshot.plan().units(depth)) {
        names(unit).forEach(name -> add(name, unit));
      }
    }
  }

  boolean isOf(PlanSnapshot snapshot) {
    return plan == snapshot.id() && revision == snapshot.revision();
  }

  private void add(String name, Unit unit) {
    String key = key(name);
    if (!key.isEmpty()) {
      byName.computeIfAbsent(key, none -> new ArrayList<>(1)).add(unit);
    }
  }

  private static Set<String> names(Unit unit) {
    Set<String> names = new LinkedHashSet<>(List.of(unit.code(), unit.name()));
    names.addAll(UnitNames.of(unit).values());
    return names;
  }

  /** A name as it is compared: folded, without signs. */
  static String key(String name) {
    return Tokens.of(name).stream().map(Token::text).collect(Collectors.joining());
  }

  /** Units of exactly a name or code, then those whose name begins so. */
  List<Unit> find(String text, int limit) {
    String key = key(text);
    Set<Unit> found = new LinkedHashSet<>();
    if (key.length() > 1) {
      for (Map.Entry<String, List<Unit>> each : byName.tailMap(key, true).entrySet()) {
        if (!each.getKey().startsWith(key) || found.size() >= limit) {
          break;
        }
        each.getValue().stream().limit(limit).forEach(found::add);
      }
    }
    return found.stream().limit(limit).toList();
  }

  /** Whether a unit has exactly a name or code. */
  static boolean isNamed(Unit unit, String text) {
    String key = key(text);
    return names(unit).stream().anyMatch(name -> key(name).equals(key));
  }
}
