package org.gridwright.api.http.drafts;

import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;

/**
 * The event {@code draft}.
 *
 * @param author who made the draft, or the change where that is known
 * @param deleted true also for a draft that was published
 */
record DraftEvent(long id, String theme, long version, String author, boolean deleted) {

  static DraftEvent changed(DraftInfo draft, Actor author) {
    return new DraftEvent(draft.id(), draft.theme(), draft.version(), author.name(), false);
  }

  static DraftEvent gone(DraftInfo draft) {
    return new DraftEvent(draft.id(), draft.theme(), draft.version(), draft.author().name(), true);
  }
}
