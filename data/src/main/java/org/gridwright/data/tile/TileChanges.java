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
   * @param boxes by depth, rectangles that hold the ground that changed hands or is called
   *     otherwise, the lines that run otherwise, and label points that moved
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
    List<LatticeEnvelope> moved = new ArrayList<>();
    for (int depth = 0; depth < after.theme().levels().size(); depth++) {
      List<LatticeEnvelope> own = new ArrayList<>(moved);
      compare(before.units(depth), after.units(depth), own, moved);
      boxes.add(List.copyOf(own));
    }
    List<ChangedIn> more = new ArrayList<>(steps);
    more.add(new ChangedIn(version, List.copyOf(boxes)));
    if (more.size() <= MOST_STEPS) {
      return new TileChanges(first, more);
    }
    ChangedIn oldest = more.remove(0);
    return new TileChanges(oldest.version(), more);
  }

  /** The version up to which this tells. */
  public long version() {
    return steps.isEmpty() ? first : steps.get(steps.size() - 1).version();
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

  /**
   * Compares the units of a level.
   *
   * @param boxes gets where units differ
   * @param moved gets where units came, went or have another parent, for the levels below: the
   *     lines between their units are of another level then
   */
  @SuppressWarnings("ReferenceEquality") // a level that did not change is the same one
  private static void compare(
      List<Unit> before,
      List<Unit> after,
      List<LatticeEnvelope> boxes,
      List<LatticeEnvelope> moved) {
    if (before == after) {
      return;
    }
    int i = 0;
    int k = 0;
    while (i < before.size() || k < after.size()) {
      int order = order(before, i, after, k);
      if (order == 0) {
        different(before.get(i), after.get(k), boxes);
      }
      boolean isElsewhere =
          order != 0 || !Objects.equals(before.get(i).parentCode(), after.get(k).parentCode());
      if (isElsewhere && order <= 0) {
        box(before.get(i), boxes);
        box(before.get(i), moved);
      }
      if (isElsewhere && order >= 0) {
        box(after.get(k), boxes);
        box(after.get(k), moved);
      }
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
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
  private static void different(Unit before, Unit after, List<LatticeEnvelope> boxes) {
    if (before == after) {
      return;
    }
    if (!isCalledTheSame(before, after) || before.area() == null || after.area() == null) {
      box(before, boxes);
      box(after, boxes);
    } else if (!before.area().equals(after.area())) {
      ChangedOutline.boxes(before.area(), after.area(), boxes);
    }
  }

  private static boolean isCalledTheSame(Unit before, Unit after) {
    return before.name().equals(after.name())
        && UnitTags.namesOf(before).equals(UnitTags.namesOf(after));
  }

  private static void box(Unit unit, List<LatticeEnvelope> boxes) {
    if (unit.area() != null) {
      boxes.add(unit.area().envelope());
    }
  }
}
