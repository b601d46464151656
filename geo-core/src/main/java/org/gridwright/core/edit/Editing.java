package org.gridwright.core.edit;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

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
    if (edit instanceof Edit.DeclareVoid declare) {
      return VoidEdits.declare(plan.plan(), declare);
    }
    if (edit instanceof Edit.DropVoid drop) {
      return VoidEdits.drop(plan.plan(), drop);
    }
    if (edit instanceof Edit.Merge merge) {
      return MergeEdit.change(plan, merge);
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
    throw new IllegalStateException("no way to make " + edit);
  }
}
