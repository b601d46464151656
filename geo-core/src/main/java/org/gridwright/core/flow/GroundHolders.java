package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Replaced;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * Which grids of a plan hold shares of counted ground. Followed from edit to edit, so that it costs
 * what an edit changed and not what all before it did. Immutable and thread-safe.
 */
public final class GroundHolders {

  private static final Comparator<Unit> BY_CODE = Comparator.comparing(Unit::code, Plan.CODE_ORDER);

  /** The grids that hold each ground, in code order. */
  private final SharedLists<CountedGround, Unit> holders;

  /** The held grounds whose counts took something from an older one, by the older one's id. */
  private final SharedLists<String, CountedGround> newer;

  private GroundHolders(
      SharedLists<CountedGround, Unit> holders, SharedLists<String, CountedGround> newer) {
    this.holders = holders;
    this.newer = newer;
  }

  /** Those of a plan; takes one pass over its grids. */
  public static GroundHolders of(Plan plan) {
    Map<CountedGround, List<Unit>> holding = new HashMap<>();
    for (Unit grid : plan.grids()) {
      for (Held held : grid.facts().held()) {
        holding.computeIfAbsent(held.ground(), it -> new ArrayList<>()).add(grid);
      }
    }
    return new GroundHolders(SharedLists.none(), SharedLists.none()).with(holding);
  }

  /** Those of the plan that a change leads to. */
  public GroundHolders after(PlanChange change, int gridDepth) {
    Set<String> changed = new HashSet<>();
    Set<CountedGround> touched = new LinkedHashSet<>();
    List<Unit> now = new ArrayList<>();
    for (UnitChange unit : change.units()) {
      if (unit.depth() == gridDepth) {
        changed.add(unit.code());
        addGrounds(unit.before(), touched);
        addGrounds(unit.after(), touched);
        if (unit.after() != null) {
          now.add(unit.after());
        }
      }
    }
    Map<CountedGround, List<Unit>> holding = new HashMap<>();
    for (CountedGround ground : touched) {
      List<Unit> grids = new ArrayList<>(of(ground));
      grids.removeIf(grid -> changed.contains(grid.code()));
      now.stream().filter(grid -> holds(grid, ground)).forEach(grids::add);
      grids.sort(BY_CODE);
      holding.put(ground, grids);
    }
    return with(holding);
  }

  private static void addGrounds(@Nullable Unit grid, Set<CountedGround> grounds) {
    if (grid != null) {
      grid.facts().held().forEach(held -> grounds.add(held.ground()));
    }
  }

  private static boolean holds(Unit grid, CountedGround ground) {
    return grid.facts().held().stream().anyMatch(held -> held.ground().equals(ground));
  }

  private GroundHolders with(Map<CountedGround, List<Unit>> holding) {
    Map<String, List<CountedGround>> took = new HashMap<>();
    holding.forEach(
        (ground, grids) -> {
          for (String older : ground.replaced().keySet()) {
            List<CountedGround> all =
                took.computeIfAbsent(older, it -> new ArrayList<>(newer.of(it)));
            all.remove(ground);
            if (!grids.isEmpty()) {
              all.add(ground);
            }
          }
        });
    return new GroundHolders(holders.with(holding), newer.with(took));
  }

  /** The grids that hold a ground, in code order. */
  List<Unit> of(CountedGround ground) {
    return holders.of(ground);
  }

  /** All grounds that some grid holds, in no particular order. */
  void forEachGround(Consumer<CountedGround> visitor) {
    holders.forEachKey(visitor);
  }

  /** What counts on held grounds took from a ground, in no particular order. */
  List<Replaced> replaced(CountedGround older) {
    return newer.of(older.id()).stream()
        .map(ground -> Objects.requireNonNull(ground.replaced().get(older.id())))
        .toList();
  }
}
