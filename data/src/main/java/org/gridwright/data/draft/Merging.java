package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;

/**
 * Edits made on an older version of a draft. What an edit does is a function of the units that it
 * touches; where nobody else touched those since, it does the same now.
 */
final class Merging {

  private Merging() {}

  /**
   * What an edit does to a draft now.
   *
   * @param since what became of the draft since the version on which the edit was made, in order
   * @throws ConflictException when both touch the same unit
   * @throws ChangeRefusedException when the edit made no sense then, or makes none now
   */
  static PlanChange change(DraftState now, List<PlanChange> since, PlanEdit edit) {
    if (since.isEmpty()) {
      return edit.on(now.editable());
    }
    Touched theirs = Touched.of(now.plan(), since);
    EditablePlan then = before(now.editable(), since);
    PlanChange mine = edit.on(then);
    requireApart(now, theirs, then.plan(), mine);
    PlanChange today = edit.on(now.editable());
    requireApart(now, theirs, now.plan(), today);
    return today;
  }

  /** That nobody changed a unit since. */
  static void requireUnchanged(DraftState now, List<PlanChange> since) {
    Set<Touched.Key> keys = Touched.of(now.plan(), since).keys();
    if (!keys.isEmpty()) {
      throw new ConflictException(
          Touched.codes(keys),
          Touched.in(before(now.editable(), since).plan(), keys),
          Touched.in(now.plan(), keys),
          now.version());
    }
  }

  private static void requireApart(DraftState now, Touched theirs, Plan plan, PlanChange mine) {
    Set<Touched.Key> common = Touched.of(plan, List.of(mine)).common(theirs);
    if (!common.isEmpty()) {
      throw new ConflictException(
          Touched.codes(common),
          Touched.in(plan.with(mine), common),
          Touched.in(now.plan(), common),
          now.version());
    }
  }

  private static EditablePlan before(EditablePlan now, List<PlanChange> since) {
    List<PlanChange> latestFirst = new ArrayList<>(since);
    Collections.reverse(latestFirst);
    EditablePlan before = now;
    for (PlanChange change : latestFirst) {
      before = before.after(change.reversed());
    }
    return before;
  }
}
