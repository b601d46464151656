package org.gridwright.data.draft;

import java.util.List;
import java.util.Set;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;

/**
 * Edits made on an older version of a draft. What an edit does is a function of the units that it
 * touches; where nobody else touched those since, it does the same now.
 */
final class Merging {

  private Merging() {}

  /**
   * An edit as it was made on the version that its planner saw.
   *
   * @param edit the edit
   * @param then the draft's plan at that version
   * @param change what the edit does to it
   */
  record Made(PlanEdit edit, EditablePlan then, PlanChange change) {

    /**
     * @throws ChangeRefusedException when the edit made no sense then
     */
    static Made on(EditablePlan then, PlanEdit edit, Progress progress) {
      return new Made(edit, then, edit.on(then, progress));
    }
  }

  /**
   * What an edit does to a draft now.
   *
   * @param since what became of the draft since the version on which the edit was made
   * @param progress is told how far it is, where the edit has to be made again
   * @throws ConflictException when both touch the same unit
   * @throws ChangeRefusedException when the edit makes no sense now
   */
  static PlanChange change(DraftState now, Since since, Made made, Progress progress) {
    if (since.isNothing()) {
      return made.change();
    }
    Touched theirs = Touched.of(now.plan(), since.changes());
    requireApart(now, theirs, made.then().plan(), made.change());
    if (LocalEdits.stands(now.editable(), since.changes(), made)) {
      return made.change();
    }
    PlanChange today = made.edit().on(now.editable(), progress);
    requireApart(now, theirs, now.plan(), today);
    return today;
  }

  /** That nobody changed a unit since. */
  static void requireUnchanged(DraftState now, Since since) {
    Set<Touched.Key> keys = Touched.of(now.plan(), since.changes()).keys();
    if (!keys.isEmpty()) {
      throw new ConflictException(
          Touched.codes(keys),
          Touched.in(since.then().get().plan(), keys),
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
}
