package org.gridwright.data.draft;

import java.util.concurrent.Semaphore;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.Merging.Made;
import org.gridwright.data.model.RevisionNote;
import org.jspecify.annotations.Nullable;

/**
 * An edit that was made on the version that its planner saw, and waits for its turn: to be merged,
 * checked and stored. Its own thread waits for it; whichever thread has the draft does the work.
 */
final class WaitingEdit {

  private final long version;
  private final Made made;
  private final RevisionNote note;
  private final Progress progress;

  /** Lets its thread look again. */
  private final Semaphore nudges = new Semaphore(0);

  private volatile @Nullable Edited edited;
  private volatile @Nullable Throwable refusal;

  /**
   * @param progress stops it until it is on disk
   */
  WaitingEdit(long version, Made made, RevisionNote note, Progress progress) {
    this.version = version;
    this.made = made;
    this.note = note;
    this.progress = progress;
  }

  /** The version on which it was made. */
  long version() {
    return version;
  }

  Made made() {
    return made;
  }

  RevisionNote note() {
    return note;
  }

  Progress progress() {
    return progress;
  }

  boolean isDone() {
    return edited != null || refusal != null;
  }

  /** Once it is on disk. */
  void stored(Edited outcome) {
    edited = outcome;
    nudge();
  }

  void refused(Throwable reason) {
    refusal = reason;
    nudge();
  }

  void nudge() {
    nudges.release();
  }

  /** Waits until something may have changed. */
  void await() {
    nudges.acquireUninterruptibly();
  }

  /** What became of it; throws what it was refused with. To be asked when it is done. */
  Edited outcome() {
    if (refusal instanceof RuntimeException refused) {
      throw refused;
    }
    if (refusal instanceof Error error) {
      throw error;
    }
    Edited outcome = edited;
    if (outcome == null) {
      throw new IllegalStateException("asked before it was done");
    }
    return outcome;
  }
}
