package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * The units of stored rows that make a plan, and those that another program made unfit for one: a
 * grid without ground, a unit that belongs to none, or two of one code.
 *
 * @param units in the order of their rows
 * @param unfit why the others are none, by level and code
 */
record SoundUnits(List<Unit> units, Map<String, Message> unfit) {

  /** A unit, by its level and code. */
  record Place(int depth, String code) {}

  /**
   * @param groundless units whose ground cannot be read
   */
  static SoundUnits of(Theme theme, List<Unit> all, Set<Place> groundless) {
    List<Unit> units = new ArrayList<>(all.size());
    Map<String, Message> unfit = new LinkedHashMap<>();
    List<Set<String>> codes = new ArrayList<>();
    theme.levels().forEach(level -> codes.add(new HashSet<>()));
    for (int depth = 0; depth < codes.size(); depth++) {
      for (Unit unit : all) {
        if (unit.depth() == depth) {
          Message why = why(theme, unit, codes, groundless);
          if (why == null) {
            codes.get(depth).add(unit.code());
            units.add(unit);
          } else {
            unfit.put(theme.levels().get(depth).name() + " " + unit.code(), why);
          }
        }
      }
    }
    return new SoundUnits(units, unfit);
  }

  private static @Nullable Message why(
      Theme theme, Unit unit, List<Set<String>> codes, Set<Place> groundless) {
    if (codes.get(unit.depth()).contains(unit.code())) {
      return DataMessages.of("rows.unit-twice");
    }
    if (unit.depth() == theme.gridLevel().depth()
        && groundless.contains(new Place(unit.depth(), unit.code()))) {
      return DataMessages.of("rows.geometry");
    }
    String parent = unit.parentCode();
    boolean belongs =
        unit.depth() == 0
            ? parent == null
            : parent != null && codes.get(unit.depth() - 1).contains(parent);
    return belongs ? null : DataMessages.of("rows.unit-parent", String.valueOf(parent));
  }
}
