package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * Carries what a draft changes over to a plan that was published after its base. Outlines of upper
 * units that both changed are united from the units below them. For one thread.
 */
final class DraftMerge {

  private final DraftState draft;
  private final Plan latest;
  private final PlanChange mine;
  private final Set<Touched.Key> redrawn = new HashSet<>();

  DraftMerge(DraftState draft, Plan latest) {
    this.draft = draft;
    this.latest = latest;
    this.mine = PlanChange.between(draft.base().plan(), draft.plan());
  }

  /**
   * What leads from the later plan to the merged one.
   *
   * @throws ConflictException when both changed the same unit since the draft's base
   */
  PlanChange change() {
    PlanChange theirs = PlanChange.between(draft.base().plan(), latest);
    Set<Touched.Key> common =
        Touched.of(latest, List.of(mine)).common(Touched.of(latest, List.of(theirs)));
    if (!common.isEmpty()) {
      throw new ConflictException(
          "draft.publish-conflict",
          Touched.codes(common),
          Touched.in(draft.plan(), common),
          Touched.in(latest, common),
          draft.version());
    }
    List<UnitChange> units = new ArrayList<>();
    for (UnitChange change : mine.units()) {
      carry(change, units);
    }
    Plan merged = latest.with(new PlanChange(units, mine.voids(), List.of()));
    return PlanChange.between(latest, withOutlines(merged));
  }

  private void carry(UnitChange change, List<UnitChange> units) {
    Unit before = latest.unit(change.depth(), change.code()).orElse(null);
    Unit after = change.after();
    if (after != null && change.before() != null && before != null) {
      boolean outlineAsBefore = change.before().equals(before);
      boolean upper = change.depth() < latest.theme().gridLevel().depth();
      if (upper && !outlineAsBefore) {
        redrawn.add(new Touched.Key(change.depth(), change.code()));
        after = before.area() == null ? after : after.withArea(before.area());
      }
    }
    if (before == null || !before.equals(after)) {
      units.add(new UnitChange(before, after));
    }
  }

  /** Draws the outlines that both changed, from the finest upper level up. */
  private Plan withOutlines(Plan merged) {
    Plan plan = merged;
    for (int depth = latest.theme().gridLevel().depth() - 1; depth >= 0; depth--) {
      Map<String, List<LatticeMultiPolygon>> children = new HashMap<>();
      for (Unit child : plan.units(depth + 1)) {
        Touched.Key parent = new Touched.Key(depth, child.parent().orElseThrow());
        if (redrawn.contains(parent) && child.area() != null) {
          children.computeIfAbsent(parent.code(), it -> new ArrayList<>()).add(child.area());
        }
      }
      List<UnitChange> drawn = new ArrayList<>();
      for (Map.Entry<String, List<LatticeMultiPolygon>> parent : children.entrySet()) {
        Unit before = plan.unit(depth, parent.getKey()).orElseThrow();
        if (before.area() != null) {
          drawn.add(new UnitChange(before, before.withArea(UpperLevels.union(parent.getValue()))));
        }
      }
      plan = plan.with(PlanChange.ofUnits(drawn, List.of()));
    }
    return plan;
  }
}
