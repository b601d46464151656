package org.gridwright.core.edit;

import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Makes edits. Pure and thread-safe: the change says what the edit would do, and is made by {@link
 * EditablePlan#after}.
 */
public final class Editing {

  /** Drawn points within this distance of a vertex or an edge are taken to lie on it. */
  public static final double SNAP_METRES = 0.5;

  private Editing() {}

  /** As {@link #change(EditablePlan, Edit, double)}, with {@link #SNAP_METRES}. */
  public static PlanChange change(EditablePlan plan, Edit edit) {
    return change(plan, edit, SNAP_METRES);
  }

  /**
   * What an edit does to a plan.
   *
   * @param snapMetres how far drawn points are drawn to vertices, then to edges; 0 or more
   * @throws EditRefusedException when it makes no sense or would break the seam
   */
  public static PlanChange change(EditablePlan plan, Edit edit, double snapMetres) {
    if (!(snapMetres >= 0)) {
      throw new IllegalArgumentException("a snapping distance is 0 m or more: " + snapMetres);
    }
    Reach.require(plan.plan(), edit);
    if (edit instanceof Edit.Batch batch) {
      return BatchEdit.change(plan, batch, snapMetres);
    }
    return edit instanceof Edit.Split
            || edit instanceof Edit.CutOut
            || edit instanceof Edit.Merge
            || edit instanceof Edit.Retire
            || edit instanceof Edit.AddUnit
            || edit instanceof Edit.ReplaceAreas
        ? divided(plan, edit, snapMetres)
        : drawn(plan, edit, snapMetres);
  }

  /**
   * The blocks of a grid, as {@link Edit.TransferBlocks} has them: its pieces between lines.
   *
   * @return valid areas that together are the grid, within rounding where a line meets its outline;
   *     the grid itself where no line divides it
   * @throws EditRefusedException {@code unit-unknown}, {@code too-far-away} or {@code
   *     too-intricate}
   */
  public static List<LatticeMultiPolygon> blocks(
      EditablePlan plan, String unit, List<LatticeLine> lines) {
    Reach.require(plan.plan(), new Edit.TransferBlocks(List.of(), unit, List.of(), lines, false));
    return BlockTransfer.blocks(plan, Units.grid(plan.plan(), unit), lines, SNAP_METRES);
  }

  /** The grids that own places, in code order. */
  public static List<Unit> owners(EditablePlan plan, Collection<LatticePoint> places) {
    PlaceOwners owners = PlaceOwners.near(plan, places);
    return places.stream()
        .flatMap(place -> owners.of(place).stream())
        .distinct()
        .sorted(Plan.CODE_ORDER)
        .map(code -> Units.grid(plan.plan(), code))
        .toList();
  }

  /** Edits by which grids come or go. */
  private static PlanChange divided(EditablePlan plan, Edit edit, double snapMetres) {
    if (edit instanceof Edit.Split split) {
      return SplitEdit.change(plan, split, snapMetres);
    }
    if (edit instanceof Edit.CutOut cut) {
      return SplitEdit.change(plan, cut, snapMetres);
    }
    if (edit instanceof Edit.Merge merge) {
      return MergeEdit.change(plan, merge);
    }
    if (edit instanceof Edit.Retire retire) {
      return RetireEdit.change(plan, retire);
    }
    if (edit instanceof Edit.AddUnit add) {
      return AreaEdits.add(plan, add, snapMetres);
    }
    return ReplaceEdit.change(plan, (Edit.ReplaceAreas) edit);
  }

  /** Edits that move borders, and what is left. */
  private static PlanChange drawn(EditablePlan plan, Edit edit, double snapMetres) {
    if (edit instanceof Edit.Reshape reshape) {
      return ReshapeEdit.change(plan, reshape, snapMetres);
    }
    if (edit instanceof Edit.Transfer transfer) {
      return AreaEdits.transfer(plan, transfer, snapMetres);
    }
    if (edit instanceof Edit.TransferPlaces places) {
      return PlaceTransfer.change(plan, places, snapMetres);
    }
    if (edit instanceof Edit.TransferBlocks blocks) {
      return BlockTransfer.change(plan, blocks, snapMetres);
    }
    if (edit instanceof Edit.MoveVertex move) {
      return VertexEdits.move(plan, move, snapMetres);
    }
    if (edit instanceof Edit.AddVertex add) {
      return VertexEdits.add(plan, add, snapMetres);
    }
    if (edit instanceof Edit.RemoveVertex remove) {
      return VertexEdits.remove(plan, remove, snapMetres);
    }
    if (edit instanceof Edit.DeclareVoid declare) {
      return VoidEdits.declare(plan.plan(), declare);
    }
    if (edit instanceof Edit.DropVoid drop) {
      return VoidEdits.drop(plan.plan(), drop);
    }
    return labelled(plan.plan(), edit);
  }

  /** Edits that leave all outlines as they are. */
  private static PlanChange labelled(Plan plan, Edit edit) {
    LabelEdits labels = new LabelEdits(plan);
    if (edit instanceof Edit.Rename rename) {
      return labels.rename(rename);
    }
    if (edit instanceof Edit.SetAttributes set) {
      return labels.set(set);
    }
    if (edit instanceof Edit.Recode recode) {
      return labels.recode(recode);
    }
    if (edit instanceof Edit.ChangeParent change) {
      return labels.changeParent(change);
    }
    return RenumberEdit.change(plan, (Edit.Renumber) edit);
  }
}
