package org.gridwright.data.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Where a draft changed, and in which version. Immutable; the oldest steps are forgotten, after
 * which everything counts as changed when they were.
 *
 * @param first everything counts as changed in this version
 * @param steps what changed since, in order of versions
 */
public record TileChanges(long first, List<ChangedIn> steps) {

  private static final int MOST_STEPS = 1024;

  /**
   * What changed in a version.
   *
   * @param boxes by depth, rectangles that hold the ground, before and after, of all units that
   *     differ
   */
  public record ChangedIn(long version, List<List<LatticeEnvelope>> boxes) {}

  public TileChanges {
    steps = List.copyOf(steps);
  }

  /** Nothing is known but that there is something since a version. */
  public static TileChanges since(long version) {
    return new TileChanges(version, List.of());
  }

  /** These, and what is different in a later version. */
  public TileChanges and(long version, Plan before, Plan after) {
    List<List<LatticeEnvelope>> boxes = new ArrayList<>();
    for (int depth = 0; depth < after.theme().levels().size(); depth++) {
      boxes.add(different(before.units(depth), after.units(depth)));
    }
    List<ChangedIn> more = new ArrayList<>(steps);
    more.add(new ChangedIn(version, List.copyOf(boxes)));
    if (more.size() <= MOST_STEPS) {
      return new TileChanges(first, more);
    }
    ChangedIn oldest = more.remove(0);
    return new TileChanges(oldest.version(), more);
  }

  /** The version in which anything of a level changed last that meets a rectangle. */
  public long last(int depth, LatticeEnvelope where) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).boxes().get(depth).stream().anyMatch(where::intersects)) {
        return steps.get(i).version();
      }
    }
    return first;
  }

  private static List<LatticeEnvelope> different(List<Unit> before, List<Unit> after) {
    List<LatticeEnvelope> boxes = new ArrayList<>();
    int i = 0;
    int k = 0;
    while (i < before.size() || k < after.size()) {
      int order = order(before, i, after, k);
      if (order != 0 || !looksSame(before.get(i), after.get(k))) {
        if (order <= 0) {
          box(before.get(i), boxes);
        }
        if (order >= 0) {
          box(after.get(k), boxes);
        }
      }
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
    return List.copyOf(boxes);
  }

  @SuppressWarnings("ReferenceEquality") // most units are the same ones, and no code is read
  private static int order(List<Unit> before, int i, List<Unit> after, int k) {
    if (i == before.size() || k == after.size()) {
      return i == before.size() ? 1 : -1;
    }
    return before.get(i) == after.get(k)
        ? 0
        : Plan.CODE_ORDER.compare(before.get(i).code(), after.get(k).code());
  }

  @SuppressWarnings("ReferenceEquality") // the same unit is not compared
  private static boolean looksSame(Unit before, Unit after) {
    return before == after
        || (Objects.equals(before.area(), after.area())
            && before.name().equals(after.name())
            && Objects.equals(before.parentCode(), after.parentCode())
            && UnitTags.namesOf(before).equals(UnitTags.namesOf(after)));
  }

  private static void box(Unit unit, List<LatticeEnvelope> boxes) {
    if (unit.area() != null) {
      boxes.add(unit.area().envelope());
    }
  }
}
