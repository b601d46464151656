package org.gridwright.data.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * The numbers of the units of a line of plans: those of the first plan in the order of their codes
 * from 1, others as they come. Of the plan at hand they are known by its units' places. Immutable.
 */
public final class UnitNumbers {

  private final Plan first;
  private final Plan plan;

  /** By depth, the number of each unit of the plan. */
  private final List<int[]> ofUnits;

  /** By depth, the codes that the first plan does not have; each has a number behind it. */
  private final List<List<String>> later;

  /** By depth, the numbers of these codes. */
  private final List<Map<String, Integer>> numbers;

  private UnitNumbers(
      Plan first,
      Plan plan,
      List<int[]> ofUnits,
      List<List<String>> later,
      List<Map<String, Integer>> numbers) {
    this.first = first;
    this.plan = plan;
    this.ofUnits = ofUnits;
    this.later = later;
    this.numbers = numbers;
  }

  /** The numbers of a plan. */
  public static UnitNumbers of(Plan first) {
    List<Level> levels = first.theme().levels();
    return new UnitNumbers(
        first,
        first,
        levels.stream().map(level -> upTo(first.units(level.depth()).size())).toList(),
        levels.stream().map(level -> List.<String>of()).toList(),
        levels.stream().map(level -> Map.<String, Integer>of()).toList());
  }

  private static int[] upTo(int last) {
    int[] all = new int[last];
    Arrays.setAll(all, i -> i + 1);
    return all;
  }

  /**
   * The numbers of a later plan of the line, and further ones for its units that have none yet.
   * Levels that did not change cost nothing, and of units that are the same no code is read.
   */
  public UnitNumbers and(Plan next) {
    List<int[]> itsUnits = new ArrayList<>();
    List<List<String>> itsLater = new ArrayList<>();
    List<Map<String, Integer>> itsNumbers = new ArrayList<>();
    for (int depth = 0; depth < later.size(); depth++) {
      List<String> codes = new ArrayList<>(later.get(depth));
      itsUnits.add(follow(next, depth, codes));
      boolean isMore = codes.size() > later.get(depth).size();
      itsLater.add(isMore ? List.copyOf(codes) : later.get(depth));
      itsNumbers.add(isMore ? places(codes, first.units(depth).size()) : numbers.get(depth));
    }
    return new UnitNumbers(first, next, itsUnits, itsLater, itsNumbers);
  }

  private static Map<String, Integer> places(List<String> codes, int before) {
    Map<String, Integer> places = new HashMap<>();
    codes.forEach(code -> places.put(code, before + places.size() + 1));
    return places;
  }

  /**
   * Goes through a level of the plan and of the next one side by side.
   *
   * @param codes gets those of units that have no number yet, which have the next ones then
   */
  @SuppressWarnings("ReferenceEquality") // a level that did not change is the same one
  private int[] follow(Plan next, int depth, List<String> codes) {
    List<Unit> were = plan.units(depth);
    List<Unit> units = next.units(depth);
    if (were == units) {
      return ofUnits.get(depth);
    }
    int[] known = ofUnits.get(depth);
    int[] found = new int[units.size()];
    int at = 0;
    for (int i = 0; i < found.length; i++) {
      Unit unit = units.get(i);
      int order = at == were.size() ? 1 : order(were.get(at), unit);
      while (order < 0) {
        at++;
        order = at == were.size() ? 1 : order(were.get(at), unit);
      }
      found[i] = order == 0 ? known[at++] : number(depth, unit.code());
      if (found[i] == 0) {
        codes.add(unit.code());
        found[i] = first.units(depth).size() + codes.size();
      }
    }
    return found;
  }

  @SuppressWarnings("ReferenceEquality") // most units are the same ones
  private static int order(Unit one, Unit other) {
    return one == other ? 0 : Plan.CODE_ORDER.compare(one.code(), other.code());
  }

  /** The number of each unit of a level of the plan at hand, by its index; not to be changed. */
  public int[] of(int depth) {
    return ofUnits.get(depth);
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
}
