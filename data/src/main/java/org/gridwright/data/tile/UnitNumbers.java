package org.gridwright.data.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * The numbers of the units of a line of plans: those of the first plan in the order of their codes
 * from 1, others as they come. Immutable; takes memory for the units that came later alone.
 */
public final class UnitNumbers {

  private final Plan first;

  /** By depth, the codes that the first plan does not have; each has a number behind it. */
  private final List<List<String>> later;

  private final List<Map<String, Integer>> numbers;

  private UnitNumbers(Plan first, List<List<String>> later) {
    this.first = first;
    this.later = later;
    this.numbers = new ArrayList<>();
    for (int depth = 0; depth < later.size(); depth++) {
      Map<String, Integer> known = new HashMap<>();
      for (String code : later.get(depth)) {
        known.put(code, first.units(depth).size() + known.size() + 1);
      }
      numbers.add(known);
    }
  }

  /** The numbers of a plan. */
  public static UnitNumbers of(Plan first) {
    return new UnitNumbers(
        first, first.theme().levels().stream().map(level -> List.<String>of()).toList());
  }

  /** The same numbers, and further ones for units of a later plan that have none yet. */
  public UnitNumbers and(Plan plan) {
    List<List<String>> all = new ArrayList<>();
    for (int depth = 0; depth < later.size(); depth++) {
      List<String> codes = new ArrayList<>(later.get(depth));
      for (Unit unit : plan.units(depth)) {
        if (number(depth, unit.code()) == 0) {
          codes.add(unit.code());
        }
      }
      all.add(List.copyOf(codes));
    }
    return all.equals(later) ? this : new UnitNumbers(first, all);
  }

  /** The number of a unit; 0 where it has none. */
  public int number(int depth, String code) {
    int index = first.indexOf(depth, code);
    return index >= 0 ? index + 1 : numbers.get(depth).getOrDefault(code, 0);
  }

  /** The largest number of a level. */
  public int last(int depth) {
    return first.units(depth).size() + later.get(depth).size();
  }

  /** The code that has a number. */
  public Optional<String> code(int depth, int number) {
    int count = first.units(depth).size();
    if (number < 1 || number > last(depth)) {
      return Optional.empty();
    }
    return Optional.of(
        number <= count
            ? first.units(depth).get(number - 1).code()
            : later.get(depth).get(number - count - 1));
  }

  /** The number of each unit of a level of a plan, by its index. */
  public int[] of(Plan plan, int depth) {
    List<Unit> units = plan.units(depth);
    int[] found = new int[units.size()];
    for (int i = 0; i < found.length; i++) {
      boolean same =
          i < first.units(depth).size()
              && first.units(depth).get(i).code().equals(units.get(i).code());
      found[i] = same ? i + 1 : number(depth, units.get(i).code());
    }
    return found;
  }
}
