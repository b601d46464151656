package org.gridwright.api.http.drafts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.store.DraftStore.Noted;

/**
 * What clients called the edits of a few drafts, so that one that is sent again is known. Of a
 * draft, each edit is read once; the history on disk is the truth, so that this holds after a
 * restart and for what other processes made. Thread-safe.
 */
final class MadeEdits {

  private static final int KEPT = 16;

  private final DraftDesk desk;
  private final Map<Key, OfDraft> byDraft = new RecentlyUsed<>(KEPT);

  MadeEdits(DraftDesk desk) {
    this.desk = desk;
  }

  /** A draft; a store may give the id of one that was deleted to another one. */
  private record Key(long id, Instant created) {}

  /** The kind of the edit that a client called so; empty where none was made. */
  Optional<String> kind(DraftInfo draft, String id) {
    OfDraft edits;
    synchronized (byDraft) {
      Key key = new Key(draft.id(), draft.created());
      edits = byDraft.computeIfAbsent(key, it -> new OfDraft());
    }
    return edits.kind(draft.id(), id);
  }

  private final class OfDraft {

    private final Map<String, String> kinds = new HashMap<>();
    private long version;

    synchronized Optional<String> kind(long draft, String id) {
      for (Noted noted : desk.notesSince(draft, version)) {
        EditId.of(noted.note()).ifPresent(known -> kinds.putIfAbsent(known, noted.note().kind()));
        version = noted.version();
      }
      return Optional.ofNullable(kinds.get(id));
    }
  }
}
