package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Whether units hang together: ground does that is joined by borders, however short; what meets in
 * points is in several parts. The parts of a unit are the polygons of its outline. Only units that
 * a change touches are looked at, and only those that are not drawn are put together from grids.
 */
public final class Contiguity {

  private final Plan plan;
  private final PlanChange change;
  private final Map<Integer, Map<String, UnitChange>> changed = new HashMap<>();

  /** The plan afterwards; null until a unit that is not drawn needs it. */
  private @Nullable Plan after;

  private Contiguity(Plan plan, PlanChange change) {
    this.plan = plan;
    this.change = change;
    for (UnitChange unit : change.units()) {
      changed.computeIfAbsent(unit.depth(), it -> new HashMap<>()).put(unit.code(), unit);
    }
  }

  /**
   * The units that would be in more parts than before; new ones that would be in several.
   *
   * @param plan the plan before the change
   * @param deepest depth of the finest level that is looked at, inclusive; may be -1 for none
   * @return the finest level first, then by code
   */
  public static List<TornUnit> torn(Plan plan, PlanChange change, int deepest) {
    return deepest < 0 ? List.of() : new Contiguity(plan, change).torn(deepest);
  }

  /** As {@link #required}, for the levels above the grids, unless several parts are allowed. */
  static PlanChange above(Plan plan, PlanChange change, boolean multipart) {
    return multipart ? change : required(plan, change, plan.theme().gridLevel().depth() - 1);
  }

  /**
   * A change that tears no unit.
   *
   * @param deepest as for {@link #torn}
   * @throws EditRefusedException {@code unit-would-fall-apart}, at the smallest part
   */
  static PlanChange required(Plan plan, PlanChange change, int deepest) {
    List<TornUnit> torn = torn(plan, change, deepest);
    if (torn.isEmpty()) {
      return change;
    }
    throw EditRefusedException.telling(
        torn.get(0).smallest(), Refusal.UNIT_WOULD_FALL_APART, sentence(torn));
  }

  private static Message sentence(List<TornUnit> torn) {
    TornUnit first = torn.get(0);
    String level = first.level().name();
    int parts = first.parts().size();
    return torn.size() == 1
        ? Message.core("edit.upper-would-fall-apart", level, first.words(), parts)
        : Message.core(
            "edit.uppers-would-fall-apart", level, first.words(), parts, torn.size() - 1);
  }

  private List<TornUnit> torn(int deepest) {
    List<TornUnit> torn = new ArrayList<>();
    Set<String> below = Set.of();
    for (int depth = deepest; depth >= 0; depth--) {
      Set<String> touched = touched(depth, below);
      for (String code : touched) {
        Unit is = afterwards(depth, code);
        List<LatticePolygon> parts = is == null ? List.of() : parts(is, true);
        int before = plan.unit(depth, code).map(was -> parts(was, false).size()).orElse(0);
        if (is != null && parts.size() > Math.max(1, before)) {
          torn.add(new TornUnit(plan.theme().levels().get(depth), code, is.name(), parts));
        }
      }
      below = touched;
    }
    return torn;
  }

  /**
   * The units of a level whose ground may be another.
   *
   * @param below those of the next finer level
   */
  private Set<String> touched(int depth, Set<String> below) {
    Set<String> touched = new TreeSet<>(Plan.CODE_ORDER);
    for (UnitChange unit : change.units()) {
      if (unit.depth() == depth && unit.after() != null && isOther(unit)) {
        touched.add(unit.code());
      } else if (unit.depth() == depth + 1 && isOther(unit)) {
        addParent(unit.before(), touched);
        addParent(unit.after(), touched);
      }
    }
    for (String code : below) {
      addParent(plan.unit(depth + 1, code).orElse(null), touched);
      addParent(afterwards(depth + 1, code), touched);
    }
    return touched;
  }

  private static void addParent(@Nullable Unit unit, Set<String> parents) {
    if (unit != null) {
      unit.parent().ifPresent(parents::add);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same ground is not looked at
  private static boolean isOther(UnitChange unit) {
    Unit was = unit.before();
    Unit is = unit.after();
    return was == null
        || is == null
        || was.area() != is.area()
        || !was.parent().equals(is.parent());
  }

  private @Nullable Unit afterwards(int depth, String code) {
    UnitChange unit = changed.getOrDefault(depth, Map.of()).get(code);
    return unit == null ? plan.unit(depth, code).orElse(null) : unit.after();
  }

  private List<LatticePolygon> parts(Unit unit, boolean isAfter) {
    if (unit.area() != null) {
      return unit.area().polygons();
    }
    if (!isAfter) {
      return undrawn(plan, unit);
    }
    Plan made = after == null ? plan.with(change) : after;
    after = made;
    return undrawn(made, unit);
  }

  /** Those of a unit that was not drawn yet, from its grids. */
  private static List<LatticePolygon> undrawn(Plan plan, Unit unit) {
    Set<String> above = Set.of(unit.code());
    List<LatticeMultiPolygon> grids = new ArrayList<>();
    int finest = plan.theme().gridLevel().depth();
    for (int depth = unit.depth() + 1; depth <= finest; depth++) {
      Set<String> codes = new HashSet<>();
      for (Unit child : plan.units(depth)) {
        if (child.parent().filter(above::contains).isPresent()) {
          codes.add(child.code());
          if (depth == finest) {
            grids.add(child.drawnArea());
          }
        }
      }
      above = codes;
    }
    return grids.isEmpty() ? List.of() : Outline.around(grids).polygons();
  }
}
