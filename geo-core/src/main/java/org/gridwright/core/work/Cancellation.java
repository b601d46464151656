package org.gridwright.core.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells work to stop: when somebody says so, or when its time is over. It cannot be taken back.
 * Thread-safe; asking costs a volatile read and, where there is a deadline, a look at the clock.
 */
public final class Cancellation implements Checkpoint {

  private final @Nullable Duration limit;
  private final long begun = System.nanoTime();
  private volatile boolean cancelled;

  private Cancellation(@Nullable Duration limit) {
    this.limit = limit;
  }

  /** Without a deadline. */
  public static Cancellation byHand() {
    return new Cancellation(null);
  }

  /** With a deadline, counted from now. */
  public static Cancellation within(Duration limit) {
    return new Cancellation(limit);
  }

  /** Stops the work at its next checkpoint. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /** Whether the deadline has passed. */
  public boolean isLate() {
    return limit != null && System.nanoTime() - begun > limit.toNanos();
  }

  @Override
  public void check() {
    if (cancelled) {
      throw new CancelledException();
    }
    if (limit != null && isLate()) {
      throw new DeadlineException(limit);
    }
  }
}
