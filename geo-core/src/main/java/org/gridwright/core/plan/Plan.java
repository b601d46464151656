package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;

/**
 * One state of a theme's units. Immutable and safe to read from any thread. Look-ups by code take
 * constant time.
 */
public final class Plan {

  /** Order of codes by Unicode code point; "the smallest code" always means this order. */
  public static final Comparator<String> CODE_ORDER = Plan::compareCodePoints;

  private final Theme theme;
  private final List<List<Unit>> levels;
  private final List<Map<String, Integer>> indexByCode;
  private final LatticeEnvelope envelope;

  private Plan(
      Theme theme,
      List<List<Unit>> levels,
      List<Map<String, Integer>> indexByCode,
      LatticeEnvelope envelope) {
    this.theme = theme;
    this.levels = levels;
    this.indexByCode = indexByCode;
    this.envelope = envelope;
  }

  /**
   * A plan of the given units, in any order.
   *
   * @throws PlanException when a code occurs twice at a level, a parent is missing, a grid has no
   *     area, or the plan spans 90 degrees or more
   */
  public static Plan of(Theme theme, Collection<Unit> units) {
    List<List<Unit>> levels = sortedByLevel(theme, units);
    List<Map<String, Integer>> index = new ArrayList<>();
    for (List<Unit> level : levels) {
      index.add(indexOf(theme, level));
    }
    LatticeEnvelope envelope = LatticeEnvelope.EMPTY;
    for (int depth = 0; depth < levels.size(); depth++) {
      for (Unit unit : levels.get(depth)) {
        requireParent(theme, index, unit);
        envelope = unit.area() == null ? envelope : envelope.union(unit.area().envelope());
      }
    }
    if (envelope.exceedsSpan()) {
      throw new PlanException(Message.core("plan.span", theme.id()));
    }
    return new Plan(theme, List.copyOf(levels), List.copyOf(index), envelope);
  }

  public Theme theme() {
    return theme;
  }

  /** The rectangle around all drawn areas; empty for a plan without units. */
  public LatticeEnvelope envelope() {
    return envelope;
  }

  /** Units of one level in code order; the position in the list is the unit's index. */
  public List<Unit> units(int depth) {
    return levels.get(depth);
  }

  /** Units of the finest level in code order. */
  public List<Unit> grids() {
    return levels.get(levels.size() - 1);
  }

  public Optional<Unit> unit(int depth, String code) {
    Integer index = indexByCode.get(depth).get(code);
    return index == null ? Optional.empty() : Optional.of(levels.get(depth).get(index));
  }

  /** Index of a unit within its level, or -1 where the code is not known. */
  public int indexOf(int depth, String code) {
    return indexByCode.get(depth).getOrDefault(code, -1);
  }

  /** The units from the coarsest level down to the given one, itself last. */
  public List<Unit> path(Unit unit) {
    Unit[] path = new Unit[unit.depth() + 1];
    Unit current = unit;
    for (int depth = unit.depth(); depth > 0; depth--) {
      path[depth] = current;
      current = unit(depth - 1, current.parent().orElseThrow()).orElseThrow();
    }
    path[0] = current;
    return List.of(path);
  }

  /** Index, at the given depth, of the ancestor of every grid: {@code result[gridIndex]}. */
  public int[] ancestorsOfGrids(int depth) {
    int[] ancestor = new int[grids().size()];
    for (int i = 0; i < ancestor.length; i++) {
      ancestor[i] = indexOf(depth, path(grids().get(i)).get(depth).code());
    }
    return ancestor;
  }

  private static List<List<Unit>> sortedByLevel(Theme theme, Collection<Unit> units) {
    List<List<Unit>> levels = new ArrayList<>();
    theme.levels().forEach(level -> levels.add(new ArrayList<>()));
    int finest = levels.size() - 1;
    for (Unit unit : units) {
      if (unit.depth() > finest) {
        throw new PlanException(Message.core("plan.unit-too-deep", unit.code(), theme.id()));
      }
      if (unit.depth() == finest && unit.area() == null) {
        throw new PlanException(
            Message.core("plan.grid-without-area", theme.gridLevel().name(), unit.code()));
      }
      levels.get(unit.depth()).add(unit);
    }
    levels.replaceAll(
        level -> level.stream().sorted(Comparator.comparing(Unit::code, CODE_ORDER)).toList());
    return levels;
  }

  private static Map<String, Integer> indexOf(Theme theme, List<Unit> sorted) {
    Map<String, Integer> index = new HashMap<>(sorted.size() * 2);
    for (Unit unit : sorted) {
      if (index.put(unit.code(), index.size()) != null) {
        throw new PlanException(
            Message.core("plan.code-twice", unit.code(), theme.levels().get(unit.depth()).name()));
      }
    }
    return index;
  }

  private static void requireParent(Theme theme, List<Map<String, Integer>> index, Unit unit) {
    if (unit.depth() > 0 && !index.get(unit.depth() - 1).containsKey(unit.parent().orElseThrow())) {
      throw new PlanException(
          Message.core(
              "plan.parent-missing",
              theme.levels().get(unit.depth()).name(),
              unit.code(),
              theme.levels().get(unit.depth() - 1).name(),
              unit.parent().orElseThrow()));
    }
  }

  private static int compareCodePoints(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        return rank(left) - rank(right);
      }
    }
    return a.length() - b.length();
  }

  /** Halves of surrogate pairs, which stand for the highest code points, above all other units. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
