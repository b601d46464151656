package org.gridwright.data.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingDifference;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.model.DraftInfo;

/**
 * The outcome of an edit, or of undoing or redoing one.
 *
 * @param state the draft afterwards; of a preview, as it would be, with the version it has now
 * @param before the draft before it
 * @param kind of the revision that was made, taken back or applied again
 * @param change what became of which units
 * @param appeared findings that were not there before
 * @param gone findings that are no longer there
 * @param merged whether the edit was made on an older version
 */
public record Edited(
    DraftState state,
    DraftState before,
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
      DraftState before,
      DraftState after,
      String kind,
      PlanChange change,
      FindingDifference findings,
      boolean merged) {
    return new Edited(after, before, kind, change, findings.appeared(), findings.gone(), merged);
  }

  /** As {@link #of}, of a change that was not made on an older version. */
  static Edited of(DraftState before, DraftState after, String kind, PlanChange change) {
    return of(
        before,
        after,
        kind,
        change,
        FindingDifference.between(before.findings(), after.findings()),
        false);
  }

  /** An edit that had been made before, and left a draft as it is. */
  public static Edited nothing(DraftState draft, String kind) {
    return new Edited(draft, draft, kind, PlanChange.NONE, List.of(), List.of(), false);
  }

  /**
   * By how much the sum of each extensive attribute over the level changed: nothing but what counts
   * that were entered differ from what was told before.
   */
  public Map<String, BigDecimal> differences() {
    PlanFacts now = state.facts();
    PlanFacts then = before.facts();
    int depth = state.plan().theme().gridLevel().depth();
    Set<Unit> were =
        then.sharing(
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
        differences.put(each.attribute(), told.subtract(then.sumOf(were, each.attribute())));
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
    return new Edited(state.knownAs(stored), before, kind, change, appeared, gone, merged);
  }
}
