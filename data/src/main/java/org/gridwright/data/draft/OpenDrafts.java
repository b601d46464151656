package org.gridwright.data.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gridwright.data.store.DraftStore.Difference;
import org.gridwright.data.store.DraftStore.Versions;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The drafts at work, a few in memory, each behind a lock of its own. Thread-safe. */
final class OpenDrafts {

  private static final int KEPT = 6;

  /** Another process may get in between so often before its user is told. */
  private static final int ATTEMPTS = 3;

  private final Store store;
  private final Bases bases;
  private final Map<Long, Slot> slots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Slot> eldest) {
          return size() > KEPT;
        }
      };

  OpenDrafts(Store store, Bases bases) {
    this.store = store;
    this.bases = bases;
  }

  /**
   * Works on one draft while nobody else in this process does; again from the start where another
   * process changed it meanwhile.
   */
  <R> R at(long id, Function<Slot, R> work) {
    Slot slot = slot(id);
    slot.lock.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return work.apply(slot);
        } catch (StaleDraftException stale) {
          if (attempt == ATTEMPTS) {
            throw stale;
          }
        }
      }
    } finally {
      slot.lock.unlock();
    }
  }

  void forget(long id) {
    synchronized (slots) {
      slots.remove(id);
    }
  }

  private Slot slot(long id) {
    synchronized (slots) {
      return slots.computeIfAbsent(id, Slot::new);
    }
  }

  /** The place of one draft. Used only inside {@link #at}. */
  final class Slot {

    private final long id;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable DraftState state;
    private String rules = "";

    private Slot(long id) {
      this.id = id;
    }

    /** The draft as it is stored now, read anew where another process has changed it. */
    DraftState current() {
      Versions versions = store.drafts().versions(id);
      if (state == null
          || state.version() != versions.draft()
          || !rules.equals(versions.review())) {
        Difference stored = store.drafts().difference(id);
        Base base = bases.of(stored.info().theme(), stored.info().base(), versions.review());
        state = DraftState.opened(stored.info(), base, stored.from(base.plan()));
        rules = versions.review();
      }
      return state;
    }

    /** Keeps what has just been stored. */
    DraftState put(DraftState stored) {
      state = stored;
      return stored;
    }
  }
}
