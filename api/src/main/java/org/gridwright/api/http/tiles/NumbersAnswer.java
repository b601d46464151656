package org.gridwright.api.http.tiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.tile.TileEdition;
import org.jspecify.annotations.Nullable;

/**
 * Whose the numbers of a tile of owners are, in columns: position i tells of number {@code from +
 * i}.
 *
 * @param last the largest number there is
 * @param codes null where no unit has the number any more
 * @param namesIn names by language, null where a unit has none; as codes
 * @param parents the numbers of the units above; 0 at the coarsest level and where there is no unit
 */
record NumbersAnswer(
    String level,
    String version,
    int from,
    int last,
    List<@Nullable String> codes,
    List<@Nullable String> names,
    Map<String, List<@Nullable String>> namesIn,
    List<Integer> parents) {

  static NumbersAnswer of(TileEdition edition, int depth, int from, int limit) {
    Plan plan = edition.plan();
    int last = edition.numbers().last(depth);
    int count = Math.max(0, Math.min(limit, last + 1 - from));
    List<@Nullable String> codes = new ArrayList<>();
    List<@Nullable String> names = new ArrayList<>();
    Map<String, List<@Nullable String>> namesIn = new TreeMap<>();
    List<Integer> parents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Unit unit =
          edition
              .numbers()
              .code(depth, from + i)
              .flatMap(code -> plan.unit(depth, code))
              .orElse(null);
      codes.add(unit == null ? null : unit.code());
      names.add(unit == null ? null : unit.name());
      parents.add(
          unit == null || depth == 0
              ? 0
              : edition.numbers().number(depth - 1, unit.parent().orElseThrow()));
      if (unit != null) {
        int place = i;
        UnitNames.of(unit)
            .forEach((language, name) -> column(namesIn, language, count).set(place, name));
      }
    }
    return new NumbersAnswer(
        plan.theme().levels().get(depth).name(),
        edition.version(depth),
        from,
        last,
        codes,
        names,
        namesIn,
        parents);
  }

  private static List<@Nullable String> column(
      Map<String, List<@Nullable String>> columns, String language, int count) {
    return columns.computeIfAbsent(
        language, it -> new ArrayList<>(Collections.nCopies(count, null)));
  }
}
