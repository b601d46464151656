package org.gridwright.api.http.drafts;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;

/**
 * Work that may take long, one at a time, so that it does not take the machine from those who
 * locate. Who waits too long gets a problem instead of an answer; work that has begun goes on to
 * its end, since it cannot be stopped half-way, and the next one waits for it. Thread-safe.
 */
final class LongWork implements AutoCloseable {

  private static final int MOST_WAITING = 4;

  private final Duration limit;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "redraw");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param limit how long one waits for an answer
   */
  LongWork(Duration limit) {
    this.limit = limit;
  }

  /**
   * Does the work and waits for it. What it throws is thrown.
   *
   * @throws ProblemException 503 when too many wait already, 422 when the limit is over
   */
  <R> R run(Supplier<R> work) {
    try {
      Future<R> result = worker.submit(work::get);
      try {
        return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        result.cancel(false);
        worker.purge();
        throw ProblemException.refused(
                null, ApiMessages.of("http.redraw-too-long", limit.toSeconds()))
            .with("reason", "redraw-too-long");
      }
    } catch (RejectedExecutionException full) {
      throw ProblemException.manyRedraws();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyRedraws();
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
