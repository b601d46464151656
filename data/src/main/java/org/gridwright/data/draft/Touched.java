package org.gridwright.data.draft;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.jspecify.annotations.Nullable;

/**
 * What changes touch, for telling whether two of them can both be made.
 *
 * <p>An upper unit whose outline follows its grids is not touched by that: two edits in one
 * community do not meet there. But a unit needs its parents, so that it meets a change that removes
 * one.
 *
 * @param gridDepth depth of the finest level
 * @param keys units and voids
 * @param needed parents of units that are there afterwards
 * @param removed units that are gone afterwards
 */
record Touched(int gridDepth, Set<Key> keys, Set<Key> needed, Set<Key> removed) {

  private static final int VOID = -1;

  /** A unit; a void has depth −1 and its name as code. */
  record Key(int depth, String code) {}

  static Touched of(Plan plan, Collection<PlanChange> changes) {
    int gridDepth = plan.theme().gridLevel().depth();
    Touched touched = new Touched(gridDepth, new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (PlanChange change : changes) {
      change.units().forEach(touched::add);
      change.voids().forEach(touched::add);
    }
    return touched;
  }

  /** What both touch, and what one needs and the other removes. */
  Set<Key> common(Touched other) {
    Set<Key> common =
        new TreeSet<>(
            Comparator.comparingInt(Key::depth).thenComparing(Key::code, Plan.CODE_ORDER));
    keys.stream().filter(other.keys::contains).forEach(common::add);
    needed.stream().filter(other.removed::contains).forEach(common::add);
    removed.stream().filter(other.needed::contains).forEach(common::add);
    return common;
  }

  /** The units of a plan that keys name, as far as it has them. */
  static List<Unit> in(Plan plan, Set<Key> keys) {
    return keys.stream()
        .filter(key -> key.depth() != VOID)
        .flatMap(key -> plan.unit(key.depth(), key.code()).stream())
        .toList();
  }

  static List<String> codes(Set<Key> keys) {
    return keys.stream().map(Key::code).distinct().toList();
  }

  private void add(UnitChange change) {
    boolean upper = change.depth() < gridDepth;
    if (!(upper && sameButArea(change.before(), change.after()))) {
      keys.add(new Key(change.depth(), change.code()));
    }
    if (change.after() == null) {
      removed.add(new Key(change.depth(), change.code()));
    } else {
      change.after().parent().ifPresent(it -> needed.add(new Key(change.depth() - 1, it)));
    }
  }

  private void add(VoidChange change) {
    if (change.before() != null) {
      keys.add(new Key(VOID, change.before().name()));
    }
    if (change.after() != null) {
      keys.add(new Key(VOID, change.after().name()));
    }
  }

  /** Whether nothing but the outline differs. */
  static boolean sameButArea(@Nullable Unit a, @Nullable Unit b) {
    return a != null
        && b != null
        && a.name().equals(b.name())
        && a.attributes().equals(b.attributes())
        && Objects.equals(a.parentCode(), b.parentCode());
  }
}
