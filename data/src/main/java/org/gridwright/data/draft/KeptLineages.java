package org.gridwright.data.draft;

import java.time.Instant;
import java.util.Map;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.store.DraftStore.AppliedLineage;
import org.gridwright.data.store.Store;

/**
 * What became of the codes of grids in the drafts at work. While edits are only added to a draft,
 * no more than theirs is read. Thread-safe.
 */
final class KeptLineages {

  private static final int KEPT = 6;

  private final Store store;
  private final Map<Key, Known> byDraft = new RecentlyUsed<>(KEPT);

  KeptLineages(Store store) {
    this.store = store;
  }

  /** A draft; a store may give the id of one that was deleted to another one. */
  private record Key(long id, Instant created) {}

  private record Known(long version, int head, CodeLineage codes) {

    static final Known NOTHING = new Known(0, 0, CodeLineage.NONE);

    /** Whether every step from this on to a version applied one revision more. */
    boolean leadsTo(AppliedLineage now) {
      return now.version() - version == now.head() - head;
    }

    Known and(AppliedLineage more, int depth) {
      return new Known(more.version(), more.head(), codes.followedBy(depth, more.steps()));
    }
  }

  /** That of a draft at its version, or at a later one that is stored. */
  CodeLineage of(DraftState draft) {
    Key key = new Key(draft.info().id(), draft.info().created());
    Known known;
    synchronized (byDraft) {
      known = byDraft.getOrDefault(key, Known.NOTHING);
    }
    if (known.version() < draft.version()) {
      known = read(draft, known);
      synchronized (byDraft) {
        byDraft.merge(key, known, (a, b) -> a.version() > b.version() ? a : b);
      }
    }
    return known.codes();
  }

  private Known read(DraftState draft, Known known) {
    long id = draft.info().id();
    int depth = draft.plan().theme().gridLevel().depth();
    AppliedLineage more = store.drafts().lineage(id, known.head());
    return known.leadsTo(more)
        ? known.and(more, depth)
        : Known.NOTHING.and(store.drafts().lineage(id, 0), depth);
  }
}
