package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.divide.Redraw;
import org.gridwright.core.divide.RedrawReport;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.ReplaceAreasEdit;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.draft.PlanEdit;

/**
 * A redraw that is worked out, ready to be made an edit of a draft. Immutable.
 *
 * @param grids the new grids in code order
 * @param by what they were to have equally much of
 * @param report how good they are, in the same order
 * @param touched codes of other grids that take new vertices on a common border
 * @param edit what puts it into effect
 */
public record Proposed(
    List<Unit> grids,
    BalanceBy by,
    RedrawReport report,
    List<String> touched,
    ReplaceAreasEdit edit) {

  public Proposed {
    grids = List.copyOf(grids);
    touched = List.copyOf(touched);
  }

  /**
   * The same as it is told once the edit is made: new grids with the names and facts that they will
   * have, and where grids were balanced by a fact, by what this comes to in each.
   *
   * @param draft the plan on which it was worked out
   */
  Proposed told(EditablePlan draft) {
    return toldIn(draft.after(PlanEdit.of(edit).on(draft)));
  }

  /**
   * The same as it is told in the plan that came of it.
   *
   * @param made the plan after the edit
   */
  public Proposed toldIn(EditablePlan made) {
    PlanFacts facts = made.facts();
    int depth = made.plan().theme().gridLevel().depth();
    List<Unit> units =
        grids.stream().map(it -> made.plan().unit(depth, it.code()).orElseThrow()).toList();
    RedrawReport told =
        by.attribute()
            .filter(it -> facts.schema().kind(it) == FactKind.EXTENSIVE)
            .map(it -> report.told(units, grid -> amount(facts, grid, it)))
            .orElse(report);
    return new Proposed(units.stream().map(facts::told).toList(), by, told, touched, edit);
  }

  private static UnitAmount amount(PlanFacts facts, Unit grid, String attribute) {
    return facts.fact(grid, attribute).map(UnitAmount::of).orElse(UnitAmount.UNKNOWN);
  }

  /**
   * @param before the plan in which it is to be put into effect
   * @param redraw on that plan, or on one that differs by land that was added to it
   */
  static Proposed of(Plan before, Redraw redraw, BalanceBy by) {
    int depth = before.theme().gridLevel().depth();
    List<Unit> grids = new ArrayList<>();
    for (int i = 0; i < redraw.grids().size(); i++) {
      grids.add(redraw.grids().get(i));
    }
    Map<String, Unit> drawn = new HashMap<>();
    grids.forEach(grid -> drawn.put(grid.code(), grid));
    Map<String, LatticeMultiPolygon> areas = new HashMap<>();
    List<Unit> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (UnitChange change : PlanChange.between(before, redraw.after()).units()) {
      if (change.depth() != depth) {
        continue;
      }
      Unit is = change.after();
      if (is != null && !drawn.containsKey(is.code())) {
        areas.put(is.code(), is.drawnArea());
        continue;
      }
      if (change.before() != null) {
        removed.add(change.code());
      }
      if (is != null) {
        added.add(drawn.getOrDefault(is.code(), is));
      }
    }
    return new Proposed(
        grids,
        by,
        redraw.report(),
        List.copyOf(new TreeSet<>(areas.keySet())),
        new ReplaceAreasEdit(areas, added, removed, redraw.change().lineage()));
  }
}
