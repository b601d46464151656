package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One state of a theme's units and declared voids. Immutable and safe to read from any thread.
 * Look-ups by code take time logarithmic in the units of the level.
 */
public final class Plan {

  /** Order of codes by Unicode code point; "the smallest code" always means this order. */
  public static final Comparator<String> CODE_ORDER = Plan::compareCodePoints;

  private final Theme theme;
  private final List<List<Unit>> levels;
  private final List<DeclaredVoid> voids;
  private final LatticeEnvelope envelope;
  private final AtomicReferenceArray<@Nullable UnitIndex> indexes;
  private final AtomicReferenceArray<@Nullable Set<String>> attributes;

  /** Levels sorted by code; voids in any order. */
  Plan(Theme theme, List<List<Unit>> levels, List<DeclaredVoid> voids, LatticeEnvelope envelope) {
    this.theme = theme;
    this.levels = List.copyOf(levels);
    this.voids =
        voids.stream().sorted(Comparator.comparing(DeclaredVoid::name, CODE_ORDER)).toList();
    this.envelope = envelope;
    this.indexes = new AtomicReferenceArray<>(this.levels.size());
    this.attributes = new AtomicReferenceArray<>(this.levels.size());
    LatticeEnvelope all = envelope;
    for (DeclaredVoid declared : voids) {
      all = all.union(declared.area().envelope());
    }
    if (all.exceedsSpan()) {
      throw new PlanException(
          Message.core(liesAcross180() ? "plan.across-180" : "plan.span", theme.id()));
    }
  }

  private boolean liesAcross180() {
    return FarMeridian.divides(
        levels.stream()
            .flatMap(List::stream)
            .flatMap(unit -> Stream.ofNullable(unit.area()))
            .toList());
  }

  /**
   * A plan of the given units, in any order, without voids.
   *
   * @throws PlanException when a code occurs twice at a level, a parent is missing, a grid has no
   *     area, or the plan spans 90 degrees or more
   */
  public static Plan of(Theme theme, Collection<Unit> units) {
    return of(theme, units, List.of());
  }

  /**
   * A plan of the given units, in any order.
   *
   * @throws PlanException as above, and when two voids have one name
   */
  public static Plan of(Theme theme, Collection<Unit> units, List<DeclaredVoid> voids) {
    List<List<Unit>> levels = sortedByLevel(theme, units);
    LatticeEnvelope envelope = LatticeEnvelope.EMPTY;
    for (List<Unit> level : levels) {
      for (Unit unit : level) {
        envelope = unit.area() == null ? envelope : envelope.union(unit.area().envelope());
      }
    }
    requireDifferentNames(voids);
    Plan plan = new Plan(theme, levels, voids, envelope);
    for (List<Unit> level : levels) {
      plan.requireDifferentCodes(level);
      level.forEach(plan::requireParent);
    }
    return plan;
  }

  /**
   * The plan that a change makes of this one. Units that it does not name stay the same objects.
   * Takes time in proportion to the change, besides copying references.
   *
   * @throws PlanException when a unit or void is not as the change expects it, or the outcome is no
   *     plan
   */
  public Plan with(PlanChange change) {
    return change.isEmpty() ? this : new PlanAfter(this, change).plan();
  }

  public Theme theme() {
    return theme;
  }

  /** Ground that no grid is meant to own, in the order of names. */
  public List<DeclaredVoid> voids() {
    return voids;
  }

  /** The rectangle around all drawn areas of units; empty for a plan without units. */
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

  /**
   * Indexes of the units of a level whose rectangle meets a closed box, ascending. Takes time in
   * proportion to their number; the first call for a level indexes it.
   */
  public int[] meeting(int depth, LatticeEnvelope box) {
    return index(depth).meeting(box, levels.get(depth));
  }

  /** Keys of all attributes of a level's units by code point; read once, then kept. */
  public Set<String> attributeKeys(int depth) {
    Set<String> known = attributes.get(depth);
    if (known == null) {
      Set<String> keys = new TreeSet<>(CODE_ORDER);
      units(depth).forEach(unit -> keys.addAll(unit.attributes().keySet()));
      known = Collections.unmodifiableSet(keys);
      attributes.set(depth, known);
    }
    return known;
  }

