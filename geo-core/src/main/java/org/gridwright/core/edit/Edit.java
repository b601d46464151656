package org.gridwright.core.edit;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/**
 * What a planner does to a plan, as a value. Units are named by code; where no depth is given, they
 * are grids. Points are on the lattice, and lines are sequences of two or more of them.
 *
 * <p>Each kind is a record in a file of its own, which says what it is called, what of it is drawn
 * and what it changes.
 */
public sealed interface Edit
    permits AddUnitEdit,
        AddVertexEdit,
        AssignBlocksEdit,
        AssignParentsEdit,
        BatchEdit,
        ChangeParentEdit,
        CutOutEdit,
        DeclareVoidEdit,
        DropVoidEdit,
        EvenBorderEdit,
        MergeEdit,
        MoveVertexEdit,
        PullBorderEdit,
        RecodeEdit,
        RemoveVertexEdit,
        RenameEdit,
        RenumberEdit,
        ReplaceAreasEdit,
        ReshapeEdit,
        RetireEdit,
        SetAttributesEdit,
        SimplifyBordersEdit,
        SplitEdit,
        TransferBlocksEdit,
        TransferEdit,
        TransferPlacesEdit {

  /** The name used in APIs and histories, such as {@code move-vertex}; some kinds share one. */
  String kind();

  /** The rectangle around all that is drawn, closed; empty where nothing is. */
  LatticeEnvelope drawn();

  /**
   * Whether it may take so long on a plan that it is better made as a job: with a progress that
   * somebody looks at, and that may stop it.
   */
  default boolean isLong(Plan plan) {
    return false;
  }

  /**
   * Whether what it does follows from what is drawn, the grids near that and near those that it
   * changes, and the units that share a parent with these, whatever the rest of the plan is like.
   */
  default boolean isLocal() {
    return false;
  }

  /**
   * What the edit does to the ground of a plan. {@link Editing#change} is the way to ask; it alone
   * opens scopes, and lets the facts follow.
   *
   * @throws EditRefusedException when it makes no sense or would break the seam
   */
  PlanChange change(EditScope scope);

  /** As {@link #change}, with the facts that follow the ground. */
  default PlanChange changeWithFacts(EditScope scope) {
    return scope.editable().carried(change(scope), scope.progress());
  }
}
