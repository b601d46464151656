package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.DraftStore.Positioned;
import org.gridwright.data.store.DraftStore.RevisionsBetween;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;

/**
 * What revisions of drafts did to numbers. Thread-safe.
 *
 * <p>Nothing of it is stored: the plan before and after a revision is made of the draft as it is
 * now and of what the revisions between do, so that it costs what these changed.
 */
public final class FactHistory {

  private final Store store;
  private final OpenDrafts drafts;

  FactHistory(Store store, OpenDrafts drafts) {
    this.store = store;
    this.drafts = drafts;
  }

  /**
   * What a revision did to the numbers of grids, or would do again where it is undone.
   *
   * @param position of the revision
   * @throws StoreException with {@code NOT_FOUND} when there is no such draft or revision
   */
  public RevisionFacts of(long id, int position) {
    RevisionsBetween revisions = store.drafts().between(id, position);
    DraftState draft = drafts.seen(id).state();
    return revisions.version() == draft.version()
        ? facts(draft, revisions, position)
        : drafts.at(id, slot -> ofCurrent(slot.current(), position));
  }

  private RevisionFacts ofCurrent(DraftState draft, int position) {
    RevisionsBetween revisions = store.drafts().between(draft.info().id(), position);
    if (revisions.version() != draft.version()) {
      throw new StaleDraftException(draft.info().id(), draft.version());
    }
    return facts(draft, revisions, position);
  }

  private static RevisionFacts facts(DraftState draft, RevisionsBetween revisions, int position) {
    List<Positioned> steps = new ArrayList<>(revisions.steps());
    if (steps.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          DataMessages.of("draft.no-revision", draft.info().id(), position));
    }
    boolean applied = position <= revisions.head();
    if (applied) {
      Collections.reverse(steps);
    }
    Positioned asked = steps.remove(steps.size() - 1);
    List<PlanChange> between =
        steps.stream().map(each -> applied ? each.change().reversed() : each.change()).toList();
    EditablePlan near = draft.editable().after(PlanChange.together(between));
    PlanChange change = asked.change();
    return applied
        ? RevisionFacts.of(draft, asked, near.after(change.reversed()), near)
        : RevisionFacts.of(draft, asked, near, near.after(change));
  }
}
