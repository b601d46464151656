package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.divide.Consolidate;
import org.gridwright.core.divide.ConsolidateOptions;
import org.gridwright.core.divide.Divide;
import org.gridwright.core.divide.DivideException;
import org.gridwright.core.divide.DivideOptions;
import org.gridwright.core.divide.Redraw;
import org.gridwright.core.divide.Tessellate;
import org.gridwright.core.divide.TessellateOptions;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.edit.AddUnitEdit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.ChangeRefusedException;
import org.gridwright.data.draft.PlanEdit;

/** Works redraws out. Changes nothing; thread-safe. */
public final class Redrawing {

  private final Weigher weigher;

  public Redrawing(Weigher weigher) {
    this.weigher = weigher;
  }

  /**
   * What a redraw would do to a plan.
   *
   * @throws DivideException when it is impossible
   * @throws ChangeRefusedException when no part of the land for new cells is free, or several
   *     pieces of it are, or its parent is missing
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Proposed propose(EditablePlan plan, RedrawOrder order, Progress progress) {
    if (order instanceof RedrawOrder.Cut cut) {
      return cut(plan, cut, progress).told(plan);
    }
    if (order instanceof RedrawOrder.Join join) {
      return join(plan, join, progress).told(plan);
    }
    return lay(plan, (RedrawOrder.Lay) order, progress).told(plan);
  }

  /**
   * Cells over land of which nothing is drawn yet.
   *
   * @param land valid; several pieces are laid out side by side
   * @param base what codes begin with
   * @throws DivideException when it is impossible
   */
  public static Proposed cover(
      LatticeMultiPolygon land,
      TessellateOptions.CellForm cells,
      double metres,
      String base,
      Progress progress) {
    Plan nothing = Plan.of(Theme.of("cells", "cells", CodeScheme.FREE, "cell"), List.of());
    TessellateOptions options = TessellateOptions.of(land, cells, metres, null, base);
    return Proposed.of(nothing, Tessellate.propose(nothing, options, progress), BalanceBy.AREA);
  }

  private Proposed cut(EditablePlan stored, RedrawOrder.Cut cut, Progress progress) {
    Plan plan = withOutlines(stored.plan(), cut.depth(), cut.units());
    WeightedPoints weights = weights(stored, plan, cut.depth(), cut.units(), cut.by(), progress);
    Map<String, Integer> parts =
        cut.units().size() == 1
            ? Map.of(cut.units().get(0), cut.into())
            : Divide.allot(plan, cut.depth(), cut.units(), cut.into(), weights, progress);
    DivideOptions options =
        new DivideOptions(cut.depth(), parts, weights, cut.streets(), cut.tolerance(), cut.seed());
    return Proposed.of(stored.plan(), Divide.propose(plan, options, progress), cut.by());
  }

  private Proposed join(EditablePlan stored, RedrawOrder.Join join, Progress progress) {
    Plan plan = stored.plan();
    int depth = plan.theme().gridLevel().depth();
    WeightedPoints weights = weights(stored, plan, depth, join.grids(), join.by(), progress);
    ConsolidateOptions options =
        new ConsolidateOptions(join.grids(), join.into(), weights, join.tolerance(), join.seed());
    return Proposed.of(plan, Consolidate.propose(plan, options, progress), join.by());
  }

  /**
   * The land is first made one grid, so that its border is led along those of its neighbours as for
   * any grid that is added; the cells take its place.
   */
  private static Proposed lay(EditablePlan stored, RedrawOrder.Lay lay, Progress progress) {
    Plan plan = stored.plan();
    AddUnitEdit whole = new AddUnitEdit(null, lay.parent(), null, lay.area());
    PlanChange added = PlanEdit.of(whole).on(stored);
    Unit land =
        added.units().stream()
            .filter(it -> it.before() == null && it.depth() == plan.theme().gridLevel().depth())
            .map(UnitChange::after)
            .findFirst()
            .orElseThrow();
    Plan bare =
        plan.with(added).with(PlanChange.ofUnits(List.of(UnitChange.removed(land)), List.of()));
    String base = lay.parent() == null ? "cell" : lay.parent();
    Redraw redraw =
        Tessellate.propose(
            bare,
            TessellateOptions.of(land.drawnArea(), lay.cells(), lay.metres(), lay.parent(), base),
            progress);
    return Proposed.of(plan, redraw, BalanceBy.AREA);
  }

  /** The plan with those of the units drawn that only their grids draw so far. */
  private static Plan withOutlines(Plan plan, int depth, List<String> codes) {
    if (depth != plan.theme().gridLevel().depth() - 1) {
      return plan;
    }
    List<UnitChange> outlines = new ArrayList<>();
    for (String code : codes) {
      Unit unit = plan.unit(depth, code).orElse(null);
      if (unit != null && unit.area() == null) {
        List<LatticeMultiPolygon> grids =
            plan.grids().stream()
                .filter(grid -> code.equals(grid.parentCode()))
                .map(Unit::drawnArea)
                .toList();
        if (!grids.isEmpty()) {
          outlines.add(new UnitChange(unit, unit.withArea(UpperLevels.union(grids))));
        }
      }
    }
    return plan.with(PlanChange.ofUnits(outlines, List.of()));
  }

  /**
   * The weight of some units; those that the plan does not have are told by who divides.
   *
   * @param plan the stored one, with the outlines of the units
   */
  private WeightedPoints weights(
      EditablePlan stored,
      Plan plan,
      int depth,
      List<String> codes,
      BalanceBy by,
      Progress progress) {
    if (by == BalanceBy.AREA || depth < 0 || depth >= plan.theme().levels().size()) {
      return WeightedPoints.NONE;
    }
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (String code : codes) {
      box =
          plan.unit(depth, code)
              .filter(unit -> unit.area() != null)
              .map(unit -> unit.drawnArea().envelope())
              .orElse(LatticeEnvelope.EMPTY)
              .union(box);
    }
    return box.isEmpty() ? WeightedPoints.NONE : weigher.points(stored, box, by, progress);
  }
}
