package org.gridwright.data.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.model.DraftInfo;

/**
 * The outcome of an edit, or of undoing or redoing one.
 *
 * @param state the draft afterwards; of a preview, as it would be, with the version it has now
 * @param kind of the revision that was made, taken back or applied again
 * @param change what became of which units
 * @param appeared findings that were not there before
 * @param gone findings that are no longer there
 * @param merged whether the edit was made on an older version
 */
public record Edited(
    DraftState state,
    String kind,
    PlanChange change,
    List<Finding> appeared,
    List<Finding> gone,
    boolean merged) {

  public Edited {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
  }

  static Edited of(
      DraftState before, DraftState after, String kind, PlanChange change, boolean merged) {
    return new Edited(
        after,
        kind,
        change,
        without(after.findings(), before.findings()),
        without(before.findings(), after.findings()),
        merged);
  }

  /**
   * By how much the sum of each extensive attribute over the level changed: nothing but what counts
   * that were entered differ from what was told before.
   */
  public Map<String, BigDecimal> differences() {
    PlanFacts now = state.facts();
    PlanFacts before = state.factsBefore(change);
    int depth = state.plan().theme().gridLevel().depth();
    Set<Unit> were =
        before.sharing(
            change.units().stream()
                .filter(unit -> unit.depth() == depth)
                .map(UnitChange::before)
                .filter(Objects::nonNull)
                .toList());
    Set<Unit> are = now.sharing(grids());
    Map<String, BigDecimal> differences = new TreeMap<>();
    for (FactDeclaration each : now.schema().declarations()) {
      if (each.kind() == FactKind.EXTENSIVE) {
        BigDecimal told = now.sumOf(are, each.attribute());
        differences.put(each.attribute(), told.subtract(before.sumOf(were, each.attribute())));
      }
    }
    return differences;
  }

  /** The grids that it changed, as they are now. */
  public List<Unit> grids() {
    int depth = state.plan().theme().gridLevel().depth();
    return change.units().stream()
        .filter(unit -> unit.depth() == depth)
        .map(UnitChange::after)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The same outcome, once it is stored. */
  Edited knownAs(DraftInfo stored) {
    return new Edited(state.knownAs(stored), kind, change, appeared, gone, merged);
  }

  private static List<Finding> without(List<Finding> findings, List<Finding> others) {
    Set<String> ids = others.stream().map(Finding::id).collect(Collectors.toSet());
    return findings.stream().filter(finding -> !ids.contains(finding.id())).toList();
  }
}
