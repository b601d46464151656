package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/**
 * What several changes, one after the other, say together about which units went on as which: a
 * split whose part is recoded later is a split into the new code.
 */
public final class Ancestry {

  private final Map<Integer, Map<String, Set<String>>> originsByDepth = new TreeMap<>();

  /**
   * The lineage of all changes together, each unit that any of them names with those that it comes
   * from at the start; may name units that are gone at the end.
   */
  public static List<Lineage> of(List<PlanChange> changes) {
    Ancestry ancestry = new Ancestry();
    changes.forEach(ancestry::add);
    return ancestry.lineage();
  }

  private void add(PlanChange change) {
    Map<Integer, Map<String, Set<String>>> next = new TreeMap<>();
    for (Lineage lineage : change.lineage()) {
      for (String later : lineage.to()) {
        Set<String> origins =
            next.computeIfAbsent(lineage.depth(), it -> new HashMap<>())
                .computeIfAbsent(later, it -> new TreeSet<>(Plan.CODE_ORDER));
        lineage.from().forEach(earlier -> origins.addAll(origins(lineage.depth(), earlier)));
        if (wentOn(change, lineage.depth(), later)) {
          origins.addAll(origins(lineage.depth(), later));
        }
      }
    }
    next.forEach(
        (depth, origins) ->
            originsByDepth.computeIfAbsent(depth, it -> new HashMap<>()).putAll(origins));
  }

  /** Whether a unit was there before, and no lineage says that it went on as something else. */
  private static boolean wentOn(PlanChange change, int depth, String code) {
    return change.units().stream()
            .anyMatch(it -> it.depth() == depth && it.before() != null && it.code().equals(code))
        && change.lineage().stream()
            .noneMatch(it -> it.depth() == depth && it.from().contains(code));
  }

  private Set<String> origins(int depth, String code) {
    return originsByDepth.getOrDefault(depth, Map.of()).getOrDefault(code, Set.of(code));
  }

  private List<Lineage> lineage() {
    List<Lineage> all = new ArrayList<>();
    originsByDepth.forEach(
        (depth, units) ->
            units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Plan.CODE_ORDER))
                .forEach(
                    unit ->
                        all.add(
                            new Lineage(
                                depth, List.copyOf(unit.getValue()), List.of(unit.getKey())))));
    return all;
  }
}
