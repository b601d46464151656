package org.gridwright.data.draft;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.store.DraftStore.Difference;
import org.gridwright.data.store.DraftStore.Versions;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The drafts at work, a few in memory, each changed by one thread at a time and read by any number
 * of them meanwhile. Thread-safe.
 */
final class OpenDrafts {

  private static final int KEPT = 6;

  /** Another process may get in between so often before its user is told. */
  static final int ATTEMPTS = 3;

  private final Store store;
  private final Bases bases;
  private final KnownDrafts list;
  private final Map<Long, Slot> slots = new RecentlyUsed<>(KEPT);

  /**
   * @param list is told of changes before whoever made one returns
   */
  OpenDrafts(Store store, Bases bases, KnownDrafts list) {
    this.store = store;
    this.bases = bases;
    this.list = list;
  }

  /** A draft as it is now; does not wait for those who change it. */
  DraftNow seen(long id) {
    return slot(id).seen();
  }

  /**
   * Works on one draft while nobody else in this process does; again from the start where another
   * process changed it meanwhile.
   */
  <R> R at(long id, Function<Slot, R> work) {
    R done = alone(id, work);
    list.changed();
    return done;
  }

  private <R> R alone(long id, Function<Slot, R> work) {
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
      slot.release();
    }
  }

  /**
   * Queues an edit and returns when it is done, by this thread or by another one.
   *
   * @param work does all edits that wait at a slot, or some of them, the first ones first
   */
  Edited inTurn(long id, WaitingEdit edit, Consumer<Slot> work) {
    Slot slot = slot(id);
    slot.waiting.add(edit);
    while (!edit.isDone()) {
      if (!slot.lock.hasQueuedThreads() && slot.lock.tryLock()) {
        try {
          if (!edit.isDone()) {
            work.accept(slot);
          }
        } finally {
          slot.release();
        }
      } else {
        edit.await();
      }
    }
    return edit.outcome();
  }

  void forget(long id) {
    synchronized (slots) {
      slots.remove(id);
    }
    list.changed();
  }

  private Slot slot(long id) {
    synchronized (slots) {
      return slots.computeIfAbsent(id, Slot::new);
    }
  }

  /** The place of one draft. What is not said to be for all is used by the thread that has it. */
  final class Slot {

    private final long id;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Queue<WaitingEdit> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable DraftNow known;

    /** The version that is being stored and not known yet; 0 where there is none. */
    private volatile long storing;

    private Slot(long id) {
      this.id = id;
    }

    long id() {
      return id;
    }

    /** The edit that waits longest, no longer waiting; null where there is none. */
    @Nullable WaitingEdit next() {
      return waiting.poll();
    }

    /** The draft as it is stored now, read anew where another process has changed it. */
    DraftState current() {
      return now().state();
    }

    /** As above, with its last versions. */
    DraftNow now() {
      Versions stored = store.drafts().versions(id);
      DraftNow now = known;
      if (now == null
          || now.state().version() != stored.draft()
          || !now.rules().equals(stored.review())) {
        Difference read = store.drafts().difference(id);
        Base base = bases.of(read.info().theme(), read.info().base(), stored.review());
        DraftState state = DraftState.opened(read.info(), base, read.from(base.plan()));
        now = DraftNow.read(state, stored.review());
        known = now;
      }
      return now;
    }

    /** Keeps what has just been stored, of which no unit or void was changed. */
    DraftState put(DraftState stored) {
      return put(stored, PlanChange.NONE);
    }

    /** Keeps what has just been stored. */
    DraftState put(DraftState stored, PlanChange change) {
      DraftNow before = known;
      if (before != null) {
        known = before.and(stored, change);
      }
      return stored;
    }

    /** Stores the next versions up to one, and keeps what comes of it. */
    void storing(long version, Function<Store, DraftNow> work) {
      storing = version;
      try {
        DraftNow now = store.transaction(work);
        known = now;
        list.changed(now.state().info());
      } finally {
        storing = 0;
      }
    }

    /**
     * The draft as it is now; for all threads. While versions are on their way to the disk, and
     * nobody has been told of them, it is the one before.
     */
    private DraftNow seen() {
      Versions stored = store.drafts().versions(id);
      long coming = storing;
      DraftNow now = known;
      if (now != null) {
        long version = now.state().version();
        boolean sameRules = now.rules().equals(stored.review());
        if (version > stored.draft()
            || (sameRules && (version == stored.draft() || stored.draft() <= coming))) {
          return now;
        }
      }
      return at(id, Slot::now);
    }

    private void release() {
      lock.unlock();
      WaitingEdit first = waiting.peek();
      if (first != null && !lock.hasQueuedThreads()) {
        first.nudge();
      }
    }
  }
}
