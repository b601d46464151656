package org.gridwright.data.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work. Thread-safe.
 *
 * @param <R> what it gives
 */
public final class Job<R> {

  private final long id;
  private final JobKind kind;
  private final @Nullable Duration limit;
  private final Function<Progress, R> work;

  /** How often it is asked whether somebody is there. */
  private static final long LOOKED_FOR_MILLIS = 1_000;

  private final Clock clock;
  private final Instant created;
  private final Cancellation cancellation;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private JobState state = JobState.WAITING;
  private @Nullable Instant started;
  private @Nullable Instant ended;
  private int attending;
  private volatile double share;
  private volatile @Nullable Message step;

  Job(long id, JobKind kind, @Nullable Duration limit, Function<Progress, R> work, Clock clock) {
    this.id = id;
    this.kind = kind;
    this.limit = limit;
    this.work = work;
    this.clock = clock;
    this.created = clock.instant();
    this.cancellation = limit == null ? Cancellation.byHand() : Cancellation.within(limit);
  }

  public long id() {
    return id;
  }

  /** What there is to say of it now. */
  public synchronized JobInfo info() {
    return new JobInfo(
        id,
        kind,
        state,
        state == JobState.DONE ? 1 : share,
        step,
        created,
        started,
        ended,
        limit == null ? null : created.plus(limit));
  }

  public synchronized JobState state() {
    return state;
  }

  /** Whether it goes on, or went to its end: whoever asks for the same may wait for it. */
  public boolean isWanted() {
    return result.isDone()
        ? !result.isCompletedExceptionally()
        : !cancellation.isCancelled() && !cancellation.isLate();
  }

  /** What it gave, or will. */
  public CompletableFuture<R> result() {
    return result.copy();
  }

  /** Stops it at its next checkpoint; at once where it still waits. Nothing where it is over. */
  public void cancel() {
    cancellation.cancel();
    end(JobState.WAITING, JobState.CANCELLED);
  }

  /**
   * Waits for the result, for as long as the job may take and somebody is {@linkplain Presence
   * there} for whom the thread waits. It is cancelled when the last who waits so has left, so that
   * work nobody waits for stops. What the work throws is thrown.
   *
   * @throws DeadlineException when its time is over
   * @throws CancelledException when it was cancelled, or nobody is there any more
   * @throws InterruptedException when the thread that waits was interrupted
   */
  public R attend() throws InterruptedException {
    come();
    try {
      while (true) {
        long left = limit == null ? LOOKED_FOR_MILLIS : leftMillis(limit);
        try {
          return result.get(Math.min(left, LOOKED_FOR_MILLIS), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          requireSomebody();
        }
      }
    } catch (CancellationException cancelled) {
      throw new CancelledException();
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    } finally {
      leave();
    }
  }

  /** Fails where the time is over, or nobody is there. */
  private void requireSomebody() {
    if (limit != null && leftMillis(limit) == 0) {
      throw new DeadlineException(limit);
    }
    if (!Presence.isThere()) {
      throw new CancelledException();
    }
  }

  private long leftMillis(Duration whole) {
    return Math.max(0, Duration.between(clock.instant(), created.plus(whole)).toMillis());
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException told ? told : new IllegalStateException(cause);
  }

  private synchronized void come() {
    attending++;
  }

  private void leave() {
    boolean last;
    synchronized (this) {
      last = --attending == 0;
    }
    if (last && !result.isDone()) {
      cancel();
    }
  }

  /** Does the work in the calling thread, unless it is over already. */
  void run() {
    if (!begin()) {
      return;
    }
    try {
      cancellation.check();
      R made = work.apply(Progress.of(cancellation, this::note));
      end(JobState.RUNNING, JobState.DONE);
      result.complete(made);
    } catch (CancelledException cancelled) {
      end(JobState.RUNNING, JobState.CANCELLED);
      result.completeExceptionally(cancelled);
    } catch (RuntimeException | Error failure) {
      end(JobState.RUNNING, JobState.FAILED);
      result.completeExceptionally(failure);
    }
  }

  private void note(@Nullable Message now, long done, long total, double part) {
    step = now;
    share = part;
  }

  private synchronized boolean begin() {
    if (state != JobState.WAITING) {
      return false;
    }
    state = JobState.RUNNING;
    started = clock.instant();
    return true;
  }

  private void end(JobState from, JobState to) {
    synchronized (this) {
      if (state != from) {
        return;
      }
      state = to;
      ended = clock.instant();
    }
    if (from == JobState.WAITING) {
      result.completeExceptionally(new CancelledException());
    }
  }
}
