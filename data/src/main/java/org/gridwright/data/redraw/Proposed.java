package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridwright.core.divide.Redraw;
import org.gridwright.core.divide.RedrawReport;
import org.gridwright.core.edit.ReplaceAreasEdit;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * A redraw that is worked out, ready to be made an edit of a draft. Immutable.
 *
 * @param grids the new grids in code order
 * @param report how good they are, in the same order
 * @param touched codes of other grids that take new vertices on a common border
 * @param edit what puts it into effect
 */
public record Proposed(
    List<Unit> grids, RedrawReport report, List<String> touched, ReplaceAreasEdit edit) {

  public Proposed {
    grids = List.copyOf(grids);
    touched = List.copyOf(touched);
  }

  /**
   * @param before the plan in which it is to be put into effect
   * @param redraw on that plan, or on one that differs by land that was added to it
   */
  static Proposed of(Plan before, Redraw redraw) {
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
        redraw.report(),
        List.copyOf(new TreeSet<>(areas.keySet())),
        new ReplaceAreasEdit(areas, added, removed, redraw.change().lineage()));
  }
}
