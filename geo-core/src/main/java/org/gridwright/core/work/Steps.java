package org.gridwright.core.work;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what is done, each at a checkpoint of its own. Thread-safe. */
public final class Steps {

  /** The listener is told at most this often. */
  private static final long MOST_TOLD = 1000;

  private final Progress progress;
  private final long total;
  private final long every;
  private final AtomicLong done = new AtomicLong();

  Steps(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
    this.every = Math.max(1, total / MOST_TOLD);
  }

  /**
   * One more is done.
   *
   * @throws StoppedException when the work is not to go on
   */
  public void done() {
    long now = done.incrementAndGet();
    if (now % every == 0 || now == total) {
      progress.at(now, total);
    } else {
      progress.checkpoint();
    }
  }
}
