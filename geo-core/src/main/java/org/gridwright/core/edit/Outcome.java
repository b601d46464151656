package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what an edit does to units, and lets the levels above follow. Not thread-safe.
 *
 * <p>The outline of an upper unit is the sum of its children's outlines, in which shared edges
 * cancel; so what changed of the children, summed up, is what changes of the outline. Nothing is
 * drawn anew where that is nothing, as inside a community that is divided otherwise.
 */
final class Outcome {

  private final Plan plan;
  private final List<Map<String, Optional<Unit>>> after = new ArrayList<>();
  private final List<Lineage> lineage = new ArrayList<>();

  Outcome(Plan plan) {
    this.plan = plan;
    plan.theme().levels().forEach(level -> after.add(new TreeMap<>(Plan.CODE_ORDER)));
  }

  /** Adds a unit, or changes the one with the same code. */
  void put(Unit unit) {
    after.get(unit.depth()).put(unit.code(), Optional.of(unit));
  }

  void remove(int depth, String code) {
    after.get(depth).putIfAbsent(code, Optional.empty());
  }

  void addLineage(int depth, List<String> from, List<String> to) {
    lineage.add(new Lineage(depth, from, to));
  }

  /** The unit as it is in the end. */
  Optional<Unit> unit(int depth, String code) {
    Optional<Unit> changed = after.get(depth).get(code);
    return changed == null ? plan.unit(depth, code) : changed;
  }

  /** Codes of the units of a level that were put. */
  List<String> codes(int depth) {
    return after.get(depth).entrySet().stream()
        .filter(each -> each.getValue().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Everything that changes, upper levels included. */
  PlanChange change() {
    return change(Progress.NONE);
  }

  /** As {@link #change()}, watched. */
  PlanChange change(Progress progress) {
    List<UnitChange> changes = new ArrayList<>();
    int finest = plan.theme().gridLevel().depth();
    for (int depth = finest; depth >= 0; depth--) {
      List<UnitChange> level = changes(depth, progress);
      changes.addAll(level);
      progress.at(finest - depth, finest + 1L);
      if (depth > 0) {
        followIn(depth - 1, level, progress);
      }
    }
    return PlanChange.ofUnits(changes, lineage);
  }

  private List<UnitChange> changes(int depth, Progress progress) {
    List<UnitChange> changes = new ArrayList<>();
    after
        .get(depth)
        .forEach(
            (code, unit) -> {
              progress.checkpoint();
              Unit was = plan.unit(depth, code).orElse(null);
              Unit is = unit.orElse(null);
              if ((was != null || is != null) && (was == null || !was.equals(is))) {
                changes.add(new UnitChange(was, is));
              }
            });
    return changes;
  }

  /** Redraws or removes parents of changed units, but for those that the edit itself changed. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private void followIn(int depth, List<UnitChange> children, Progress progress) {
    Map<String, EdgeChain> sums = new TreeMap<>(Plan.CODE_ORDER);
    for (UnitChange child : children) {
      progress.checkpoint();
      Unit was = child.before();
      Unit is = child.after();
      boolean sameGround =
          was != null && is != null && was.area() == is.area() && was.parent().equals(is.parent());
      if (!sameGround) {
        add(sums, depth, was, -1);
        add(sums, depth, is, 1);
      }
    }
    Set<String> named = parentsOfChanged(depth + 1);
    sums.forEach(
        (code, sum) -> {
          progress.checkpoint();
          Unit parent = unit(depth, code).orElseThrow();
          if (!named.contains(code) && !hasUnchangedChild(depth + 1, code)) {
            remove(depth, code);
            addLineage(depth, List.of(code), List.of());
          } else if (parent.area() != null && !sum.isZero()) {
            put(parent.withArea(redrawn(parent, parent.area(), sum)));
          }
        });
  }

  private void add(Map<String, EdgeChain> sums, int depth, @Nullable Unit child, int sign) {
    if (child == null) {
      return;
    }
    String parent = child.parent().orElseThrow();
    if (after.get(depth).containsKey(parent)) {
      return;
    }
    EdgeChain sum = sums.computeIfAbsent(parent, it -> new EdgeChain());
    if (child.area() != null) {
      sum.add(child.area(), sign);
    }
  }

  private Set<String> parentsOfChanged(int depth) {
    Set<String> parents = new HashSet<>();
    after.get(depth).values().forEach(unit -> unit.flatMap(Unit::parent).ifPresent(parents::add));
    return parents;
  }

  /** Looks outwards from where changed children were: siblings are near in code. */
  private boolean hasUnchangedChild(int depth, String parent) {
    Map<String, Optional<Unit>> changed = after.get(depth);
    List<Unit> level = plan.units(depth);
    int from =
        changed.keySet().stream()
            .mapToInt(code -> plan.indexOf(depth, code))
            .filter(at -> at >= 0 && parent.equals(level.get(at).parentCode()))
            .findFirst()
            .orElse(0);
    for (int away = 0; away < level.size(); away++) {
      if (isOtherChild(level, from - away, parent, changed)
          || isOtherChild(level, from + away, parent, changed)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOtherChild(
      List<Unit> level, int at, String parent, Map<String, Optional<Unit>> changed) {
    return at >= 0
        && at < level.size()
        && parent.equals(level.get(at).parentCode())
        && !changed.containsKey(level.get(at).code());
  }

  /** By what changed; from all its children where the outline was not the sum of theirs. */
  private LatticeMultiPolygon redrawn(Unit parent, LatticeMultiPolygon outline, EdgeChain sum) {
    Optional<LatticeMultiPolygon> quick = Outline.after(outline, sum);
    if (quick.isPresent()) {
      return quick.get();
    }
    return Outline.around(childrenAreas(parent));
  }

  private List<LatticeMultiPolygon> childrenAreas(Unit parent) {
    int depth = parent.depth() + 1;
    List<Unit> children = new ArrayList<>();
    plan.units(depth).stream()
        .filter(unit -> !after.get(depth).containsKey(unit.code()))
        .forEach(children::add);
    after.get(depth).values().forEach(unit -> unit.ifPresent(children::add));
    return children.stream()
        .filter(unit -> parent.code().equals(unit.parentCode()) && unit.area() != null)
        .sorted(Comparator.comparing(Unit::code, Plan.CODE_ORDER))
        .map(Unit::drawnArea)
        .toList();
  }
}
