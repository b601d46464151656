package org.gridwright.api.http.drafts;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/**
 * Redraws, repairs and edits of whole plans, one at a time, so that they do not take the machine
 * from those who locate. Who waits too long, or has gone, gets a problem instead of an answer, and
 * the work, which nobody waits for any more, stops at its next checkpoint; then the next one
 * begins. Thread-safe.
 */
public final class LongWork implements AutoCloseable {

  private static final int MOST_WAITING = 4;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Duration limit;
  private final Jobs jobs = Jobs.beside("redraw", 1, MOST_WAITING);

  /** In which one waits two minutes for an answer. */
  public LongWork() {
    this(LIMIT);
  }

  /**
   * @param limit how long one waits for an answer
   */
  LongWork(Duration limit) {
    this.limit = limit;
  }

  /**
   * Does something and waits for it. What it throws is thrown.
   *
   * @throws ProblemException 503 when too many wait already or it was cancelled, 422 when the limit
   *     is over
   */
  <R> R run(JobKind kind, Function<Progress, R> work) {
    return run(kind, work, job -> {});
  }

  /**
   * As above.
   *
   * @param asked is given the job before that begins or soon after
   */
  <R> R run(JobKind kind, Function<Progress, R> work, Consumer<Job<R>> asked) {
    try {
      Job<R> job = jobs.submit(kind, limit, work);
      asked.accept(job);
      return job.attend();
    } catch (DeadlineException late) {
      String reason = kind.id() + "-too-long";
      throw ProblemException.refused(null, ApiMessages.of("http." + reason, limit.toSeconds()))
          .with("reason", reason);
    } catch (JobsFullException | CancelledException full) {
      throw ProblemException.manyRedraws();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyRedraws();
    }
  }

  @Override
  public void close() {
    jobs.close();
  }
}