  public Optional<Unit> unit(int depth, String code) {
    int index = indexOf(depth, code);
    return index < 0 ? Optional.empty() : Optional.of(levels.get(depth).get(index));
  }

  /** Index of a unit within its level, or a negative number where the code is not known. */
  public int indexOf(int depth, String code) {
    return Math.max(-1, search(levels.get(depth), code));
  }

  /** Index of the first unit of a level whose code comes after the given one, known or not. */
  public int firstBehind(int depth, String code) {
    int index = search(levels.get(depth), code);
    return index < 0 ? -index - 1 : index + 1;
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
    int[] ancestors = new int[grids().size()];
    Arrays.setAll(ancestors, grid -> grid);
    for (int level = theme.gridLevel().depth(); level > depth; level--) {
      int[] parents = parents(level);
      Arrays.setAll(ancestors, grid -> parents[ancestors[grid]]);
    }
    return ancestors;
  }

  /**
   * Index, one level above, of the parent of every unit below the top: {@code result[unitIndex]}.
   */
  public int[] parents(int depth) {
    Map<String, Integer> above = new HashMap<>();
    for (Unit unit : units(depth - 1)) {
      above.put(unit.code(), above.size());
    }
    int[] parents = new int[units(depth).size()];
    int next = 0;
    for (Unit unit : units(depth)) {
      parents[next++] = above.getOrDefault(unit.parent().orElseThrow(), -1);
    }
    return parents;
  }

  /** Takes over what another plan knows of where its units are, which differ by a change. */
  void indexAfter(Plan before, int depth, List<UnitChange> changes) {
    UnitIndex known = before.indexes.get(depth);
    if (known != null) {
      indexes.set(depth, known.after(changes));
    }
  }

  private UnitIndex index(int depth) {
    UnitIndex known = indexes.get(depth);
    if (known == null) {
      known = UnitIndex.of(units(depth));
      indexes.set(depth, known);
    }
    return known;
  }

  private static List<List<Unit>> sortedByLevel(Theme theme, Collection<Unit> units) {
    List<List<Unit>> levels = new ArrayList<>();
    theme.levels().forEach(level -> levels.add(new ArrayList<>()));
    for (Unit unit : units) {
      requireFitting(theme, unit);
      levels.get(unit.depth()).add(unit);
    }
    levels.replaceAll(
        level -> level.stream().sorted(Comparator.comparing(Unit::code, CODE_ORDER)).toList());
    return levels;
  }

  /** Position of a code in a sorted level, or {@code -(insertion point) - 1}. */
  static int search(List<Unit> level, String code) {
    int low = 0;
    int high = level.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareCodePoints(level.get(middle).code(), code);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  static void requireFitting(Theme theme, Unit unit) {
    int finest = theme.gridLevel().depth();
    if (unit.depth() > finest) {
      throw new PlanException(Message.core("plan.unit-too-deep", unit.code(), theme.id()));
    }
    if (unit.depth() == finest && unit.area() == null) {
      throw new PlanException(
          Message.core("plan.grid-without-area", theme.gridLevel().name(), unit.code()));
    }
  }

  static void requireDifferentNames(List<DeclaredVoid> voids) {
    Set<String> names = new HashSet<>();
    for (DeclaredVoid declared : voids) {
      if (!names.add(declared.name())) {
        throw new PlanException(Message.core("plan.void-twice", declared.name()));
      }
    }
  }

  private void requireDifferentCodes(List<Unit> level) {
    for (int i = 1; i < level.size(); i++) {
      if (level.get(i - 1).code().equals(level.get(i).code())) {
        throw new PlanException(
            Message.core(
                "plan.code-twice",
                level.get(i).code(),
                theme.levels().get(level.get(i).depth()).name()));
      }
    }
  }

  void requireParent(Unit unit) {
    if (unit.depth() > 0 && indexOf(unit.depth() - 1, unit.parent().orElseThrow()) < 0) {
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
